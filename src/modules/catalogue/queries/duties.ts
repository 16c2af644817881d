// Duties: one page of a list, one with all around it, how many of each kind, and whom to remind.
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import { addDays, type Day } from '../../../kernel/day.ts'
import type { Span } from '../../../kernel/metric.ts'
import { partyKind, type Line } from '../../../law/lines.ts'
import { countedTo, mostCounted, type Counted } from '../../../platform/database/counted.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { newlyLateDays, soonDays, type Cause, type ClosingKind, type Outcome } from '../law/duties.ts'
import type { DutyMetric } from '../law/metrics.ts'
import type { Rhythm } from '../law/rhythms.ts'
import { dutyFigureIs } from './duty-figures.ts'
import { unitsOfLine, unitsWithin } from './reach.ts'

export interface Duty {
  readonly dutyId: string
  readonly cause: Cause
  readonly entryId: string | null
  readonly field: string
  readonly item1: string
  readonly item2: string
  readonly item3: string
  readonly statutoryItem: string | null
  readonly rhythm: Rhythm | null
  readonly columnIds: readonly string[]
  readonly responsibilityId: string | null
  readonly unitId: string
  readonly unitName: string
  readonly line: Line
  readonly sectionId: string | null
  readonly sectionName: string | null
  readonly subjectId: string | null
  readonly subjectTitle: string
  readonly event: string | null
  /** Text that the event came from, while it is public. */
  readonly eventDocumentId: string | null
  /** Who entered the event, or that it was raised by what happened on the site. */
  readonly eventEnteredBy: string | null
  readonly periodFrom: Day
  readonly periodTo: Day
  readonly dueOn: Day
  readonly provisional: boolean
  readonly settledOn: Day | null
  readonly outcome: Outcome | null
  readonly waitingClosing: boolean
}

const fields = sql`duty.id as "dutyId", duty.cause, held.entry_id as "entryId", coalesce(v.field, '') as field, coalesce(v.item1, '') as item1, coalesce(v.item2, '') as item2,
  coalesce(v.item3, '') as item3, v.statutory_item as "statutoryItem", v.rhythm, coalesce(v.column_ids, '{}') as "columnIds", duty.responsibility_id as "responsibilityId",
  duty.unit_id as "unitId", unit.name as "unitName", case when unit.kind = ${partyKind} then 'party' else 'government' end as line, coalesce(held.section_id, duty.section_id) as "sectionId", section.name as "sectionName", duty.subject_id as "subjectId",
  duty.subject_title as "subjectTitle", trigger.what as event, (select id from publication.document where id = trigger.document_id) as "eventDocumentId", trigger.entered_by_name as "eventEnteredBy", duty.period_from as "periodFrom", duty.period_to as "periodTo", duty.due_on as "dueOn", duty.provisional,
  duty.settled_on as "settledOn", duty.outcome,
  exists (select from catalogue.closing where closing.duty_id = duty.id and closing.granted is null) as "waitingClosing"`

const sources = sql`catalogue.duty
  join organization.unit on unit.id = duty.unit_id
  left join catalogue.responsibility held on held.id = duty.responsibility_id
  left join catalogue.entry_version v on v.entry_id = held.entry_id and v.ends_on is null
  left join organization.unit section on section.id = coalesce(held.section_id, duty.section_id)
  left join catalogue.trigger on trigger.id = duty.trigger_id`

export type DutyView = 'open' | 'soon' | 'late' | 'newly-late' | 'closing' | 'settled'

export interface DutyQuestion {
  readonly view: DutyView
  readonly today: Day
  readonly reach: Reach
  readonly line: Line
  /** What a figure of a period counts, in place of the view. */
  readonly counted?: (Span & { readonly figure: DutyMetric }) | undefined
  readonly unitId?: string | undefined
  /** A unit and all below it. */
  readonly under?: string | undefined
  readonly sectionId?: string | undefined
  readonly field?: string | undefined
  readonly cause?: Cause | undefined
  readonly words: string
  readonly sort: 'due' | '-due' | 'unit'
  readonly limit: number
  readonly offset: number
}

function viewOf(view: DutyView, today: Day): RawBuilder<unknown> {
  switch (view) {
    case 'open':
      return sql`duty.outcome is null`
    case 'soon':
      return sql`duty.outcome is null and duty.due_on between ${today}::date and ${addDays(today, soonDays)}::date`
    case 'late':
      return sql`duty.outcome is null and duty.due_on < ${today}::date`
    case 'newly-late':
      return sql`duty.outcome is null and duty.due_on between ${addDays(today, -newlyLateDays)}::date and ${addDays(today, -1)}::date`
    case 'closing':
      return sql`duty.outcome is null and exists (select from catalogue.closing where closing.duty_id = duty.id and closing.granted is null)`
    case 'settled':
      return sql`duty.outcome is not null`
  }
}

