// Which surveys are there, and what was answered?
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Chosen } from '../rules/survey.ts'

export interface SurveyRow {
  readonly documentId: string
  readonly editionId: string
  readonly title: string
  readonly unitName: string
  readonly opensOn: Day
  readonly closesOn: Day
  readonly answers: number
}

export interface SurveyQuestion {
  readonly state: 'waiting' | 'open' | 'closed' | 'all'
  readonly q: string
}

const sources = sql`
  followup.survey
  join disclosure.document on document.id = survey.document_id
  join disclosure.edition on edition.id = document.live_edition_id
  join organization.unit on unit.id = document.unit_id`

const within = ({ everywhere, unitIds, sectionIds }: Reach): RawBuilder<unknown> =>
  everywhere
    ? sql`true`
    : sql`(document.unit_id = any(${[...unitIds]}::uuid[]) or document.handled_by_id = any(${[...unitIds]}::uuid[]) or document.section_id = any(${[...sectionIds]}::uuid[]))`

const selected = sql`
  select survey.document_id as "documentId", edition.id as "editionId", edition.title, unit.name as "unitName", survey.opens_on as "opensOn", survey.closes_on as "closesOn",
    (select count(*)::int from followup.answer where answer.document_id = survey.document_id) as answers`

const standing = (state: SurveyQuestion['state'], today: Day): RawBuilder<unknown> => {
  switch (state) {
    case 'waiting':
      return sql`survey.opens_on > ${today}::date`
    case 'open':
      return sql`survey.opens_on <= ${today}::date and survey.closes_on >= ${today}::date`
    case 'closed':
      return sql`survey.closes_on < ${today}::date`
    case 'all':
      return sql`true`
  }
}

export async function surveyList(
  tx: Tx,
  reach: Reach,
  asked: SurveyQuestion,
  today: Day,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ rows: SurveyRow[]; total: number }> {
  const condition = sql`${within(reach)} and ${standing(asked.state, today)} and (${asked.q} = '' or strpos(edition.title, ${asked.q}) > 0)`
  const { rows } = await sql<SurveyRow>`
    ${selected} from ${sources} where ${condition} order by survey.opens_on desc, survey.document_id limit ${limit} offset ${offset}`.execute(tx)
  const count = await sql<{ total: number }>`select count(*)::int as total from ${sources} where ${condition}`.execute(tx)
  return { rows, total: count.rows[0]?.total ?? 0 }
}

export interface AskedDocument {
  readonly title: string
  readonly unitId: string
  readonly sectionId: string | null
  readonly authorId: string
  readonly publishedOn: Day
  readonly opensOn: Day | null
  readonly closesOn: Day | null
  readonly closed: boolean
}

/** A public document within reach, with its survey if it has one. */
export async function askedDocument(tx: Tx, reach: Reach, documentId: string): Promise<AskedDocument | undefined> {
  const { rows } = await sql<AskedDocument>`
    select edition.title, coalesce(document.handled_by_id, document.unit_id) as "unitId", case when document.handled_by_id is null then document.section_id end as "sectionId",
      edition.author_id as "authorId", (public.first_published_at at time zone 'Asia/Shanghai')::date as "publishedOn",
      survey.opens_on as "opensOn", survey.closes_on as "closesOn", survey.closed_at is not null as closed
    from disclosure.document
    join disclosure.edition on edition.id = document.live_edition_id
    join publication.document public on public.id = document.id
    left join followup.survey on survey.document_id = document.id
    where document.id = ${documentId} and ${within(reach)}`.execute(tx)
  return rows[0]
}

const everywhere: Reach = { everywhere: true, unitIds: [], sectionIds: [], askedUnitIds: [] }

export const askedAnywhere = (tx: Tx, documentId: string): Promise<AskedDocument | undefined> => askedDocument(tx, everywhere, documentId)

/** The next survey of which its owner must be told, held: that it opened, or that it is over. */
export async function nextToTell(tx: Tx, today: Day): Promise<{ documentId: string; over: boolean } | undefined> {
  const { rows } = await sql<{ documentId: string; over: boolean }>`
    select document_id as "documentId", closes_on < ${today}::date as over from followup.survey
    where closed_at is null and (closes_on < ${today}::date or (told_open_at is null and opens_on <= ${today}::date))
    order by closes_on, document_id limit 1 for update skip locked`.execute(tx)
  return rows[0]
}

const mostWords = 200

export interface Answers {
  readonly total: number
  /** How many chose each option; what nobody chose is missing. */
  readonly chosen: readonly Chosen[]
}

/** Counted in the database: a survey of a county may have ten thousands of answers. */
export async function answersTo(tx: Tx, documentId: string): Promise<Answers> {
  const { rows } = await sql<Answers>`
    select (select count(*) from followup.answer where document_id = ${documentId})::int as total,
      (select coalesce(json_agg(json_build_object('question', question, 'option', option, 'count', count)), '[]') from (
        select key as question, value as option, count(*) from followup.answer, jsonb_each_text(choices) where document_id = ${documentId} group by key, value
      ) as grouped) as chosen`.execute(tx)
  return rows[0] ?? { total: 0, chosen: [] }
}

/** The newest of what readers wrote, for the owner alone. */
export async function wordsTo(tx: Tx, documentId: string): Promise<{ text: string; at: Date }[]> {
  const { rows } = await sql<{ text: string; at: Date }>`
    select words as text, received_at as at from followup.answer where document_id = ${documentId} and words <> '' order by received_at desc, id limit ${mostWords}`.execute(
    tx,
  )
  return rows
}

export async function surveyOpenOn(tx: Tx, documentId: string, on: Day): Promise<boolean> {
  const { rows } = await sql`
    select from followup.survey where document_id = ${documentId} and opens_on <= ${on}::date and closes_on >= ${on}::date and closed_at is null`.execute(tx)
  return rows.length > 0
}
