// Ends a session: the one at hand, or another of the same person.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { deleteSession } from '../store/sessions.ts'

export async function signOut(tx: Tx, accountId: string, tokenHash: Buffer): Promise<Ruling<void, 'not-found'>> {
  return (await deleteSession(tx, accountId, tokenHash)) ? granted(undefined) : refused('not-found')
}
