// Applications and remedies whose days may move with a calendar, and those whose people are to be told.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { RemedyKind } from '../law/remedy-cases.ts'

export interface OpenTerm {
  readonly id: string
  readonly number: string
  readonly unitName: string
  readonly steps: number
  readonly dueOn: Day | null
  readonly awaitedUntil: Day | null
}

/** Piece by piece in the order of ids. */
export async function openTerms(tx: Tx, afterId: string, limit: number): Promise<OpenTerm[]> {
  const { rows } = await sql<OpenTerm>`
    select application.id, application.number, unit.name as "unitName", application.steps, application.due_on as "dueOn", application.awaited_until as "awaitedUntil"
    from requests.application join organization.unit on unit.id = application.unit_id
    where application.concluded_on is null and application.received_on is not null and application.id > ${afterId}::uuid
    order by application.id limit ${limit}`.execute(tx)
  return rows
}

export interface ToRemind {
  readonly id: string
  readonly number: string
  readonly unitId: string
  readonly sectionId: string | null
  readonly handlerId: string | null
}

/** Due on or before `on` and not told of it at `stage`. */
export async function dueToRemind(tx: Tx, on: Day, stage: number, limit: number): Promise<ToRemind[]> {
  const { rows } = await sql<ToRemind>`
    select id, number, unit_id as "unitId", section_id as "sectionId", handler_id as "handlerId" from requests.application
    where concluded_on is null and due_on <= ${on} and reminded < ${stage} order by due_on, id limit ${limit} for update skip locked`.execute(tx)
  return rows
}

/** Arrived today or before and not confirmed: what starts the clock has not happened. */
export async function unconfirmed(tx: Tx, today: Day, limit: number): Promise<ToRemind[]> {
  const { rows } = await sql<ToRemind>`
    select id, number, unit_id as "unitId", section_id as "sectionId", handler_id as "handlerId" from requests.application
    where state = 'registered' and arrived_on <= ${today} order by arrived_on, id limit ${limit}`.execute(tx)
  return rows
}

export interface RemedyTerm {
  readonly id: string
  readonly kind: RemedyKind
  readonly requestNumber: string
  readonly unitName: string
  readonly dueOn: Day | null
}

/** Remedies with a day that runs, piece by piece in the order of ids. */
export async function remedyTerms(tx: Tx, afterId: string, limit: number): Promise<RemedyTerm[]> {
  const { rows } = await sql<RemedyTerm>`
    select remedy.id, remedy.kind, application.number as "requestNumber", unit.name as "unitName", remedy.due_on as "dueOn"
    from requests.remedy join requests.application on application.id = remedy.application_id join organization.unit on unit.id = application.unit_id
    where (remedy.due_on is not null or remedy.awaited_until is not null) and remedy.id > ${afterId}::uuid
    order by remedy.id limit ${limit}`.execute(tx)
  return rows
}

/** Remedies whose answer is due on or before `on` and of which nobody was told at `stage`. */
export async function remediesToRemind(tx: Tx, on: Day, stage: number, limit: number): Promise<(ToRemind & { remedyId: string })[]> {
  const { rows } = await sql<ToRemind & { remedyId: string }>`
    select remedy.id as "remedyId", application.id, application.number, application.unit_id as "unitId", application.section_id as "sectionId", application.handler_id as "handlerId"
    from requests.remedy join requests.application on application.id = remedy.application_id
    where remedy.due_on <= ${on} and remedy.reminded < ${stage} order by remedy.due_on, remedy.id limit ${limit} for update of remedy skip locked`.execute(tx)
  return rows
}
