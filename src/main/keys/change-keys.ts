// A new key for the installation, and the end of an old one: changes of the secrets file, by one command at a time.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../kernel/ruling.ts'
import { keyIdOf } from '../../platform/crypto/key-ring.ts'
import { letterBox } from '../../platform/crypto/sealed-letter.ts'
import type { Tx } from '../../platform/database/database.ts'
import { readSecrets, ringOf, writeSecrets, type Secrets } from '../../platform/settings/secrets.ts'
import { allSealed, nameless, type SealedThere } from './places.ts'

/** Holds other commands that change keys off, until the transaction ends. */
export async function alone(tx: Tx, path: string): Promise<Secrets> {
  await sql`select pg_advisory_xact_lock(hashtext('gongkai keys'))`.execute(tx)
  const secrets = await readSecrets(path)
  if (!secrets) throw new Error(`no secrets in ${path}`)
  return secrets
}

const idOf = (key: string): string => keyIdOf(Buffer.from(key, 'base64'))

/** The old key stays in the file with its day. The file is on the disk before anything is sealed under the new key. */
export async function rotateKey(tx: Tx, path: string, today: Day): Promise<{ readonly keyId: string; readonly former: string }> {
  const secrets = await alone(tx, path)
  const fresh = randomBytes(32).toString('base64')
  const formerKeys = [{ key: secrets.totpKey, replacedOn: today }, ...(secrets.formerKeys ?? [])]
  await writeSecrets(path, { ...secrets, totpKey: fresh, formerKeys })
  return { keyId: idOf(fresh), former: idOf(secrets.totpKey) }
}

export type RetireRefusal = 'key-unknown' | 'key-current' | 'key-today' | 'key-told-to-portal' | 'key-in-use'

/** A key is given up when nothing is sealed under it any more, and not on the day on which it was replaced: what was begun under it is finished first. */
export async function retireKey(tx: Tx, path: string, keyId: string, today: Day): Promise<Ruling<{ keyId: string }, RetireRefusal>> {
  const secrets = await alone(tx, path)
  if (idOf(secrets.totpKey) === keyId) return refused('key-current')
  const former = secrets.formerKeys ?? []
  const found = former.find(({ key }) => idOf(key) === keyId)
  if (!found) return refused('key-unknown')
  if (found.replacedOn >= today) return refused('key-today')
  const box = letterBox(() => ringOf(secrets))
  const { rows } = await sql<{ key: Buffer }>`select public_key as key from intake.sealing_key`.execute(tx)
  if (rows.some(({ key }) => !key.equals(box.publicKey))) return refused('key-told-to-portal')
  const left = stillUnder(await allSealed(tx, box), keyId)
  if (left.length > 0) return refused({ code: 'key-in-use', facts: { places: left.map(({ place, count }) => `${place} ${count}`).join('; ') } })
  await writeSecrets(path, { ...secrets, formerKeys: former.filter((one) => one !== found) })
  return granted({ keyId })
}

/** What names no key may be under any of them. */
const stillUnder = (all: readonly SealedThere[], keyId: string): SealedThere[] => all.filter((one) => one.keyId === keyId || one.keyId === nameless)
