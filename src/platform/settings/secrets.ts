// Keys and passwords of an installation, in one file that only its owner may read; never in the database.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { chmod, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { mkdir } from 'node:fs/promises'
import { z } from 'zod'
import type { KeyRing, KeySource } from '../crypto/key-ring.ts'
import { moveIntoPlace } from '../files/move-into-place.ts'

export const secretsShape = z.object({
  version: z.literal(1),
  /** Passwords of the database logins, where the installation makes them itself. */
  ownerPassword: z.string().min(1),
  officePassword: z.string().min(1),
  portalPassword: z.string().min(1),
  /** 32 bytes in base64: the key of the installation. Second factors, identities and mail are sealed with it in the database; the letter box of the public site is derived from it. */
  totpKey: z.string().length(44),
  /** Keys before it, the newest first, each with the day on which it was replaced: they open what is still sealed under them. */
  formerKeys: z.array(z.object({ key: z.string().length(44), replacedOn: z.iso.date() })).optional(),
  /** Ed25519 private key in PKCS 8 PEM: signs the checkpoints of the public register. */
  registerKey: z.string().startsWith('-----BEGIN PRIVATE KEY-----'),
  /** Public keys (PEM) of earlier signing keys, whose checkpoints are still trusted. */
  formerRegisterKeys: z.array(z.string()).optional(),
  /** Ed25519 private key in PKCS 8 PEM: signs bundles of the mirror; made when the first one is. */
  mirrorKey: z.string().startsWith('-----BEGIN PRIVATE KEY-----').optional(),
})

export type Secrets = z.infer<typeof secretsShape>

const bytesOf = (key: string): Buffer => Buffer.from(key, 'base64')

export const ringOf = ({ totpKey, formerKeys = [] }: Pick<Secrets, 'totpKey' | 'formerKeys'>): KeyRing => ({
  current: bytesOf(totpKey),
  former: formerKeys.map(({ key }) => bytesOf(key)),
})

/** The keys as the file has them: read again when it was replaced, so that a running process follows a change of the key. */
export function keysIn(path: string): KeySource {
  let read = ''
  let ring: KeyRing | undefined
  const stampOf = (): string => {
    const { ino, mtimeNs, size } = statSync(path, { bigint: true })
    return `${ino} ${mtimeNs} ${size}`
  }
  return () => {
    const found = stampOf()
    if (!ring || found !== read) {
      ring = ringOf(secretsShape.parse(JSON.parse(readFileSync(path, 'utf8'))))
      read = found
    }
    return ring
  }
}

export function newSecrets(): Secrets {
  const password = (): string => randomBytes(24).toString('base64url')
  return {
    version: 1,
    ownerPassword: password(),
    officePassword: password(),
    portalPassword: password(),
    totpKey: randomBytes(32).toString('base64'),
    registerKey: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** Writes the file whole or not at all. */
export async function writeSecrets(path: string, value: Secrets): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.new`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(value, null, 2)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await moveIntoPlace(draft, path)
}

/** Reads the file; undefined where there is none. Throws on one that is damaged. */
export async function readSecrets(path: string): Promise<Secrets | undefined> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  await chmod(path, 0o600).catch(() => {})
  return secretsShape.parse(JSON.parse(text))
}
