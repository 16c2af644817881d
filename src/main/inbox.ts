// Takes over what citizens put through the slot of the portal: each row by the reaction of its kind, once.
import { sql } from 'kysely'
import type { Clock } from '../kernel/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { Log } from '../platform/log/log.ts'
import type { InboxRow, Reaction } from './reactions.ts'

export interface InboxParts {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly reactions: Readonly<Record<string, Reaction>>
}

/** Takes the oldest row; false where there is none that another worker has not taken. */
async function takeOne({ database, clock, log, reactions }: InboxParts): Promise<boolean> {
  return database.transaction(async (tx) => {
    const found =
      await sql<InboxRow>`select id, kind, body, received_at as "receivedAt" from intake.inbox order by received_at, id limit 1 for update skip locked`.execute(
        tx,
      )
    const row = found.rows[0]
    if (!row) return false
    await sql`delete from intake.inbox where id = ${row.id}`.execute(tx)
    await sql`savepoint taking`.execute(tx)
    try {
      const reaction = reactions[row.kind]
      if (!reaction) throw new Error(`nothing takes inbox rows of kind ${row.kind}`)
      const ruling = await reaction(tx, row, { at: clock.now(), today: clock.today() })
      if (!ruling.ok) throw new Error(`refused: ${ruling.refusals.map(({ code }) => code).join(', ')}`)
    } catch (error) {
      await sql`rollback to savepoint taking`.execute(tx)
      log.error({ err: error, part: 'inbox', id: row.id, kind: row.kind }, 'put aside')
      const reason = error instanceof Error ? error.message : String(error)
      await sql`insert into intake.refused (id, kind, body, received_at, refused_at, reason)
        values (${row.id}, ${row.kind}, ${JSON.stringify(row.body)}::jsonb, ${row.receivedAt}, ${clock.now()}, ${reason})`.execute(tx)
    }
    return true
  })
}

/** Takes all that has arrived. Safe in several workers at once. */
export async function takeInbox(parts: InboxParts): Promise<number> {
  let taken = 0
  while (await takeOne(parts)) taken += 1
  return taken
}
