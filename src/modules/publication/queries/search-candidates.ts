// Which documents answer a question? Few are taken from the index of words and counted; of many, the newest are looked for, a piece of time after the other.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { areFew, candidateLimit, takesCandidates, type SearchFilters, type SearchPlan } from '../rules/search-plan.ts'
import type { SearchCursor } from '../rules/search-question.ts'
import {
  allOf,
  asTyped,
  inTitle,
  inTitleByWords,
  isExcluded,
  matches,
  matchingRows,
  narrowedBy,
  narrowings,
  rowsHolding,
  typedRows,
  type Condition,
} from './search-conditions.ts'
import { addedFacets, facetsOf, type RawFacet } from './search-facets.ts'
import { instantText } from './register-rows.ts'
import { monthsOf, pieceBefore, type Month } from './search-times.ts'

export interface Found {
  readonly documentId: string
  /** 0 by its number, 1 in the title, 2 word for word in the text, 3 by all words. */
  readonly rank: number
  readonly at: string
}

export interface Asked {
  readonly plan: SearchPlan
  readonly filters: SearchFilters
  /** Documents whose number was asked for. */
  readonly exact: readonly string[]
  /** Nothing but a 文号 was asked for. */
  readonly numberAlone: boolean
  readonly sort: 'best' | 'newest'
  readonly size: number
  readonly cursor: SearchCursor | undefined
}

export interface FoundPage {
  /** One more than asked for where there is a next page. */
  readonly found: readonly Found[]
  readonly total: number
  readonly totalIsExact: boolean
  readonly facets: readonly RawFacet[]
}

/** A piece of time is made so long that it should hold so many hits: enough to tell how they divide. */
const wantedHits = 250
/** The same where hits are looked for and not counted, and wherever the first piece held too few. */
const wantedOnPage = 60
/** A piece of time grows at most so much from one look to the next: less where each text must be looked through. */
const mostGrowth = { byIndex: 64, byReading: 8 } as const
const rankAsTyped = 2
const rankOfWords = 3

export async function findPage(tx: Tx, asked: Asked): Promise<FoundPage> {
  // A number that somebody bears is seldom named elsewhere: all signs of it together are few, however common each is.
  if (areFew(asked.plan) || (asked.numberAlone && asked.exact.length > 0))
    return fromCandidates(tx, asked, sql`${matchingRows(asked.plan, withinOf(asked.plan), undefined)}`)
  const { columnIds } = asked.filters
  if (columnIds && (await holdFew(tx, columnIds))) return fromCandidates(tx, asked, ofColumns(asked.plan, columnIds))
  return fromTimes(tx, asked)
}

/** Too many by their text alone: the attributes must help in the index, and facets then count within them. */
const withinOf = (plan: SearchPlan): SearchPlan['within'] => (takesCandidates(plan.expectedByText) ? { all: [], any: undefined } : plan.within)

async function holdFew(tx: Tx, columnIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ documents: number }>`
    select count(*) as documents from (select from publication.document_column where column_id = any(${columnIds}::uuid[]) limit ${candidateLimit + 1}) placed`.execute(
    tx,
  )
  return (rows[0]?.documents ?? 0) <= candidateLimit
}

const ofColumns = (plan: SearchPlan, columnIds: readonly string[]): Condition => sql`
  select s.* from publication.search_document s
  where s.document_id in (select document_id from publication.document_column where column_id = any(${columnIds}::uuid[])) and ${matches(plan)}`

const olderThan = (from: SearchCursor | undefined, row: Condition): Condition =>
  from ? sql`(${row}.listed_at, ${row}.document_id) < (${from.at}::timestamptz, ${from.id}::uuid)` : sql`true`

const after = ({ sort, cursor }: Asked, row: Condition): Condition => {
  const older = olderThan(cursor, row)
  return sort === 'newest' || !cursor ? older : sql`(${row}.rank > ${cursor.rank} or (${row}.rank = ${cursor.rank} and ${older}))`
}

const isExact = (exact: readonly string[]): Condition => sql`s.document_id = any(${exact}::uuid[])`

