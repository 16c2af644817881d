// Keys and passwords of an installation, in one file that only its owner may read; never in the database.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { chmod, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { mkdir } from 'node:fs/promises'
import { z } from 'zod'

const secrets = z.object({
  version: z.literal(1),
  /** Passwords of the database logins, where the installation makes them itself. */
  ownerPassword: z.string().min(1),
  officePassword: z.string().min(1),
  portalPassword: z.string().min(1),
  /** 32 bytes in base64: second factors are encrypted with it in the database. */
  totpKey: z.string().length(44),
  /** Ed25519 private key in PKCS 8 PEM: signs the checkpoints of the public register. */
  registerKey: z.string().startsWith('-----BEGIN PRIVATE KEY-----'),
  /** Public keys (PEM) of earlier signing keys, whose checkpoints are still trusted. */
  formerRegisterKeys: z.array(z.string()).optional(),
})

export type Secrets = z.infer<typeof secrets>

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
  await rename(draft, path)
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
  return secrets.parse(JSON.parse(text))
}
