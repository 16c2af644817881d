// A page of the editions that somebody may see.
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import { documentNumberKey } from '../../../kernel/document-number.ts'
import { countedTo, mostCounted, type Counted } from '../../../platform/database/counted.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { State } from '../law/states.ts'
import { allOf, containing } from './conditions.ts'
import { editionsNamed } from './editions-named.ts'
import { firstReadable } from './reach.ts'

export interface EditionListRow {
  readonly editionId: string
  readonly documentId: string
  readonly number: number
  readonly title: string
  readonly state: State
  readonly kind: string
  readonly documentNumber: string | null
  readonly unitId: string
  readonly unitName: string
  readonly authorName: string
  readonly important: boolean
  /** On the urgent route now, and whether its paper is still owed. */
  readonly urgent: boolean
  readonly paperOwed: boolean
  readonly historic: boolean
  readonly updatedAt: Date
  readonly since: Date
  readonly scheduledFor: Date | null
  readonly publishedAt: Date | null
  readonly indexNumber: string | null
  /** What stood against release when the gate last looked, while it is in work. */
  readonly errors: number
  readonly warnings: number
}

export interface EditionQuestion {
  readonly q?: string | undefined
  /** States separated by commas. */
  readonly state?: string | undefined
  readonly unitId?: string | undefined
  readonly kind?: string | undefined
  readonly theme?: string | undefined
  readonly columnId?: string | undefined
  readonly authorId?: string | undefined
  readonly mine?: boolean
  readonly important?: boolean | undefined
  readonly historic?: boolean | undefined
  /** Only those in which the gate found something: anything, or an error. */
  readonly findings?: 'any' | 'error' | undefined
  readonly validity?: string | undefined
  readonly disclosureMode?: string | undefined
  readonly updatedFrom?: string | undefined
  readonly updatedTo?: string | undefined
  readonly newest?: boolean
  readonly sort?: EditionSort
}

const sorts = {
  updatedAt: sql`edition.updated_at`,
  title: sql`edition.title`,
  state: sql`edition.state`,
  unitName: sql`unit.name`,
  publishedAt: sql`edition.published_at`,
} as const

type EditionSort = keyof typeof sorts | `-${keyof typeof sorts}`

/** `updatedAt` rises, `-updatedAt` falls; rows without a value come last. */
function order(sort: EditionSort, isPublished = false): RawBuilder<unknown> {
  const falls = sort.startsWith('-')
  const column = sorts[(falls ? sort.slice(1) : sort) as keyof typeof sorts]
  const never = sort.endsWith('publishedAt') && !isPublished ? sql`nulls last` : sql``
  return sql`${column} ${falls ? sql`desc` : sql`asc`} ${never}, edition.id ${falls ? sql`desc` : sql`asc`}`
}

const inWork = sql`edition.state not in ('published', 'superseded', 'withdrawn', 'filed', 'discarded')`

/** What every list of editions selects; `from` and joins included. */
export const editionColumns = sql`
  edition.id as "editionId", edition.document_id as "documentId", edition.number, edition.title, edition.state, edition.kind,
  edition.document_number as "documentNumber", document.unit_id as "unitId", unit.name as "unitName", author.name as "authorName", edition.important,
  exists (select from disclosure.urgent_route route where route.edition_id = edition.id and route.round = edition.round) as urgent,
  exists (select from disclosure.urgent_route route where route.edition_id = edition.id and route.round = edition.round
    and not exists (select from disclosure.urgent_paper paper where paper.edition_id = route.edition_id and paper.round = route.round)) as "paperOwed",
  document.historic_batch_id is not null as historic, edition.updated_at as "updatedAt", edition.since, edition.scheduled_for as "scheduledFor",
  edition.published_at as "publishedAt", public.index_number as "indexNumber",
  case when ${inWork} then coalesce(look.errors, 0) else 0 end as errors, case when ${inWork} then coalesce(look.warnings, 0) else 0 end as warnings`

export const editionSources = sql`
  disclosure.edition
  join disclosure.document on document.id = edition.document_id
  join organization.unit on unit.id = document.unit_id
  join access.account author on author.id = edition.author_id
  left join publication.document public on public.id = edition.document_id
  left join gate.look on look.edition_id = edition.id`

