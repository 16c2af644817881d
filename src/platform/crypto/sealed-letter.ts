// Letters that many may close and one can open: X25519 with AES-256-GCM. Who closes needs a public key only and keeps nothing.
import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto'

const privatePrefix = Buffer.from('302e020100300506032b656e04220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b656e032100', 'hex')
const keyBytes = 32
const tagBytes = 16

/** `purpose` binds a letter to its place: closed for one, it cannot be opened as another's. */
export interface LetterBox {
  readonly publicKey: Buffer
  open(letter: Uint8Array, purpose: string): Buffer
}

const rawOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' }).subarray(publicPrefix.length)
const publicOf = (raw: Uint8Array): KeyObject => createPublicKey({ key: Buffer.concat([publicPrefix, raw]), type: 'spki', format: 'der' })

/** Each letter has a key of its own, used once, so that its first bytes may be the same each time. */
const cipherKeyOf = (privateKey: KeyObject, publicKey: KeyObject, ends: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), ends, 'gongkai letter', 32))
const onlyOnce = Buffer.alloc(12)

/** The box under the key of the installation (at least 32 bytes): the same key has the same box. Opening throws where anything does not fit. */
export function letterBox(key: Uint8Array): LetterBox {
  if (key.byteLength < keyBytes) throw new RangeError('the key must have at least 32 bytes')
  const own = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'gongkai letter box', keyBytes))
  const privateKey = createPrivateKey({ key: Buffer.concat([privatePrefix, own]), type: 'pkcs8', format: 'der' })
  const publicKey = rawOf(createPublicKey(privateKey))
  return {
    publicKey,
    open(letter, purpose) {
      const bytes = Buffer.from(letter)
      const sender = bytes.subarray(0, keyBytes)
      const cipherKey = cipherKeyOf(privateKey, publicOf(sender), Buffer.concat([sender, publicKey]))
      const tag = bytes.subarray(keyBytes, keyBytes + tagBytes)
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, onlyOnce, { authTagLength: tagBytes }).setAAD(Buffer.from(purpose)).setAuthTag(tag)
      return Buffer.concat([decipher.update(bytes.subarray(keyBytes + tagBytes)), decipher.final()])
    },
  }
}

/** Closes a letter for the box with this public key. */
export function closeLetter(publicKey: Uint8Array, plain: Uint8Array, purpose: string): Buffer {
  const mine = generateKeyPairSync('x25519')
  const sender = rawOf(mine.publicKey)
  const cipherKey = cipherKeyOf(mine.privateKey, publicOf(publicKey), Buffer.concat([sender, publicKey]))
  const cipher = createCipheriv('aes-256-gcm', cipherKey, onlyOnce).setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([sender, cipher.getAuthTag(), body])
}
