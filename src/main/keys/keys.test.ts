// A new key beside a running system: what was sealed stays open, everything is sealed anew in batches, and an old key goes only when nothing needs it.
import { createCipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { day } from '../../kernel/day.ts'
import { as, codesOf, grant, must, smallCounty } from '../../modules/organization/fixtures.ts'
import { registerApplication, tellSealingKey } from '../../modules/requests/index.ts'
import { keyIdOf } from '../../platform/crypto/key-ring.ts'
import { sealUnder } from '../../platform/crypto/seal.ts'
import { closeLetter, letterBox } from '../../platform/crypto/sealed-letter.ts'
import { keysIn, newSecrets, readSecrets, ringOf, writeSecrets } from '../../platform/settings/secrets.ts'
import { retireKey, rotateKey } from './change-keys.ts'
import { allSealed, sealedColumns } from './places.ts'
import { reseal } from './reseal.ts'

/** Bytes that are no secret under the key of the installation: hashes, salts, public keys, signatures. */
const notSealed: readonly string[] = [
  'access.session.token_hash',
  'intake.applicant_view.key',
  'intake.sealing_key.public_key',
  'notices.mail_address.pending_code',
  'publication.checkpoint.link_hash',
  'publication.checkpoint.signature',
  'publication.document.content_hash',
  'publication.document.salt',
  'publication.register_entry.salted_hash',
  'publication.register_link.link_hash',
  'publication.register_link.previous_hash',
  'publication.revision.content_hash',
  'publication.revision.salt',
  'requests.application.query_code_hash',
  'requests.record_correction.query_code_hash',
]

let database: FreshDatabase
let folder: string
let path: string
const first = newSecrets()
const firstId = keyIdOf(Buffer.from(first.totpKey, 'base64'))

/** As it was written before keys had names. */
function sealedOfOld(plain: string, purpose: string): Buffer {
  const iv = randomBytes(12)
  const cipherKey = Buffer.from(hkdfSync('sha256', Buffer.from(first.totpKey, 'base64'), Buffer.alloc(0), 'gongkai seal', 32))
  const cipher = createCipheriv('aes-256-gcm', cipherKey, iv).setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(Buffer.from(plain)), cipher.final()])
  return Buffer.concat([Buffer.of(1), iv, cipher.getAuthTag(), body])
}

const accounts = Array.from({ length: 50 }, () => randomUUID())
const mails = Array.from({ length: 30 }, () => randomUUID())
let applicationId = ''

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'gongkai-keys-'))
  path = join(folder, 'secrets.json')
  await writeSecrets(path, first)
  const seal = sealUnder(keysIn(path))
  for (const id of accounts)
    await sql`insert into access.account (id, login, name, password_hash, password_set_at, must_change_password, created_at, totp_secret)
      values (${id}, ${id}, '某人', 'x', '2026-11-01', false, '2026-11-01', ${sealedOfOld(`seed ${id}`, `totp ${id}`)})`.execute(database.db)
  for (const id of mails)
    await sql`insert into notices.outgoing (id, channel, kind, subject, sealed, created_at, next_try_at)
      values (${id}, 'mail', 'digest', '提醒', ${seal.seal(Buffer.from(`mail ${id}`), `outgoing ${id}`)}, '2026-11-01', '2026-11-01')`.execute(database.db)
  const county = await smallCounty(database)
  const identity = { name: '吴敏', document: '居民身份证', documentNumber: '110101199003078515', contactPerson: '', address: '幸福路1号', phone: '', email: '', agent: '' }
  const asked = { id: randomUUID(), unitId: county.bureau, channel: 'counter', arrivedOn: day('2026-11-02'), applicantKind: 'person', identity, subject: '学区', description: '学区划分', wishedForm: 'paper', delivery: 'post', needsHelp: false } as const
  const officer = { ...as(county.keeper.actor.accountId, '公开办', grant('disclosure-office', county.bureau)), at: new Date('2026-11-02T03:00:00Z'), today: day('2026-11-02') }
  applicationId = must(await database.transaction((tx) => registerApplication(tx, officer, seal, asked))).id
  await tellSealingKey(database, letterBox(keysIn(path)))
}) // prettier-ignore

afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const sealedOf = async (table: string, key: string, id: string, column = 'sealed'): Promise<Buffer> =>
  (await sql<{ sealed: Buffer }>`select ${sql.ref(column)} as sealed from ${sql.table(table)} where ${sql.ref(key)} = ${id}`.execute(database.db)).rows[0]
    ?.sealed ?? Buffer.alloc(0)
const current = async () => ringOf((await readSecrets(path)) ?? first)
const counted = async (): Promise<string[]> => {
  const ring = await current()
  const all = await database.transaction((tx) =>
    allSealed(
      tx,
      letterBox(() => ring),
    ),
  )
  return all.map(({ place, keyId, count }) => `${place} ${keyId === keyIdOf(ring.current) ? 'new' : keyId === firstId ? 'old' : keyId} ${count}`).toSorted()
}
const run = async (tell?: (place: string, done: number) => void) => {
  const ring = await current()
  return reseal({ database, seal: sealUnder(() => ring), keyId: keyIdOf(ring.current), ...(tell ? { tell } : {}) })
}

