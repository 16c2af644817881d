// The only writer of remedies; their steps are written by `course-steps.ts`.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { Raiser, RemedyKind } from '../law/remedy-cases.ts'
import type { CachedRemedy } from '../rules/remedy-case.ts'

export interface NewRemedy {
  readonly id: string
  readonly applicationId: string
  readonly kind: RemedyKind
  readonly raisedBy: Raiser
  readonly at: Date
  readonly cached: CachedRemedy
}

export async function insertRemedy(tx: Tx, { id, applicationId, kind, raisedBy, at, cached }: NewRemedy): Promise<void> {
  await sql`
    insert into requests.remedy (id, application_id, kind, raised_by, state, steps, received_on, body, number, after_reconsideration, due_on, awaited_until,
      calendar_version, provisional, entered_at, changed_at)
    values (${id}, ${applicationId}, ${kind}, ${raisedBy}, ${cached.state}, 1, ${cached.receivedOn}, ${cached.body}, ${cached.number}, ${cached.afterReconsideration},
      ${cached.dueOn}, ${cached.awaitedUntil}, ${cached.calendarVersion}, ${cached.provisional}, ${at}, ${at})`.execute(tx)
}

/** What the steps come to now; a day that moved is reminded of anew. */
export async function saveRemedy(tx: Tx, id: string, { steps, at, cached }: { steps: number; at: Date; cached: CachedRemedy }): Promise<void> {
  await sql`
    update requests.remedy set state = ${cached.state}, steps = ${steps}, body = ${cached.body}, result = ${cached.result}, concluded_on = ${cached.concludedOn}, changed_at = ${at}
    where id = ${id}`.execute(tx)
  await recountRemedy(tx, id, cached)
}

/** Days counted by a calendar; nothing else happened. */
export async function recountRemedy(tx: Tx, id: string, { dueOn, awaitedUntil, calendarVersion, provisional }: CachedRemedy): Promise<void> {
  await sql`
    update requests.remedy set reminded = case when due_on is distinct from ${dueOn}::date then 0 else reminded end,
      due_on = ${dueOn}, awaited_until = ${awaitedUntil}, calendar_version = ${calendarVersion}, provisional = ${provisional}
    where id = ${id}`.execute(tx)
}

export async function markRemediesReminded(tx: Tx, ids: readonly string[], stage: number): Promise<void> {
  await sql`update requests.remedy set reminded = ${stage} where id = any(${[...ids]}::uuid[])`.execute(tx)
}
