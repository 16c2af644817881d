// How entries of the public register are linked, so that a change of any of them is seen by everybody who recomputes it.
import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { canonicalJson, sm3 } from './canonical.ts'

/** Instants stand in it as text with microseconds, as the database keeps them: `2026-11-22T04:15:00.000000Z`. */
export interface Entry {
  readonly id: number
  readonly documentId: string
  readonly act: string
  readonly revision: number
  readonly indexNumber: string
  readonly at: string
  /** Hex, as all hashes here. */
  readonly saltedHash: string
}

export interface Link {
  readonly sequence: number
  readonly entry: Entry
  readonly previousHash: string
  readonly linkHash: string
  readonly linkedAt: string
}

export interface Checkpoint {
  readonly sequence: number
  readonly linkHash: string
  readonly signedAt: string
  readonly keyId: string
  /** Base64. */
  readonly signature: string
}

/** What the first link is chained to. */
export const beginning = '0'.repeat(64)

export const microseconds = (instant: Date): string => instant.toISOString().replace('Z', '000Z')

/** SM3 over the previous hash and the canonical form of sequence, entry and time. */
export function linkHashOf({ sequence, entry, previousHash, linkedAt }: Omit<Link, 'linkHash'>): string {
  return sm3(Buffer.from(previousHash, 'hex'), canonicalJson({ sequence, entry, linkedAt })).toString('hex')
}

/** Chains `entries`, in their order, to what was linked last. */
export function chain(last: { sequence: number; linkHash: string } | undefined, entries: readonly Entry[], linkedAt: string): Link[] {
  let head = last ?? { sequence: 0, linkHash: beginning }
  return entries.map((entry) => {
    const open = { sequence: head.sequence + 1, entry, previousHash: head.linkHash, linkedAt }
    const link = { ...open, linkHash: linkHashOf(open) }
    head = link
    return link
  })
}

export const checkpointPolicy = { links: 100, milliseconds: 60_000 } as const

/** A checkpoint is due after so many links, or where the last one is so old and something was linked since. */
export function checkpointDue(head: { sequence: number } | undefined, last: { sequence: number; signedAt: Date } | undefined, now: Date): boolean {
  if (!head || head.sequence === last?.sequence) return false
  return !last || head.sequence - last.sequence >= checkpointPolicy.links || now.getTime() - last.signedAt.getTime() >= checkpointPolicy.milliseconds
}

const signedText = ({ sequence, linkHash, signedAt, keyId }: Omit<Checkpoint, 'signature'>): Buffer =>
  Buffer.from(canonicalJson({ sequence, linkHash, signedAt, keyId }))

const ed25519 = (key: KeyObject): KeyObject => {
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('the key of the register must be an Ed25519 key')
  return key
}

/** The key that signs, as a key object or as PEM text. */
export const signingKey = (key: KeyObject | string): KeyObject => ed25519(typeof key === 'string' ? createPrivateKey(key) : key)

/** The public half, as a key object or as PEM text. */
export const publicKeyOf = (key: KeyObject | string): KeyObject => ed25519(typeof key === 'string' || key.type === 'private' ? createPublicKey(key) : key)

export const publicPem = (key: KeyObject): string => publicKeyOf(key).export({ type: 'spki', format: 'pem' }).toString()

/** The first half of the SHA-256 of the public key. */
export const keyIdOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(publicKeyOf(key).export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 32)

export function signCheckpoint(head: { sequence: number; linkHash: string }, signedAt: string, key: KeyObject): Checkpoint {
  const open = { sequence: head.sequence, linkHash: head.linkHash, signedAt, keyId: keyIdOf(key) }
  return { ...open, signature: sign(null, signedText(open), key).toString('base64') }
}

export const isSignedBy = (checkpoint: Checkpoint, publicKey: KeyObject): boolean =>
  checkpoint.keyId === keyIdOf(publicKey) && verify(null, signedText(checkpoint), publicKey, Buffer.from(checkpoint.signature, 'base64'))
