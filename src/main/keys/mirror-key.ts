// The key that signs bundles of the mirror: one of its own, so that whoever trusts it for copies of pages need not trust it for the register, and it can be changed alone.
import { generateKeyPairSync } from 'node:crypto'
import type { Tx } from '../../platform/database/database.ts'
import { writeSecrets } from '../../platform/settings/secrets.ts'
import { alone } from './change-keys.ts'

/** The private key (PEM); made and kept in the secrets file when it is first needed. */
export async function mirrorKeyOf(tx: Tx, path: string): Promise<string> {
  const secrets = await alone(tx, path)
  if (secrets.mirrorKey !== undefined) return secrets.mirrorKey
  const mirrorKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  await writeSecrets(path, { ...secrets, mirrorKey })
  return mirrorKey
}
