// Open applications with a day in a span: two narrow ways in, by the day for the reply and by the day that others have.
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { OpenCase } from '../rules/due-days.ts'
import { within } from './reach.ts'

export interface DueCase extends OpenCase {
  readonly number: string
  readonly subject: string
  readonly unitName: string
  readonly handlerName: string | null
}

export interface DueQuestion {
  readonly reach: Reach
  readonly unitId?: string | undefined
  readonly first: Day
  readonly last: Day
  /** Replies from this day on have no day of their own in the span. */
  readonly beyond: Day
}

/** At most `limit`, the earliest first. */
export async function casesDue(tx: Tx, { reach, unitId, first, last, beyond }: DueQuestion, limit: number): Promise<DueCase[]> {
  const open = sql<boolean>`application.concluded_on is null and ${within(reach)} ${unitId ? sql`and application.unit_id = ${unitId}::uuid` : sql``}`
  const found = (when: RawBuilder<boolean>, column: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`(select application.id from requests.application where ${open} and ${when} order by ${column}, application.id limit ${limit})`
  const { rows } = await sql<Omit<DueCase, 'days'> & { draft: number | null; review: number | null; send: number | null }>`
    select application.id, application.number, application.subject, unit.name as "unitName", handler.name as "handlerName", application.state,
      application.due_on as "dueOn", application.awaited_until as "awaitedUntil", application.provisional,
      term.draft_days as draft, term.review_days as review, term.send_days as send
    from requests.application
    join organization.unit on unit.id = application.unit_id
    left join access.account handler on handler.id = application.handler_id
    left join requests.internal_term term on term.unit_id = application.unit_id
    where application.id in (
      ${found(sql<boolean>`application.due_on >= ${first} and application.due_on < ${beyond}`, sql`application.due_on`)}
      union ${found(sql<boolean>`application.awaited_until between ${first} and ${last}`, sql`application.awaited_until`)})
    order by coalesce(application.due_on, application.awaited_until), application.id limit ${limit}`.execute(tx)
  return rows.map(({ draft, review, send, ...one }) => ({
    ...one,
    days: draft === null || review === null || send === null ? null : { draft, review, send },
  }))
}