/** `answering` holds all rows that answer by their text. */
async function fromCandidates(tx: Tx, asked: Asked, answering: Condition): Promise<FoundPage> {
  const { plan, filters, exact, sort, size } = asked
  const typed = plan.typed && plan.pieces.some((piece) => piece.words.length > 0) ? typedRows(plan, withinOf(plan), undefined) : undefined
  const narrow = narrowings(filters, sql`c`)
  const numbered = exact.length === 0 ? sql`` : sql`union select s.document_id from publication.search_document s where ${isExact(exact)}`
  const most = 2 * candidateLimit
  const { rows } = await sql<{ total: number; cut: boolean; page: Found[] | null; facets: RawFacet[] | null }>`
    with answering as materialized (select * from (${answering}) matching limit ${most + 1}),
    typed as materialized (${typed ? sql`select document_id from (${typed}) proved` : sql`select null::uuid as document_id where false`}),
    candidate as materialized (
      select s.document_id, s.unit_id, s.kind, s.theme, s.validity, s.year, s.listed_at,
        case when ${isExact(exact)} then 0 when ${inTitle(plan)} then 1 when s.document_id in (select document_id from typed) then ${rankAsTyped} else ${rankOfWords} end as rank
      from ${exact.length === 0 ? sql`answering` : sql`(select s.* from publication.search_document s where s.document_id in (select document_id from answering ${numbered}))`} s
      where not ${isExcluded(plan)}
    ), hit as materialized (
      select c.* from candidate c where ${narrowedBy(narrow)}
    ), page as (
      select hit.document_id as "documentId", hit.rank, ${instantText(sql`hit.listed_at`)} as at from hit where ${after(asked, sql`hit`)}
      order by ${sort === 'best' ? sql`hit.rank, ` : sql``}hit.listed_at desc, hit.document_id desc limit ${size + 1}
    )
    select (select count(*) from hit) as total, (select count(*) from answering) > ${most} as cut,
      (select json_agg(page) from page) as page, (${facetsOf(narrow, filters)}) as facets`.execute(tx)
  const [row] = rows
  return { found: row?.page ?? [], total: row?.total ?? 0, totalIsExact: row?.cut === false, facets: row?.facets ?? [] }
}

/** Where hits of one rank are looked for. */
interface Source {
  readonly rank: number
  /** Its rows are all hits, which are counted as far as is looked; of others only the page is wanted. */
  readonly counts: boolean
  /** Texts must be looked through to know which rows are hits. */
  readonly isRead: boolean
  /** At most so many rows are expected there: how long the first piece of time is. */
  readonly expected: number
  /** Rows that answer in a piece of time. */
  readonly rows: (times: readonly string[] | undefined) => Condition
  /** Of those, what belongs on the page. */
  readonly shown: Condition
}

interface Looked {
  readonly found: Found[]
  readonly hits: number
  readonly facets: RawFacet[]
  /** There is nothing older. */
  readonly ended: boolean
}

/** The page by rank, each from the newest back; counted as far as was looked. */
async function fromTimes(tx: Tx, asked: Asked): Promise<FoundPage> {
  const { plan, exact, sort, size, cursor, filters } = asked
  const allMonths = await monthsOf(tx)
  const months = filters.year === undefined ? allMonths : allMonths.filter(({ name }) => name.startsWith(`${filters.year}-`))
  // Where every hit holds what was typed letter by letter, they all have that rank, and are looked for once.
  const allAsTyped = plan.typed !== undefined && plan.variants.every(({ phrases }) => phrases.includes(plan.typed?.folded ?? ''))
  const texts: Source = {
    rank: allAsTyped ? rankAsTyped : rankOfWords,
    counts: true,
    isRead: allAsTyped,
    expected: plan.expectedOverTime,
    rows: (times) => matchingRows(plan, plan.within, times),
    shown: sql`true`,
  }
  const ranked = sort === 'best' && plan.pieces.length > 0
  const titles: Source = {
    rank: 1,
    counts: false,
    isRead: false,
    expected: plan.expectedInTitle,
    rows: (times) => sql`select s.* from ${rowsHolding('titles_holding', plan.titleTerms, plan.within, times)} s where ${inTitleByWords(plan)}`,
    shown: sql`not ${isExact(exact)}`,
  }
  const typed: Source = {
    rank: rankAsTyped,
    counts: false,
    isRead: true,
    expected: plan.expectedAsTyped,
    rows: (times) => typedRows(plan, plan.within, times),
    shown: sql`not ${inTitleByWords(plan)} and not ${isExact(exact)}`,
  }
  const rest: Source = { ...texts, shown: sql`not ${inTitleByWords(plan)}${allAsTyped ? sql`` : sql` and not ${asTyped(plan)}`} and not ${isExact(exact)}` }
  const found: Found[] = ranked && (cursor?.rank ?? 0) === 0 ? await exactHits(tx, asked) : []
  let looked: Looked | undefined
  for (const source of ranked ? [titles, ...(plan.typed && !allAsTyped ? [typed] : []), rest] : [texts]) {
    if (found.length > size || (ranked && cursor && cursor.rank > source.rank)) continue
    const from = !ranked || cursor?.rank === source.rank ? cursor : undefined
    const part = await lookBack(tx, asked, source, { months, from, size: size + 1 - found.length })
    found.push(...part.found)
    if (source.counts && !from) looked = part
  }
  // What was counted on the way from the newest; a page further on counts once more, as the first did.
  looked ??= await lookBack(tx, asked, texts, { months, from: undefined, size: 1 })
  const known = Object.keys(narrowings(filters, sql`c`)).length === 0 && plan.excluded.length === 0 ? plan.certain : 0
  return {
    found,
    total: looked.ended ? looked.hits : roughly(Math.max(looked.hits, known)),
    totalIsExact: looked.ended,
    facets: looked.facets,
  }
}