describe('what is sealed', () => {
  it('stands in the list of sealed columns, wherever the database keeps bytes', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
      where data_type = 'bytea' and table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker')`.execute(database.db)
    const listed = [...notSealed, ...sealedColumns.map(({ table, column }) => `${table}.${column}`)]
    expect(rows.map(({ name }) => name).toSorted()).toEqual(listed.toSorted())
  })
})

describe('a new key', () => {
  it('is followed by a running process, which opens what the old one sealed, letters of citizens among it', async () => {
    const running = keysIn(path)
    const [seal, box] = [sealUnder(running), letterBox(running)]
    const oldPublicKey = box.publicKey
    const before = seal.seal(Buffer.from('种子'), 'totp x')
    const made = await database.transaction((tx) => rotateKey(tx, path, day('2026-11-27')))
    expect(made.former).toBe(firstId)
    expect((await readSecrets(path))?.formerKeys).toEqual([{ key: first.totpKey, replacedOn: '2026-11-27' }])

    const after = seal.seal(Buffer.from('种子'), 'totp x')
    expect([before, after].map((bytes) => bytes.subarray(1, 9).toString('hex'))).toEqual([firstId, made.keyId])
    expect([before, after, sealedOfOld('种子', 'totp x')].map((bytes) => seal.open(bytes, 'totp x').toString())).toEqual(['种子', '种子', '种子'])
    expect(() => sealUnder(Buffer.from(first.totpKey, 'base64')).open(after, 'totp x')).toThrow('unknown key')

    const id = randomUUID()
    const letter = closeLetter(oldPublicKey, Buffer.from('来件'), `application ${id}`)
    expect(box.publicKey.equals(oldPublicKey)).toBe(false)
    expect(box.open(letter, `application ${id}`).toString()).toBe('来件')
    await sql`insert into intake.inbox (id, kind, body, received_at) values (${id}, 'application', ${JSON.stringify({ sealed: letter.toString('base64') })}::jsonb, '2026-11-27')`.execute(
      database.db,
    )
    expect(await counted()).toEqual([
      'access.account.totp_secret nameless 50',
      'intake.inbox old 1',
      'notices.outgoing.sealed old 30',
      'requests.applicant_identity.sealed old 1',
    ])
  })

  it('takes everything over in batches that stand for themselves: after a stop only the rest is left', async () => {
    await expect(
      run(() => {
        throw new Error('killed')
      }),
    ).rejects.toThrow('killed')
    expect((await counted()).slice(0, 2)).toEqual(['access.account.totp_secret nameless 30', 'access.account.totp_secret new 20'])

    // somebody holds a row, and somebody else's bytes are no longer what they were
    await sql`update notices.outgoing set sealed = set_byte(sealed, 60, 255 - get_byte(sealed, 60)) where id = ${mails[3]}`.execute(database.db)
    await database.transaction(async (holding) => {
      await sql`select 1 from access.account where get_byte(totp_secret, 0) = 1 order by id desc limit 1 for update`.execute(holding)
      expect(await run()).toMatchObject({ unopened: [{ place: 'notices.outgoing.sealed', id: mails[3] }] })
    })
    expect((await run()).done).toBe(1)
    expect(await counted()).toEqual([
      'access.account.totp_secret new 50',
      'intake.inbox old 1',
      'notices.outgoing.sealed new 29',
      'notices.outgoing.sealed old 1',
      'requests.applicant_identity.sealed new 1',
    ])

    const ring = await current()
    const newest = sealUnder(ring.current)
    expect(newest.open(await sealedOf('access.account', 'id', accounts[7] ?? '', 'totp_secret'), `totp ${accounts[7]}`).toString()).toBe(`seed ${accounts[7]}`)
    expect(newest.open(await sealedOf('notices.outgoing', 'id', mails[8] ?? ''), `outgoing ${mails[8]}`).toString()).toBe(`mail ${mails[8]}`)
    const identity = newest.open(await sealedOf('requests.applicant_identity', 'application_id', applicationId), `requests identity ${applicationId}`)
    expect(JSON.parse(identity.toString())).toMatchObject({ documentNumber: '110101199003078515' })
  })

  it('lets the old one go the day after, once the portal knows the new one and nothing is left under the old', async () => {
    const retire = (keyId: string, on: string) => database.transaction((tx) => retireKey(tx, path, keyId, day(on)))
    const newId = keyIdOf((await current()).current)
    expect(codesOf(await retire(newId, '2026-11-28'))).toEqual(['key-current'])
    expect(codesOf(await retire('0'.repeat(16), '2026-11-28'))).toEqual(['key-unknown'])
    expect(codesOf(await retire(firstId, '2026-11-27'))).toEqual(['key-today'])
    expect(codesOf(await retire(firstId, '2026-11-28'))).toEqual(['key-told-to-portal'])
    await tellSealingKey(database, letterBox(keysIn(path)))
    expect(codesOf(await retire(firstId, '2026-11-28'))).toEqual(['key-in-use'])
    await sql`delete from intake.inbox`.execute(database.db)
    expect(codesOf(await retire(firstId, '2026-11-28'))).toEqual(['key-in-use'])
    await sql`delete from notices.outgoing where id = ${mails[3]}`.execute(database.db)
    must(await retire(firstId, '2026-11-28'))
    expect((await readSecrets(path))?.formerKeys).toEqual([])
  })
})