function where(ask: DutyQuestion): RawBuilder<unknown> {
  const like = `%${ask.words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const parts: RawBuilder<unknown>[] = [
    ask.counted ? dutyFigureIs(ask.counted.figure, ask.counted) : viewOf(ask.view, ask.today),
    unitsWithin(sql`duty.unit_id`, ask.reach),
    unitsOfLine(sql`duty.unit_id`, ask.line),
  ]
  if (ask.unitId) parts.push(sql`duty.unit_id = ${ask.unitId}::uuid`)
  if (ask.under) parts.push(sql`duty.unit_id in (select descendant_id from access.unit_reach where ancestor_id = ${ask.under}::uuid)`)
  if (ask.sectionId) parts.push(sql`coalesce(held.section_id, duty.section_id) = ${ask.sectionId}::uuid`)
  if (ask.field) parts.push(sql`v.field = ${ask.field}`)
  if (ask.cause) parts.push(sql`duty.cause = ${ask.cause}`)
  if (ask.words !== '')
    parts.push(sql`(v.item1 like ${like} or v.item2 like ${like} or v.item3 like ${like} or duty.subject_title like ${like} or trigger.what like ${like})`)
  return sql.join(parts, sql` and `)
}

export async function dutyList(tx: Tx, ask: DutyQuestion): Promise<Counted & { readonly rows: Duty[] }> {
  const settled = ask.view === 'settled'
  const order = {
    due: settled ? sql`duty.settled_on desc, duty.id` : sql`duty.due_on, duty.id`,
    '-due': sql`duty.due_on desc, duty.id`,
    unit: sql`unit.position, unit.name, duty.due_on, duty.id`,
  }[ask.sort]
  const { rows } = await sql<Duty>`select ${fields} from ${sources} where ${where(ask)} order by ${order} limit ${ask.limit} offset ${ask.offset}`.execute(tx)
  const counted = ask.sectionId || ask.field || ask.words !== '' ? sources : sql`catalogue.duty`
  // a list to which a figure opens says the very figure
  return { rows, ...(await countedTo(tx, sql`select from ${counted} where ${where(ask)}`, ask.counted ? undefined : mostCounted)) }
}

export async function dutyById(tx: Tx, dutyId: string, lock = false): Promise<Duty | undefined> {
  if (lock) await sql`select from catalogue.duty where id = ${dutyId}::uuid for update`.execute(tx)
  const { rows } = await sql<Duty>`select ${fields} from ${sources} where duty.id = ${dutyId}::uuid`.execute(tx)
  return rows[0]
}

export interface DutyCounts {
  readonly open: number
  readonly soon: number
  readonly late: number
  readonly newlyLate: number
  readonly closing: number
}

export async function dutyCounts(tx: Tx, reach: Reach, line: Line, today: Day): Promise<DutyCounts> {
  const { rows } = await sql<DutyCounts>`
    select count(*) as open, count(*) filter (where ${viewOf('soon', today)}) as soon, count(*) filter (where ${viewOf('late', today)}) as late,
      count(*) filter (where ${viewOf('newly-late', today)}) as "newlyLate", count(*) filter (where ${viewOf('closing', today)}) as closing
    from catalogue.duty where duty.outcome is null and ${unitsWithin(sql`duty.unit_id`, reach)} and ${unitsOfLine(sql`duty.unit_id`, line)}`.execute(tx)
  return rows[0] ?? { open: 0, soon: 0, late: 0, newlyLate: 0, closing: 0 }
}

export interface ClosingRow {
  readonly closingId: string
  readonly dutyId: string
  readonly kind: ClosingKind
  readonly article: string
  readonly reason: string
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: Date
  readonly granted: boolean | null
  readonly decidedByName: string | null
  readonly decidedAt: Date | null
  readonly opinion: string
}

const closingFields = sql`id as "closingId", duty_id as "dutyId", kind, article, reason, asked_by as "askedBy", asked_by_name as "askedByName", asked_at as "askedAt", granted,
  decided_by_name as "decidedByName", decided_at as "decidedAt", opinion`

export async function closingsOf(tx: Tx, dutyId: string): Promise<ClosingRow[]> {
  const { rows } =
    await sql<ClosingRow>`select ${closingFields} from catalogue.closing where duty_id = ${dutyId}::uuid order by asked_at desc limit 100`.execute(tx)
  return rows
}

export async function closingById(tx: Tx, closingId: string): Promise<ClosingRow | undefined> {
  const { rows } = await sql<ClosingRow>`select ${closingFields} from catalogue.closing where id = ${closingId}::uuid for update`.execute(tx)
  return rows[0]
}

export interface FulfilmentRow {
  readonly documentId: string | null
  readonly title: string
  readonly publishedOn: Day
  readonly confirmedByName: string
  readonly confirmedAt: Date
  readonly note: string
}

export async function fulfilmentOf(tx: Tx, dutyId: string): Promise<FulfilmentRow | undefined> {
  const { rows } = await sql<FulfilmentRow>`
    select document_id as "documentId", title, published_on as "publishedOn", confirmed_by_name as "confirmedByName", confirmed_at as "confirmedAt", note
    from catalogue.fulfilment where duty_id = ${dutyId}::uuid`.execute(tx)
  return rows[0]
}

export interface ToRemind {
  readonly unitId: string
  readonly sectionId: string | null
  readonly dutyIds: string[]
  readonly first: string
}

/** Open duties that reached a stage nobody was told of, by unit and section. */
export async function dutiesToRemind(tx: Tx, stage: number, until: Day, limit: number): Promise<ToRemind[]> {
  const { rows } = await sql<ToRemind>`
    select duty.unit_id as "unitId", coalesce(held.section_id, duty.section_id) as "sectionId", array_agg(duty.id order by duty.due_on) as "dutyIds",
      (array_agg(coalesce(nullif(v.item2, ''), v.item1, duty.subject_title) order by duty.due_on))[1] as first
    from catalogue.duty left join catalogue.responsibility held on held.id = duty.responsibility_id
      left join catalogue.entry_version v on v.entry_id = held.entry_id and v.ends_on is null
    where duty.outcome is null and duty.due_on <= ${until}::date and duty.reminded < ${stage}
    group by 1, 2 limit ${limit}`.execute(tx)
  return rows
}
