// Which documents answer a question? Few are taken from the index of words and counted; of many, the newest are walked.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { candidateLimit, takesCandidates, type SearchFilters, type SearchPlan } from '../rules/search-plan.ts'
import type { SearchCursor } from '../rules/search-question.ts'
import {
  allOf,
  asTyped,
  attributesOf,
  inTitle,
  inTitleByWords,
  isExcluded,
  matches,
  matchingIds,
  narrowedBy,
  narrowings,
  type Condition,
} from './search-conditions.ts'
import { facetsOf, type RawFacet } from './search-facets.ts'
import { instantText } from './register-rows.ts'

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

/** So many candidates at most are looked at letter by letter for a better order. */
const provedLimit = 2000
/** So many of the newest documents are looked at where most of them answer. */
const walkLimit = 2000
const rankOfWords = 3

export async function findPage(tx: Tx, asked: Asked): Promise<FoundPage> {
  const { expected, documents } = asked.plan
  if (takesCandidates(expected, documents)) return fromCandidates(tx, asked)
  return (await fromNewest(tx, asked)) ?? fromCandidates(tx, asked)
}

const after = ({ sort, cursor }: Asked, row: Condition): Condition => {
  if (!cursor) return sql`true`
  const older = sql`(${row}.listed_at, ${row}.document_id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
  return sort === 'newest' ? older : sql`(${row}.rank > ${cursor.rank} or (${row}.rank = ${cursor.rank} and ${older}))`
}

const isExact = (exact: readonly string[]): Condition => sql`s.document_id = any(${exact}::uuid[])`

async function fromCandidates(tx: Tx, asked: Asked): Promise<FoundPage> {
  const { plan, filters, exact, sort, size } = asked
  // Too many by their text alone: the attributes must help in the index, and facets then count within them.
  const within = takesCandidates(plan.expectedByText, plan.documents) ? { all: [], any: undefined } : attributesOf(plan)
  const title = takesCandidates(plan.expected, plan.documents) ? inTitle(plan) : inTitleByWords(plan)
  const typed = plan.expected <= provedLimit ? sql`when ${asTyped(plan)} then 2` : sql``
  const narrow = narrowings(filters, sql`c`)
  const most = Math.max(candidateLimit, Math.ceil(plan.documents / 25))
  const { rows } = await sql<{ total: number; cut: boolean; page: Found[] | null; facets: RawFacet[] | null }>`
    with answering as materialized (
      select document_id from (${matchingIds(plan, within)}) matching union select unnest(${exact}::uuid[]) limit ${most + 1}
    ), candidate as materialized (
      select s.document_id, s.unit_id, s.kind, s.theme, s.validity, s.year, s.listed_at,
        case when ${isExact(exact)} then 0 when ${title} then 1 ${typed} else ${rankOfWords} end as rank
      from answering join publication.search_document s using (document_id) where not ${isExcluded(plan)}
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

/** Where the hits of one rank are looked for, from a place on. */
type Source = (from: SearchCursor | undefined, size: number) => Promise<Found[]>

/** Undefined where the newest documents do not fill the page: then the words are rarer together than each alone. */
async function fromNewest(tx: Tx, asked: Asked): Promise<FoundPage | undefined> {
  const { size, sort, cursor } = asked
  const byRank: (readonly [number, Source])[] =
    sort === 'newest' || asked.plan.pieces.length === 0
      ? [[rankOfWords, (from, wanted) => walk(tx, asked, from, wanted, [])]]
      : [
          [0, (from, wanted) => exactHits(tx, asked, from, wanted)],
          [1, (from, wanted) => titleHits(tx, asked, from, wanted)],
          [rankOfWords, (from, wanted) => walk(tx, asked, from, wanted, [sql`not ${inTitleByWords(asked.plan)}`, sql`not ${isExact(asked.exact)}`])],
        ]
  const found: Found[] = []
  for (const [rank, source] of byRank) {
    if (found.length > size || (byRank.length > 1 && cursor && cursor.rank > rank)) continue
    found.push(...(await source(byRank.length === 1 || cursor?.rank === rank ? cursor : undefined, size + 1 - found.length)))
  }
  return found.length > size ? { found, ...(await sample(tx, asked, size)) } : undefined
}

const olderThan = (from: SearchCursor | undefined): Condition =>
  from ? sql`(s.listed_at, s.document_id) < (${from.at}::timestamptz, ${from.id}::uuid)` : sql`true`

const answering = ({ plan, filters }: Asked): Condition => allOf([matches(plan), sql`not ${isExcluded(plan)}`, narrowedBy(narrowings(filters, sql`s`))])

async function exactHits(tx: Tx, { exact, filters }: Asked, from: SearchCursor | undefined, size: number): Promise<Found[]> {
  if (exact.length === 0) return []
  const { rows } = await sql<Found>`
    select s.document_id as "documentId", 0 as rank, ${instantText(sql`s.listed_at`)} as at from publication.search_document s
    where ${allOf([isExact(exact), narrowedBy(narrowings(filters, sql`s`)), olderThan(from)])} order by s.listed_at desc, s.document_id desc limit ${size}`.execute(
    tx,
  )
  return rows
}

/** Titles with all the words: few from the index of titles, of many the newest. */
async function titleHits(tx: Tx, asked: Asked, from: SearchCursor | undefined, size: number): Promise<Found[]> {
  const { plan, exact } = asked
  const wanted = allOf([inTitleByWords(plan), answering(asked), sql`not ${isExact(exact)}`, olderThan(from)])
  const rows = takesCandidates(plan.expectedInTitle, plan.documents)
    ? sql`select s.document_id, s.listed_at from publication.search_document s where ${wanted} offset 0`
    : sql`select s.document_id, s.listed_at from (select * from publication.search_document order by listed_at desc, document_id desc offset 0) s where ${wanted} limit ${size}`
  const { rows: found } = await sql<Found>`
    with hit as materialized (${rows})
    select document_id as "documentId", 1 as rank, ${instantText(sql`listed_at`)} as at from hit order by listed_at desc, document_id desc limit ${size}`.execute(
    tx,
  )
  return found
}

async function walk(tx: Tx, asked: Asked, from: SearchCursor | undefined, size: number, besides: readonly Condition[]): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select s.document_id as "documentId", ${rankOfWords}::integer as rank, ${instantText(sql`s.listed_at`)} as at
    from (select * from publication.search_document s where ${olderThan(from)} order by listed_at desc, document_id desc limit ${walkLimit}) s
    where ${allOf([answering(asked), ...besides])} limit ${size}`.execute(tx)
  return rows
}

/** How many there are at least, and how they divide, counted among the newest documents. */
async function sample(tx: Tx, { plan, filters }: Asked, atLeast: number): Promise<Omit<FoundPage, 'found'>> {
  const narrow = narrowings(filters, sql`c`)
  const looked = walkLimit / 4
  const { rows } = await sql<{ hits: number; facets: RawFacet[] | null }>`
    with candidate as materialized (
      select s.document_id, s.unit_id, s.kind, s.theme, s.validity, s.year
      from (select * from publication.search_document order by listed_at desc, document_id desc limit ${looked}) s
      where ${matches(plan)} and not ${isExcluded(plan)}
    )
    select (select count(*) from candidate c where ${narrowedBy(narrow)}) as hits, (${facetsOf(narrow, filters)}) as facets`.execute(tx)
  return { total: roughly(Math.max(rows[0]?.hits ?? 0, atLeast)), totalIsExact: false, facets: rows[0]?.facets ?? [] }
}

/** Two figures: more would pretend to know. */
function roughly(total: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(total, 1))) - 1)
  return Math.floor(total / unit) * unit
}
