// Encryption of small secrets at rest (AES-256-GCM) under keys that live outside the database. Each sealed thing names its key.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { allOf, derivedOnce, keyIdBytes, keyIdOf, sourceOf, type KeySource } from './key-ring.ts'

/** `purpose` binds the bytes to their place: what was sealed for one account cannot be opened as another's. */
export interface Seal {
  seal(plain: Uint8Array, purpose: string): Buffer
  open(sealed: Uint8Array, purpose: string): Buffer
}

/** Without the name of its key, as it was written until November 2026. */
const nameless = 1
const version = 2
const ivBytes = 12
const tagBytes = 16

interface DerivedKey {
  readonly id: string
  readonly cipherKey: Buffer
}

const derived = derivedOnce((key): DerivedKey => ({ id: keyIdOf(key), cipherKey: Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'gongkai seal', 32)) }))

function openUnder(cipherKey: Buffer, rest: Buffer, purpose: string): Buffer {
  const tag = rest.subarray(ivBytes, ivBytes + tagBytes)
  const decipher = createDecipheriv('aes-256-gcm', cipherKey, rest.subarray(0, ivBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(purpose)).setAuthTag(tag)
  return Buffer.concat([decipher.update(rest.subarray(ivBytes + tagBytes)), decipher.final()])
}

/** The first bytes of all that is sealed under a key. */
export const sealedUnder = (keyId: string): Buffer => Buffer.concat([Buffer.of(version), Buffer.from(keyId, 'hex')])

/** A seal under the newest of `keys`. Opening throws where key, purpose or bytes do not fit. */
export function sealUnder(keys: Uint8Array | KeySource): Seal {
  const source = sourceOf(keys)
  return {
    seal(plain, purpose) {
      const { id, cipherKey } = derived(source().current)
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', cipherKey, iv).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([sealedUnder(id), iv, cipher.getAuthTag(), body])
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed)
      const ring = allOf(source()).map(derived)
      if (bytes[0] === version) {
        const name = bytes.subarray(1, 1 + keyIdBytes).toString('hex')
        const key = ring.find(({ id }) => id === name)
        if (!key) throw new Error('sealed under an unknown key')
        return openUnder(key.cipherKey, bytes.subarray(1 + keyIdBytes), purpose)
      }
      if (bytes[0] !== nameless) throw new Error('sealed by an unknown version')
      return openByAny(ring, bytes.subarray(1), purpose)
    },
  }
}

/** What names no key is tried with each: only the right one passes the tag. */
function openByAny(ring: readonly DerivedKey[], rest: Buffer, purpose: string): Buffer {
  let fault: unknown
  for (const { cipherKey } of ring) {
    try {
      return openUnder(cipherKey, rest, purpose)
    } catch (error) {
      fault = error
    }
  }
  throw fault
}