async function exactHits(tx: Tx, { exact, filters, cursor, size }: Asked): Promise<Found[]> {
  if (exact.length === 0) return []
  const { rows } = await sql<Found>`
    select s.document_id as "documentId", 0 as rank, ${instantText(sql`s.listed_at`)} as at from publication.search_document s
    where ${allOf([isExact(exact), narrowedBy(narrowings(filters, sql`s`)), olderThan(cursor, sql`s`)])} order by s.listed_at desc, s.document_id desc limit ${size + 1}`.execute(
    tx,
  )
  return rows
}

interface Back {
  readonly months: readonly Month[]
  readonly from: SearchCursor | undefined
  readonly size: number
}

/** Looks at one piece of time after the other, the newest first, until there are enough for the page or nothing is older. */
async function lookBack(tx: Tx, asked: Asked, source: Source, { months, from, size }: Back): Promise<Looked> {
  const { documents } = asked.plan
  const found: Found[] = []
  let [hits, seen, facets]: [number, number, RawFacet[]] = [0, 0, []]
  let before = from?.at
  // All at once where they are few: what is counted may be more, what is only shown ends with the page.
  const [few, wanted] = source.counts ? [areFew(asked.plan), wantedHits] : [source.expected <= wantedHits, wantedOnPage]
  let target = few ? Number.POSITIVE_INFINITY : (wanted * documents) / source.expected
  for (;;) {
    const piece = await pieceBefore(tx, months, before, target)
    if (!piece) return { found, hits, facets, ended: true }
    const part = await lookAt(tx, asked, source, { ...piece, before: before === from?.at ? undefined : before, cursor: from, size: size - found.length })
    found.push(...part.found)
    hits += part.hits
    seen += piece.documents
    facets = addedFacets(facets, part.facets)
    if (piece.isLast) return { found, hits, facets, ended: true }
    if (found.length >= size) return { found, hits, facets, ended: false }
    before = piece.from
    const most = mostGrowth[source.isRead ? 'byReading' : 'byIndex'] * target
    // What should have held many and held none holds few as a whole.
    target = hits === 0 ? (source.isRead ? most : Number.POSITIVE_INFINITY) : Math.min(most, Math.max(2 * target, (wantedOnPage * seen) / hits))
  }
}

interface TimeLook {
  readonly terms: readonly string[] | undefined
  readonly from: string | undefined
  readonly before: string | undefined
  readonly cursor: SearchCursor | undefined
  readonly size: number
}

async function lookAt(tx: Tx, { plan, filters }: Asked, source: Source, { terms, from, before, cursor, size }: TimeLook): Promise<Omit<Looked, 'ended'>> {
  const narrow = narrowings(filters, sql`c`)
  const inTime = [
    ...(from === undefined ? [] : [sql`s.listed_at >= ${from}::timestamptz`]),
    ...(before === undefined ? [] : [sql`s.listed_at < ${before}::timestamptz`]),
  ]
  const { rows } = await sql<{ hits: number; page: Found[] | null; facets: RawFacet[] | null }>`
    with candidate as materialized (
      select s.document_id, s.unit_id, s.kind, s.theme, s.validity, s.year, s.listed_at, (${source.shown}) as shown
      from (${source.rows(terms)}) s where ${allOf([...inTime, olderThan(cursor, sql`s`), sql`not ${isExcluded(plan)}`])}
    ), hit as materialized (
      select c.* from candidate c where ${narrowedBy(narrow)}
    ), page as (
      select hit.document_id as "documentId", ${source.rank}::integer as rank, ${instantText(sql`hit.listed_at`)} as at from hit where hit.shown
      order by hit.listed_at desc, hit.document_id desc limit ${size}
    )
    select (select count(*) from hit) as hits, (select json_agg(page) from page) as page, (${source.counts ? facetsOf(narrow, filters) : sql`null`}) as facets`.execute(
    tx,
  )
  const [row] = rows
  return { found: row?.page ?? [], hits: row?.hits ?? 0, facets: row?.facets ?? [] }
}

/** Two figures: more would pretend to know. */
function roughly(total: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(total, 1))) - 1)
  return Math.floor(total / unit) * unit
}
