// Encryption of small secrets at rest (AES-256-GCM) under a key that lives outside the database.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** `purpose` binds the bytes to their place: what was sealed for one account cannot be opened as another's. */
export interface Seal {
  seal(plain: Uint8Array, purpose: string): Buffer
  open(sealed: Uint8Array, purpose: string): Buffer
}

const version = 1
const ivBytes = 12
const tagBytes = 16

/** A seal under `key` (at least 32 bytes). Opening throws where key, purpose or bytes do not fit. */
export function sealUnder(key: Uint8Array): Seal {
  if (key.byteLength < 32) throw new RangeError('the key must have at least 32 bytes')
  const cipherKey = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'gongkai seal', 32))
  return {
    seal(plain, purpose) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', cipherKey, iv).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([Buffer.of(version), iv, cipher.getAuthTag(), body])
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed)
      if (bytes[0] !== version) throw new Error('sealed by an unknown version')
      const iv = bytes.subarray(1, 1 + ivBytes)
      const tag = bytes.subarray(1 + ivBytes, 1 + ivBytes + tagBytes)
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(purpose)).setAuthTag(tag)
      return Buffer.concat([decipher.update(bytes.subarray(1 + ivBytes + tagBytes)), decipher.final()])
    },
  }
}
