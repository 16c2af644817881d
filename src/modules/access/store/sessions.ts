// Writes sessions; only the hash of a token is kept.
import type { Tx } from '../../../platform/database/database.ts'
import type { AccessTables } from './tables.ts'

const session = (tx: Tx) => tx.withTables<AccessTables>()

export interface NewSession {
  readonly tokenHash: Buffer
  readonly csrfToken: string
  readonly accountId: string
  readonly complete: boolean
  readonly address: string
  readonly userAgent: string
}

export async function insertSession(tx: Tx, { tokenHash, csrfToken, accountId, complete, address, userAgent }: NewSession, at: Date): Promise<void> {
  await session(tx)
    .insertInto('access.session')
    .values({
      token_hash: tokenHash,
      account_id: accountId,
      csrf_token: csrfToken,
      created_at: at,
      last_seen_at: at,
      complete,
      address,
      user_agent: userAgent,
    })
    .execute()
}

export async function completeSession(tx: Tx, tokenHash: Buffer, at: Date): Promise<void> {
  await session(tx).updateTable('access.session').set({ complete: true, last_seen_at: at }).where('token_hash', '=', tokenHash).execute()
}

export async function noteSeen(tx: Tx, tokenHash: Buffer, at: Date): Promise<void> {
  await session(tx).updateTable('access.session').set({ last_seen_at: at }).where('token_hash', '=', tokenHash).execute()
}

/** Whether there was such a session of this account. */
export async function deleteSession(tx: Tx, accountId: string, tokenHash: Buffer): Promise<boolean> {
  const gone = await session(tx)
    .deleteFrom('access.session')
    .where('token_hash', '=', tokenHash)
    .where('account_id', '=', accountId)
    .returning('account_id')
    .executeTakeFirst()
  return gone !== undefined
}

/** All sessions of an account, but for the one named. */
export async function deleteSessions(tx: Tx, accountId: string, except?: Buffer): Promise<void> {
  let query = session(tx).deleteFrom('access.session').where('account_id', '=', accountId)
  if (except) query = query.where('token_hash', '<>', except)
  await query.execute()
}

/** What ended long ago: sessions last seen before `before`. */
export async function deleteStaleSessions(tx: Tx, before: Date): Promise<number> {
  const result = await session(tx).deleteFrom('access.session').where('last_seen_at', '<', before).executeTakeFirst()
  return Number(result.numDeletedRows)
}
