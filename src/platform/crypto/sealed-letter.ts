// Letters that many may close and one can open: X25519 with AES-256-GCM. Who closes needs a public key only and keeps nothing.
import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto'
import { allOf, derivedOnce, keyIdOf, sourceOf, type KeySource } from './key-ring.ts'

const privatePrefix = Buffer.from('302e020100300506032b656e04220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b656e032100', 'hex')
const keyBytes = 32
const tagBytes = 16

/** `purpose` binds a letter to its place: closed for one, it cannot be opened as another's. */
export interface LetterBox {
  /** Of the newest key: what is closed from now on is closed for it. */
  readonly publicKey: Buffer
  open(letter: Uint8Array, purpose: string): Buffer
  /** Which key opens it; undefined where none does. */
  keyOf(letter: Uint8Array, purpose: string): string | undefined
}

const rawOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' }).subarray(publicPrefix.length)
const publicOf = (raw: Uint8Array): KeyObject => createPublicKey({ key: Buffer.concat([publicPrefix, raw]), type: 'spki', format: 'der' })

/** Each letter has a key of its own, used once, so that its first bytes may be the same each time. */
const cipherKeyOf = (privateKey: KeyObject, publicKey: KeyObject, ends: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), ends, 'gongkai letter', 32))
const onlyOnce = Buffer.alloc(12)

interface OwnKey {
  readonly id: string
  readonly privateKey: KeyObject
  readonly publicKey: Buffer
}

/** The same key has the same box. */
const derived = derivedOnce((key): OwnKey => {
  const id = keyIdOf(key)
  const own = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'gongkai letter box', keyBytes))
  const privateKey = createPrivateKey({ key: Buffer.concat([privatePrefix, own]), type: 'pkcs8', format: 'der' })
  return { id, privateKey, publicKey: rawOf(createPublicKey(privateKey)) }
})

function openWith({ privateKey, publicKey }: OwnKey, letter: Uint8Array, purpose: string): Buffer {
  const bytes = Buffer.from(letter)
  const sender = bytes.subarray(0, keyBytes)
  const cipherKey = cipherKeyOf(privateKey, publicOf(sender), Buffer.concat([sender, publicKey]))
  const tag = bytes.subarray(keyBytes, keyBytes + tagBytes)
  const decipher = createDecipheriv('aes-256-gcm', cipherKey, onlyOnce, { authTagLength: tagBytes }).setAAD(Buffer.from(purpose)).setAuthTag(tag)
  return Buffer.concat([decipher.update(bytes.subarray(keyBytes + tagBytes)), decipher.final()])
}

/** The box under the keys of the installation: letters name none, so that each is tried, the newest first. Opening throws where anything does not fit. */
export function letterBox(keys: Uint8Array | KeySource): LetterBox {
  const source = sourceOf(keys)
  const opened = (letter: Uint8Array, purpose: string): { id: string; plain: Buffer } => {
    let fault: unknown
    for (const key of allOf(source()).map(derived)) {
      try {
        return { id: key.id, plain: openWith(key, letter, purpose) }
      } catch (error) {
        fault = error
      }
    }
    throw fault
  }
  return {
    get publicKey() {
      return derived(source().current).publicKey
    },
    open: (letter, purpose) => opened(letter, purpose).plain,
    keyOf(letter, purpose) {
      try {
        return opened(letter, purpose).id
      } catch {
        return undefined
      }
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
