// What the office keeps for itself: notes of an application, who watches it, and the days that a unit keeps.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { internalStageNames, internalStageRows } from '../law/internal-stages.ts'
import type { State } from '../law/states.ts'
import type { InternalDays } from '../rules/internal-dates.ts'
import type { ToRemind } from './open-terms.ts'

export interface Note {
  readonly id: string
  readonly text: string
  readonly byName: string
  readonly at: Date
}

const mostNotes = 200

export async function notesOn(tx: Tx, applicationId: string): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select id, text, by_name as "byName", at from requests.note where application_id = ${applicationId}::uuid order by at desc, id limit ${mostNotes}`.execute(
    tx,
  )
  return rows
}

export interface Watcher {
  readonly accountId: string
  readonly name: string
}

export async function watchersOf(tx: Tx, applicationId: string): Promise<Watcher[]> {
  const { rows } = await sql<Watcher>`
    select watcher.account_id as "accountId", account.name from requests.watcher join access.account on account.id = watcher.account_id
    where watcher.application_id = ${applicationId}::uuid order by watcher.since, account.id limit 100`.execute(tx)
  return rows
}

export async function internalDaysOf(tx: Tx, unitId: string): Promise<(InternalDays & { readonly setByName: string }) | undefined> {
  const { rows } = await sql<InternalDays & { setByName: string }>`
    select draft_days as draft, review_days as review, send_days as send, set_by_name as "setByName" from requests.internal_term where unit_id = ${unitId}::uuid`.execute(
    tx,
  )
  return rows[0]
}

/** A value by the stage that the state calls for. */
const byStage = (value: (stage: (typeof internalStageNames)[number]) => RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`case ${sql.join(
    internalStageNames.map((stage) => sql`when application.state = any(${[...internalStageRows[stage].states]}::text[]) then ${value(stage)}`),
    sql` `,
  )} end`

/** SQL over `application`: its internal date is over, by the first days for the reply of which it is not. */
export const internallyOver = (firsts: readonly Day[]): RawBuilder<boolean> => sql<boolean>`
  (application.concluded_on is null and application.due_on < (
    select (${[...firsts]}::date[])[1 + ${byStage((stage) => sql`term.${sql.ref(`${stage}_days`)}`)}] from requests.internal_term term where term.unit_id = application.unit_id))`

/** Whose internal date came and who were not told of it; `firsts` as of tomorrow. */
export async function dueInternally(tx: Tx, firsts: readonly Day[], limit: number): Promise<(ToRemind & { readonly state: State })[]> {
  const { rows } = await sql<ToRemind & { state: State }>`
    select id, number, unit_id as "unitId", section_id as "sectionId", handler_id as "handlerId", state from requests.application
    where ${internallyOver(firsts)} and reminded_internal < ${byStage((stage) => sql`${internalStageRows[stage].order}::int`)}
    order by due_on, id limit ${limit} for update skip locked`.execute(tx)
  return rows
}
