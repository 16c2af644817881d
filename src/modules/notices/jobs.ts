// Work of this module that nobody waits for: the daily digest, and the way out of the house.
import type { Clock } from '../../kernel/clock.ts'
import type { Seal } from '../../platform/crypto/seal.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Carrier } from '../../platform/mail/mail.ts'
import { putOutgoing } from './actions/put-outgoing.ts'
import { traceDays, type OutgoingChannel } from './law/outgoing.ts'
import { dueDigests } from './queries/mail-addresses.ts'
import { digestOf, nextTry } from './rules/outgoing.ts'
import { purposeOf } from './rules/sealed.ts'
import { markTold } from './store/mail-addresses.ts'
import { dropTraces, markFailed, markSent, saveWaysOut, takeWaiting, type WaysOut } from './store/outgoing.ts'

const peopleAtOnce = 200
/** The key of the settings was changed since, so that nobody can send it. */
const unreadable = { ok: false, lasting: true, fault: '密钥已经更换，内容无法读取' } as const

function opened(seal: Seal, id: string, sealed: Buffer): { to: string; text: string } | undefined {
  try {
    return JSON.parse(seal.open(sealed, purposeOf(id)).toString()) as { to: string; text: string }
  } catch {
    return undefined
  }
}
const dayMilliseconds = 86_400_000

/** One letter a day for everybody who wants it and has news, a few hundred people in each transaction. Returns the letters. */
export async function writeDigests(database: Database, clock: Clock, seal: Seal, inbox: string | undefined): Promise<number> {
  const until = clock.now()
  for (let written = 0; ;) {
    const some = await database.transaction(async (tx) => {
      const due = await dueDigests(tx, until, peopleAtOnce)
      await putOutgoing(
        tx,
        seal,
        due.map(({ accountId, name, address, counts }) => ({ kind: 'digest', accountId, to: address, ...digestOf({ name, counts, inbox }) })),
        until,
      )
      await markTold(
        tx,
        due.map((one) => one.accountId),
        until,
      )
      return due.length
    })
    written += some
    if (some < peopleAtOnce) return written
  }
}

/**
 * Sends what waits for one channel, each message in a transaction of its own: one that was sent just before a crash may go twice, with the same id, and none is lost.
 * Returns how many were tried.
 */
export async function sendWaiting(
  database: Database,
  clock: Clock,
  seal: Seal,
  { channel, carrier }: { readonly channel: OutgoingChannel; readonly carrier: Carrier },
): Promise<number> {
  const began = clock.now()
  for (let tried = 0; ; tried++) {
    const more = await database.transaction(async (tx) => {
      const message = await takeWaiting(tx, channel, began)
      if (!message) return false
      const { id, subject, sealed, tries } = message
      const letter = opened(seal, id, sealed)
      const sent = letter ? await carrier.send({ id, subject, ...letter }) : unreadable
      const at = clock.now()
      if (sent.ok) await markSent(tx, id, at)
      else await markFailed(tx, { id, fault: sent.fault, next: sent.lasting ? undefined : nextTry(tries + 1, at), at })
      return true
    })
    if (!more) return tried
  }
}

/** What the office may promise: written down whenever the worker starts. */
export const tellWaysOut = (database: Database, clock: Clock, ways: WaysOut): Promise<void> => database.transaction((tx) => saveWaysOut(tx, ways, clock.now()))

export const forgetOutgoing = (database: Database, clock: Clock): Promise<void> =>
  database.transaction((tx) => dropTraces(tx, new Date(clock.now().getTime() - traceDays * dayMilliseconds)))
