// Writes duties: made in batches, settled one by one, counted anew with the calendar; events, closings and quotas beside them.
import { sql } from 'kysely'
import { addDays, type Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { raisedByName, type TriggerEventKind } from '../law/events.ts'
import type { Cause, ClosingKind, Outcome } from '../law/duties.ts'

export interface NewDuty {
  readonly cause: Cause
  readonly responsibilityId: string | null
  readonly unitId: string
  readonly sectionId: string | null
  readonly triggerId?: string
  readonly subjectId?: string
  readonly subjectTitle?: string
  readonly periodFrom: Day
  readonly periodTo: Day
  readonly dueOn: Day
  readonly provisional: boolean
}

/** One statement for all; a duty of the same period that stands there already is left alone. Returns how many are new. */
export async function insertDuties(tx: Tx, duties: readonly NewDuty[], calendarVersion: string, at: Date): Promise<number> {
  if (duties.length === 0) return 0
  const { numAffectedRows } = await sql`
    insert into catalogue.duty (cause, responsibility_id, unit_id, section_id, trigger_id, subject_id, subject_title, period_from, period_to, due_on, provisional, calendar_version, made_at)
    select made.*, ${calendarVersion}, ${at}::timestamptz
    from unnest(${duties.map((one) => one.cause)}::text[], ${duties.map((one) => one.responsibilityId)}::uuid[], ${duties.map((one) => one.unitId)}::uuid[],
      ${duties.map((one) => one.sectionId)}::uuid[], ${duties.map((one) => one.triggerId ?? null)}::uuid[], ${duties.map((one) => one.subjectId ?? null)}::uuid[],
      ${duties.map((one) => one.subjectTitle ?? '')}::text[], ${duties.map((one) => one.periodFrom)}::date[], ${duties.map((one) => one.periodTo)}::date[],
      ${duties.map((one) => one.dueOn)}::date[], ${duties.map((one) => one.provisional)}::boolean[])
      as made (cause, responsibility_id, unit_id, section_id, trigger_id, subject_id, subject_title, period_from, period_to, due_on, provisional)
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

export async function setNext(tx: Tx, next: readonly { readonly responsibilityId: string; readonly nextOn: Day | null }[]): Promise<void> {
  if (next.length === 0) return
  await sql`
    update catalogue.responsibility held set next_on = given.next_on
    from unnest(${next.map((one) => one.responsibilityId)}::uuid[], ${next.map((one) => one.nextOn)}::date[]) as given (id, next_on)
    where held.id = given.id and held.until is null`.execute(tx)
}

export async function settleDuty(tx: Tx, dutyId: string, outcome: Outcome, on: Day): Promise<void> {
  await sql`update catalogue.duty set outcome = ${outcome}, settled_on = ${on}::date where id = ${dutyId}::uuid`.execute(tx)
}

/** What nobody answers for any more is owed no more. */
export async function dropDuties(tx: Tx, today: Day): Promise<void> {
  await sql`
    update catalogue.duty set outcome = 'dropped', settled_on = ${today}::date where outcome is null
      and responsibility_id in (select id from catalogue.responsibility where until is not null and until <= ${today}::date)`.execute(tx)
}

export interface Fulfilment {
  readonly dutyId: string
  readonly documentId: string | null
  readonly title: string
  readonly publishedOn: Day
  readonly note?: string
}

export async function insertFulfilment(tx: Tx, by: By, { dutyId, documentId, title, publishedOn, note = '' }: Fulfilment): Promise<void> {
  await sql`
    insert into catalogue.fulfilment (duty_id, document_id, title, published_on, confirmed_by, confirmed_by_name, confirmed_at, note)
    values (${dutyId}, ${documentId}::uuid, ${title}, ${publishedOn}::date, ${by.actor.accountId}, ${by.actor.name}, ${by.at}, ${note})`.execute(tx)
}

export interface AskedClosing {
  readonly dutyId: string
  readonly kind: ClosingKind
  readonly article: string
  readonly reason: string
}

export async function insertClosing(tx: Tx, by: By, { dutyId, kind, article, reason }: AskedClosing): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into catalogue.closing (duty_id, kind, article, reason, asked_by, asked_by_name, asked_at)
    values (${dutyId}, ${kind}, ${article}, ${reason}, ${by.actor.accountId}, ${by.actor.name}, ${by.at}) returning id`.execute(tx)
  return rows[0]?.id ?? ''
}

export async function decideClosing(tx: Tx, by: By, closingId: string, decision: { readonly granted: boolean; readonly opinion: string }): Promise<void> {
  await sql`
    update catalogue.closing set granted = ${decision.granted}, opinion = ${decision.opinion}, decided_by = ${by.actor.accountId}, decided_by_name = ${by.actor.name},
      decided_at = ${by.at} where id = ${closingId}::uuid`.execute(tx)
}

export interface TriggerEvent {
  readonly entryId: string
  readonly unitId: string
  readonly happenedOn: Day
  readonly what: string
}

export async function insertTrigger(tx: Tx, by: By, event: TriggerEvent): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into catalogue.trigger (entry_id, unit_id, happened_on, what, entered_by, entered_by_name, entered_at)
    values (${event.entryId}, ${event.unitId}, ${event.happenedOn}::date, ${event.what}, ${by.actor.accountId}, ${by.actor.name}, ${by.at}) returning id`.execute(
    tx,
  )
  return rows[0]?.id ?? ''
}

export interface RaisedTrigger {
  readonly triggerId: string
  readonly entryId: string
  readonly unitId: string
  readonly happenedOn: Day
  readonly what: string
  readonly event: TriggerEventKind
  readonly documentId: string
  readonly sourceKey: string
}

/** Returns the ids of those that are new: the same happening raises nothing twice. */
export async function insertRaised(tx: Tx, raised: readonly RaisedTrigger[], at: Date): Promise<ReadonlySet<string>> {
  if (raised.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    insert into catalogue.trigger (id, entry_id, unit_id, happened_on, what, event, document_id, source_key, entered_by_name, entered_at)
    select one."triggerId", one."entryId", one."unitId", one."happenedOn", one.what, one.event, one."documentId", one."sourceKey", ${raisedByName}, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(raised)}::jsonb)
      as one ("triggerId" uuid, "entryId" uuid, "unitId" uuid, "happenedOn" date, what text, event text, "documentId" uuid, "sourceKey" text)
    on conflict do nothing returning id`.execute(tx)
  return new Set(rows.map((row) => row.id))
}

