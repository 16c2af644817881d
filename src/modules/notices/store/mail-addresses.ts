// Writes where officials want to be reminded.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export interface PendingAddress {
  readonly accountId: string
  readonly address: string
  readonly codeHash: Buffer
  readonly until: Date
  readonly at: Date
}

/** The address in use stays until the new one is proved. */
export async function savePending(tx: Tx, { accountId, address, codeHash, until, at }: PendingAddress): Promise<void> {
  await sql`
    insert into notices.mail_address (account_id, pending_address, pending_code, pending_until, asked_at)
    values (${accountId}, ${address}, ${codeHash}, ${until}, ${at})
    on conflict (account_id) do update set pending_address = excluded.pending_address, pending_code = excluded.pending_code,
      pending_until = excluded.pending_until, pending_tries = 0, asked_at = excluded.asked_at`.execute(tx)
}

export async function countWrongCode(tx: Tx, accountId: string): Promise<void> {
  await sql`update notices.mail_address set pending_tries = pending_tries + 1 where account_id = ${accountId}`.execute(tx)
}

export async function confirmPending(tx: Tx, accountId: string, at: Date): Promise<void> {
  await sql`
    update notices.mail_address set address = pending_address, confirmed_at = ${at}, told_until = ${at},
      pending_address = null, pending_code = null, pending_until = null, pending_tries = 0
    where account_id = ${accountId}`.execute(tx)
}

/** When a code was last asked for stays, so that taking an address away is no way round the pause. */
export async function dropAddress(tx: Tx, accountId: string): Promise<void> {
  await sql`
    update notices.mail_address set address = null, confirmed_at = null, told_until = null, pending_address = null, pending_code = null, pending_until = null, pending_tries = 0
    where account_id = ${accountId}`.execute(tx)
}

export async function markTold(tx: Tx, accountIds: readonly string[], until: Date): Promise<void> {
  await sql`update notices.mail_address set told_until = ${until} where account_id = any(${[...accountIds]}::uuid[])`.execute(tx)
}