export function matching(q: string | undefined): RawBuilder<unknown> | undefined {
  if (q === undefined || q === '') return undefined
  const key = documentNumberKey(q)
  return sql`(${containing(sql`edition.title`, q)} or ${containing(sql`public.index_number`, q)} or ${containing(sql`edition.document_number`, q)}
    or (${key} <> '' and public.document_number_key = ${key}))`
}

/** Days are those of the office: they begin and end in its time zone, the country's only one. */
const chinaDay = (column: RawBuilder<unknown>): RawBuilder<unknown> => sql`(${column} at time zone 'Asia/Shanghai')::date`

const conditionOf = (actor: Actor, asked: EditionQuestion): RawBuilder<unknown> =>
  allOf([
    matching(asked.q),
    asked.state ? sql`edition.state = any(${asked.state.split(',')}::text[])` : false,
    asked.unitId ? sql`document.unit_id = ${asked.unitId}` : false,
    asked.kind ? sql`edition.kind = ${asked.kind}` : false,
    asked.theme ? sql`(edition.theme = ${asked.theme} or starts_with(edition.theme, ${`${asked.theme}\\`}))` : false,
    asked.columnId ? sql`${asked.columnId}::uuid = any(edition.column_ids)` : false,
    asked.authorId ? sql`edition.author_id = ${asked.authorId}` : false,
    asked.mine ? sql`edition.author_id = ${actor.accountId}` : false,
    asked.important === undefined ? false : sql`edition.important = ${asked.important}`,
    asked.historic === undefined ? false : sql`(document.historic_batch_id is not null) = ${asked.historic}`,
    asked.findings ? sql`look.errors + ${asked.findings === 'any' ? sql`look.warnings` : sql`0`} > 0 and ${inWork}` : false,
    asked.validity ? sql`edition.validity = ${asked.validity}` : false,
    asked.disclosureMode ? sql`edition.disclosure_mode = ${asked.disclosureMode}` : false,
    asked.updatedFrom ? sql`${chinaDay(sql`edition.updated_at`)} >= ${asked.updatedFrom}::date` : false,
    asked.updatedTo ? sql`${chinaDay(sql`edition.updated_at`)} <= ${asked.updatedTo}::date` : false,
    asked.newest
      ? sql`not exists (select from disclosure.edition later where later.document_id = edition.document_id and later.number > edition.number)`
      : false,
  ])

export interface Slice {
  readonly limit: number
  readonly offset: number
}

/** What the condition of a list asks of, of all editions or of some. */
const factsOf = (editionIds?: readonly string[]): RawBuilder<unknown> => sql`
  ${editionIds ? sql`(select * from disclosure.edition where id = any(${editionIds}::uuid[])) edition` : sql`disclosure.edition`}
  join disclosure.document on document.id = edition.document_id
  left join publication.document public on public.id = edition.document_id
  left join gate.look on look.edition_id = edition.id`

export interface EditionList extends Counted {
  readonly rows: EditionListRow[]
}

export async function editionList(tx: Tx, actor: Actor, question: EditionQuestion, { limit, offset }: Slice): Promise<EditionList> {
  const condition = conditionOf(actor, question)
  const named = question.q ? await editionsNamed(tx, question.q) : undefined
  const sources = factsOf(named?.areAll ? named.editionIds : undefined)
  const sort = question.sort ?? '-updatedAt'
  const byIndex = /updatedAt|publishedAt/.test(sort)
  const isPublished = question.state === 'published'
  const page = firstReadable(actor, {
    sources,
    condition: isPublished ? sql`${condition} and edition.published_at is not null` : condition,
    order: byIndex ? sql`order by ${order(sort, isPublished)}` : sql``,
    most: byIndex ? limit + offset : undefined,
  })
  const { rows } = await sql<EditionListRow>`
    select ${editionColumns} from ${editionSources} where edition.id in (${page})
    order by ${order(sort)} limit ${limit} offset ${offset}`.execute(tx)
  const count = (among: RawBuilder<unknown>): Promise<Counted> => {
    const found = firstReadable(actor, { sources: among, condition, order: sql``, most: mostCounted + 1 })
    return countedTo(tx, sql`select distinct id from (${found}) found`, mostCounted)
  }
  // Where some of those with the words are already more than is counted, the rest need not be looked for.
  const ofSome = named && !named.areAll ? await count(factsOf(named.editionIds)) : undefined
  return { rows, ...(ofSome?.totalIsExact === false ? ofSome : await count(sources)) }
}
