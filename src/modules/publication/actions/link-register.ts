// Numbers and links the entries that were committed since, and signs a checkpoint where one is due.
import type { KeyObject } from 'node:crypto'
import type { Tx } from '../../../platform/database/database.ts'
import { lastCheckpoint, lastLink, pendingEntries } from '../queries/register-rows.ts'
import { chain, checkpointDue, keyIdOf, microseconds, publicPem, signCheckpoint } from '../rules/register-chain.ts'
import { lockRegister, saveCheckpoint, saveLinks, saveRegisterKey } from '../store/register.ts'

const batch = 500

export interface Linking {
  readonly key: KeyObject
  readonly now: Date
  /** Signs whatever is unsigned, due or not: when the process ends. */
  readonly signAll?: boolean
}

/** One batch in one transaction; returns how many were linked. Zero too where another sequencer is at work. */
export async function linkRegister(tx: Tx, { key, now, signAll = false }: Linking): Promise<number> {
  if (!(await lockRegister(tx))) return 0
  const last = await lastLink(tx)
  const links = chain(last, await pendingEntries(tx, batch), microseconds(now))
  if (links.length > 0) {
    await saveLinks(
      tx,
      links.map(({ sequence, entry, previousHash, linkHash }) => ({
        sequence,
        entryId: entry.id,
        previousHash: Buffer.from(previousHash, 'hex'),
        linkHash: Buffer.from(linkHash, 'hex'),
        linkedAt: now,
      })),
    )
  }
  const head = links.at(-1) ?? last
  const signed = await lastCheckpoint(tx)
  if (head && (checkpointDue(head, signed, now) || (signAll && head.sequence !== signed?.sequence))) {
    const checkpoint = signCheckpoint(head, microseconds(now), key)
    await saveRegisterKey(tx, keyIdOf(key), publicPem(key), now)
    await saveCheckpoint(tx, {
      sequence: checkpoint.sequence,
      link_hash: Buffer.from(checkpoint.linkHash, 'hex'),
      signed_at: now,
      key_id: checkpoint.keyId,
      signature: Buffer.from(checkpoint.signature, 'base64'),
    })
  }
  return links.length
}
