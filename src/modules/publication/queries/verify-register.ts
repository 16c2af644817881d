// Does the public register still say what was published? Recomputes all of it and names the first entry that does not fit.
import { KeyObject } from 'node:crypto'
import type { Tx } from '../../../platform/database/database.ts'
import { beginning, isSignedBy, linkHashOf, publicKeyOf, type Checkpoint } from '../rules/register-chain.ts'
import { firstUnfitDocument, type DocumentFault } from './verify-documents.ts'
import { checkpointsBetween, linksAfter, registerKeys } from './register-rows.ts'
import { registerCounts, unlinkedEntry } from './register-counts.ts'

export type RegisterFault =
  | { readonly kind: 'link-missing' | 'entry-missing' | 'chain-broken' | 'entry-changed'; readonly sequence: number; readonly entryId: number | null }
  | { readonly kind: 'entry-unlinked'; readonly entryId: number; readonly documentId: string }
  | { readonly kind: 'checkpoint-forged' | 'checkpoint-of-other-chain' | 'checkpoint-lost'; readonly sequence: number }
  | DocumentFault

export interface Verification {
  /** Undefined where everything fits. */
  readonly fault: RegisterFault | undefined
  readonly entries: number
  readonly linked: number
  readonly checkpoints: number
  readonly lastSignedSequence: number | undefined
  /** Whether the keys came with the question or from the database itself, which proves less. */
  readonly keysFrom: 'caller' | 'database'
}

export interface Trust {
  /** Public keys that may have signed, as key objects or PEM. Without them those kept in the database are taken. */
  readonly publicKeys?: readonly (KeyObject | string)[]
  /** Checkpoints that somebody kept elsewhere: they must still be there. */
  readonly known?: readonly Pick<Checkpoint, 'sequence' | 'linkHash'>[]
}

const batch = 2000

/** Reads one snapshot. Give a connection, or a transaction that is one already. */
export function verifyRegister(db: Tx, trust: Trust | KeyObject | string = {}): Promise<Verification> {
  const given: Trust = typeof trust === 'string' || trust instanceof KeyObject ? { publicKeys: [trust] } : trust
  if (db.isTransaction) return verified(db, given)
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => verified(tx, given))
}

async function verified(tx: Tx, trust: Trust): Promise<Verification> {
  const keys = (trust.publicKeys ?? (await registerKeys(tx)).map((key) => key.publicKey)).map(publicKeyOf)
  const chain = await walkChain(tx, keys, trust.known ?? [])
  const fault = chain.fault ?? (await unlinked(tx)) ?? (await firstUnfitDocument(tx))
  return { ...(await registerCounts(tx)), fault, lastSignedSequence: chain.lastSigned, keysFrom: trust.publicKeys ? 'caller' : 'database' }
}

async function unlinked(tx: Tx): Promise<RegisterFault | undefined> {
  const entry = await unlinkedEntry(tx)
  return entry && { kind: 'entry-unlinked', ...entry }
}

async function walkChain(tx: Tx, keys: readonly KeyObject[], known: Trust['known'] & {}): Promise<{ fault?: RegisterFault; lastSigned?: number }> {
  let head = { sequence: 0, linkHash: beginning }
  let lastSigned: number | undefined
  const kept = new Map(known.map((one) => [one.sequence, one.linkHash]))
  for (;;) {
    const links = await linksAfter(tx, head.sequence, batch)
    const upTo = links.at(-1)?.sequence
    if (upTo === undefined) break
    const signed = new Map((await checkpointsBetween(tx, head.sequence, upTo)).map((one) => [one.sequence, one]))
    for (const link of links) {
      const { sequence, entry, entryId } = link
      if (sequence !== head.sequence + 1) return { fault: { kind: 'link-missing', sequence: head.sequence + 1, entryId: null } }
      if (!entry) return { fault: { kind: 'entry-missing', sequence, entryId } }
      if (link.previousHash !== head.linkHash) return { fault: { kind: 'chain-broken', sequence, entryId } }
      if (link.linkHash !== linkHashOf({ ...link, entry })) return { fault: { kind: 'entry-changed', sequence, entryId } }
      const checkpoint = signed.get(sequence)
      if (checkpoint && checkpoint.linkHash !== link.linkHash) return { fault: { kind: 'checkpoint-of-other-chain', sequence } }
      if (checkpoint && !keys.some((key) => isSignedBy(checkpoint, key))) return { fault: { kind: 'checkpoint-forged', sequence } }
      if (checkpoint) lastSigned = sequence
      if (kept.has(sequence) && kept.get(sequence) !== link.linkHash) return { fault: { kind: 'checkpoint-of-other-chain', sequence } }
      kept.delete(sequence)
      head = { sequence, linkHash: link.linkHash }
    }
  }
  const [beyond] = await checkpointsBetween(tx, head.sequence, Number.MAX_SAFE_INTEGER)
  const lost = [...kept.keys(), ...(beyond ? [beyond.sequence] : [])].toSorted((a, b) => a - b)[0]
  if (lost !== undefined) return { fault: { kind: 'link-missing', sequence: head.sequence + 1, entryId: null }, lastSigned }
  return { lastSigned }
}
