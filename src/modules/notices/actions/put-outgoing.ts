// Puts a letter or a text message into the outbox, in the transaction of what it tells of. Recipient and text are sealed, the subject is not.
import { randomUUID } from 'node:crypto'
import type { Seal } from '../../../platform/crypto/seal.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { OutgoingChannel, OutgoingKind } from '../law/outgoing.ts'
import { purposeOf } from '../rules/sealed.ts'
import { insertOutgoing } from '../store/outgoing.ts'

export interface OutgoingLetter {
  /** By mail where nothing else is said. */
  readonly channel?: OutgoingChannel
  readonly kind: OutgoingKind
  /** Null where it goes to somebody without an account. */
  readonly accountId: string | null
  /** An address, or a mobile number. */
  readonly to: string
  /** Must hold no personal detail. */
  readonly subject: string
  readonly text: string
}

export async function putOutgoing(tx: Tx, seal: Seal, letters: readonly OutgoingLetter[], at: Date): Promise<void> {
  const rows = letters.map(({ channel = 'mail', kind, accountId, to, subject, text }) => {
    const id = randomUUID()
    return { id, channel, kind, accountId, subject, sealed: seal.seal(Buffer.from(JSON.stringify({ to, text })), purposeOf(id)) }
  })
  await insertOutgoing(tx, rows, at)
}