export async function markReminded(tx: Tx, dutyIds: readonly string[], stage: number): Promise<void> {
  await sql`update catalogue.duty set reminded = ${stage} where id = any(${[...dutyIds]}::uuid[])`.execute(tx)
}

export async function recountDuties(
  tx: Tx,
  answers: readonly { readonly dutyId: string; readonly dueOn: Day; readonly provisional: boolean }[],
  calendarVersion: string,
): Promise<void> {
  if (answers.length === 0) return
  await sql`
    update catalogue.duty set due_on = given.due_on, provisional = given.provisional, calendar_version = ${calendarVersion}
    from unnest(${answers.map((one) => one.dutyId)}::uuid[], ${answers.map((one) => one.dueOn)}::date[], ${answers.map((one) => one.provisional)}::boolean[])
      as given (id, due_on, provisional) where duty.id = given.id`.execute(tx)
}

/** The quota before it ends on the day before; zero a month leaves none. */
export async function putQuota(
  tx: Tx,
  by: By,
  quota: { readonly unitId: string; readonly sectionId: string | null; readonly perMonth: number; readonly since: Day },
): Promise<void> {
  const same = sql`unit_id = ${quota.unitId}::uuid and section_id is not distinct from ${quota.sectionId}::uuid and until is null`
  await sql`delete from catalogue.quota where ${same} and since >= ${quota.since}::date`.execute(tx)
  await sql`update catalogue.quota set until = ${addDays(quota.since, -1)}::date where ${same}`.execute(tx)
  if (quota.perMonth === 0) return
  await sql`
    insert into catalogue.quota (unit_id, section_id, per_month, since, set_by_name)
    values (${quota.unitId}, ${quota.sectionId}::uuid, ${quota.perMonth}, ${quota.since}::date, ${by.actor.name})`.execute(tx)
}
