// Linking: entries in their order, checkpoints when they are due.
import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { anItem, publishItem, valueOf } from '../fixtures.ts'
import { checkpointDue, chain, isSignedBy, signCheckpoint, type Entry } from '../rules/register-chain.ts'
import { registerFeed } from '../queries/register-feed.ts'
import { linkRegister } from './link-register.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const at = (second: number): Date => new Date(Date.UTC(2026, 10, 22, 4, 0, second))
let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const link = (second: number) => database.transaction((tx) => linkRegister(tx, { key: privateKey, now: at(second) }))
const checkpoints = async () => (await registerFeed(database.db)).lines.flatMap((line) => (line.kind === 'checkpoint' ? [line.sequence] : []))

it('signs the first link at once, then once a minute, and nothing twice', async () => {
  expect(await link(0)).toBe(0)
  for (const second of [1, 2, 3]) {
    valueOf(await publishItem(database, anItem(), at(second)))
    expect(await link(second)).toBe(1)
  }
  expect(await checkpoints()).toEqual([1])
  await link(60)
  expect(await checkpoints()).toEqual([1])
  await link(61)
  await link(200)
  expect(await checkpoints()).toEqual([1, 3])
})

it('leaves the work to whoever has begun it', async () => {
  valueOf(await publishItem(database, anItem(), at(300)))
  await database.transaction(async (tx) => {
    expect(await linkRegister(tx, { key: privateKey, now: at(300) })).toBe(1)
    expect(await link(300)).toBe(0)
  })
})

it.each([
  { head: 100, signed: 0, seconds: 1, due: true, because: 'a hundred links' },
  { head: 99, signed: 0, seconds: 59, due: false, because: 'neither links nor time' },
  { head: 1, signed: 0, seconds: 60, due: true, because: 'a minute' },
  { head: 5, signed: 5, seconds: 900, due: false, because: 'nothing new' },
])('a checkpoint is due or not: $because', ({ head, signed, seconds, due }) => {
  expect(checkpointDue({ sequence: head }, { sequence: signed, signedAt: at(0) }, at(seconds))).toBe(due)
})

it('a signature covers everything that the checkpoint says', () => {
  const entry: Entry = { id: 1, documentId: 'd', act: 'publish', revision: 1, indexNumber: 'n', at: '2026-11-22T04:00:00.000000Z', saltedHash: 'ab' }
  const [head] = chain(undefined, [entry], '2026-11-22T04:00:01.000000Z')
  if (!head) throw new Error('no link')
  const checkpoint = signCheckpoint(head, '2026-11-22T04:00:02.000000Z', privateKey)
  expect(isSignedBy(checkpoint, publicKey)).toBe(true)
  for (const change of [{ sequence: 2 }, { linkHash: 'cd' }, { signedAt: '2026-11-22T04:00:02.000001Z' }, { keyId: 'x' }]) {
    expect(isSignedBy({ ...checkpoint, ...change }, publicKey)).toBe(false)
  }
})
