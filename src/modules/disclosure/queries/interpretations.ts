// Which documents owe an interpretation, and how does each stand?
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { allOf, containing } from './conditions.ts'
import type { Slice } from './edition-list.ts'
import { readableBy } from './reach.ts'

export interface InterpretationRow {
  readonly documentId: string
  readonly editionId: string
  readonly title: string
  readonly unitName: string
  readonly publishedOn: Day
  readonly dueOn: Day
  readonly provisional: boolean
  readonly givenOn: Day | null
  readonly interpretationTitle: string | null
  readonly interpretationEditionId: string | null
  readonly waivedReason: string | null
  readonly waivedByName: string | null
}

export interface InterpretationQuestion {
  readonly state: 'open' | 'late' | 'given' | 'waived' | 'all'
  readonly q: string
  readonly unitId?: string | undefined
}

const china = (column: RawBuilder<unknown>): RawBuilder<Day> => sql<Day>`(${column} at time zone 'Asia/Shanghai')::date`

/** The first public interpretation of each, found by the relation that leads to it. */
const sources = sql`
  disclosure.interpretation_duty duty
  join disclosure.document on document.id = duty.document_id
  join disclosure.edition on edition.id = document.live_edition_id
  join organization.unit on unit.id = document.unit_id
  left join disclosure.interpretation_waiver waiver on waiver.document_id = duty.document_id
  left join lateral (
    select public.id, public.title, ${china(sql`public.first_published_at`)} as given_on
    from disclosure.relation join publication.document public on public.id = relation.from_id
    where relation.to_id = duty.document_id and relation.kind = 'interprets' and relation.state = 'set'
    order by public.first_published_at, public.id limit 1) given on true`

const conditionOf = (actor: Actor, asked: InterpretationQuestion, today: Day): RawBuilder<unknown> =>
  allOf([
    readableBy(actor),
    (asked.state === 'open' || asked.state === 'late') && sql`given.id is null and waiver.document_id is null`,
    asked.state === 'late' && sql`duty.due_on < ${today}::date`,
    asked.state === 'given' && sql`given.id is not null`,
    asked.state === 'waived' && sql`given.id is null and waiver.document_id is not null`,
    asked.unitId !== undefined && sql`document.unit_id = ${asked.unitId}`,
    asked.q !== '' && containing(sql`edition.title`, asked.q),
  ])

export async function interpretationList(
  tx: Tx,
  actor: Actor,
  asked: InterpretationQuestion,
  today: Day,
  { limit, offset }: Slice,
): Promise<{ rows: InterpretationRow[]; total: number }> {
  const condition = conditionOf(actor, asked, today)
  const { rows } = await sql<InterpretationRow>`
    select duty.document_id as "documentId", edition.id as "editionId", edition.title, unit.name as "unitName", duty.published_on as "publishedOn", duty.due_on as "dueOn",
      duty.provisional, given.given_on as "givenOn", given.title as "interpretationTitle",
      (select live_edition_id from disclosure.document where id = given.id) as "interpretationEditionId",
      waiver.reason as "waivedReason", (select name from access.account where id = waiver.approved_by) as "waivedByName"
    from ${sources} where ${condition}
    order by duty.due_on desc, duty.document_id limit ${limit} offset ${offset}`.execute(tx)
  const count = await sql<{ total: number }>`select count(*) as total from ${sources} where ${condition}`.execute(tx)
  return { rows, total: count.rows[0]?.total ?? 0 }
}

export interface OwnDuty {
  readonly publishedOn: Day | null
  readonly dueOn: Day | null
  readonly provisional: boolean
  readonly givenOn: Day | null
  readonly waivedReason: string | null
  readonly waivedByName: string | null
  readonly columnKinds: readonly string[]
}

/** What is known of one document, public or not. */
export async function dutyOf(tx: Tx, documentId: string, columnIds: readonly string[]): Promise<OwnDuty> {
  const { rows } = await sql<OwnDuty>`
    select duty.published_on as "publishedOn", duty.due_on as "dueOn", coalesce(duty.provisional, false) as provisional,
      (select min(${china(sql`public.first_published_at`)}) from disclosure.relation join publication.document public on public.id = relation.from_id
        where relation.to_id = own.id and relation.kind = 'interprets' and relation.state = 'set') as "givenOn", waiver.reason as "waivedReason",
      (select name from access.account where id = waiver.approved_by) as "waivedByName",
      array(select distinct kind from publication.site_column where id = any(${[...columnIds]}::uuid[])) as "columnKinds"
    from (select ${documentId}::uuid as id) own
    left join disclosure.interpretation_duty duty on duty.document_id = own.id
    left join disclosure.interpretation_waiver waiver on waiver.document_id = own.id`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('a row of one row was empty')
  return row
}

export interface LateDuty {
  readonly documentId: string
  readonly editionId: string
  readonly dueOn: Day
}

/** Late ones that nobody was told of, held so that two workers tell of none twice. */
export async function lateUntold(tx: Tx, today: Day, limit: number): Promise<LateDuty[]> {
  const { rows } = await sql<LateDuty>`
    select duty.document_id as "documentId", edition.id as "editionId", duty.due_on as "dueOn"
    from ${sources} where duty.late_told_on is null and duty.due_on < ${today}::date and given.id is null and waiver.document_id is null
    order by duty.due_on, duty.document_id limit ${limit} for update of duty skip locked`.execute(tx)
  return rows
}

export interface OpenDuty {
  readonly documentId: string
  readonly title: string
  readonly unitName: string
  readonly publishedOn: Day
  readonly dueOn: Day
  readonly provisional: boolean
}

/** Duties that nobody has met or waived, earliest due first: for the clock. */
export async function openDuties(tx: Tx): Promise<OpenDuty[]> {
  const { rows } = await sql<OpenDuty>`
    select duty.document_id as "documentId", edition.title, unit.name as "unitName", duty.published_on as "publishedOn", duty.due_on as "dueOn", duty.provisional
    from ${sources} where given.id is null and waiver.document_id is null order by duty.due_on, duty.document_id`.execute(tx)
  return rows
}
