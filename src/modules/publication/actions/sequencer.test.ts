// The sequencer: links what was committed within a second, in one line, whoever else is at it.
import { generateKeyPairSync } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { systemClock } from '../../../platform/clock/clock.ts'
import { anItem, publishItem, valueOf } from '../fixtures.ts'
import { receiptOf } from '../queries/receipt.ts'
import { search } from '../queries/search.ts'
import { verifyRegister } from '../queries/verify-register.ts'
import { sortInTerms } from '../store/search-index.ts'
import { startSequencer, type Sequencer } from './sequencer.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const clock = systemClock('Asia/Shanghai')
const at = new Date('2026-11-22T03:00:00Z')
const running: Sequencer[] = []
let database: FreshDatabase

const start = (pollMilliseconds = 60_000): Sequencer => {
  const sequencer = startSequencer({ database, clock, key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), pollMilliseconds })
  running.push(sequencer)
  return sequencer
}

beforeAll(async () => {
  database = await freshDatabase()
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()))
})
afterAll(() => database.close())

it('is woken by a publication and does not wait for its turn', async () => {
  const sequencer = start()
  await sequencer.catchUp()
  const { documentId } = valueOf(await publishItem(database, anItem(), at))
  await vi.waitFor(async () => expect((await receiptOf(database.db, documentId))?.link).not.toBeNull(), { timeout: 60_000, interval: 20 })
})

it('signs the last link when it stops', async () => {
  const sequencer = start()
  valueOf(await publishItem(database, anItem(), at))
  await sequencer.stop()
  const verification = await verifyRegister(database.db, publicKey)
  expect(verification).toMatchObject({ fault: undefined })
  expect(verification.lastSignedSequence).toBe(verification.linked)
})

it('keeps one line where several run at once while many publish', async () => {
  start(5)
  start(7)
  const third = start(11)
  const lines = Array.from({ length: 10 }, async () => {
    for (let index = 0; index < 6; index += 1) valueOf(await publishItem(database, anItem(), at))
  })
  await Promise.all(lines)
  await third.catchUp()
  await vi.waitFor(async () => expect((await verifyRegister(database.db, publicKey)).linked).toBe(62), { timeout: 60_000, interval: 50 })
  expect((await verifyRegister(database.db, publicKey)).fault).toBeUndefined()
})

it('goes on after its listening connection was cut', async () => {
  const sequencer = start(50)
  await sequencer.catchUp()
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%' and pid <> pg_backend_pid()`.execute(
    database.db,
  )
  const { documentId } = valueOf(await publishItem(database, anItem(), at))
  await vi.waitFor(async () => expect((await receiptOf(database.db, documentId))?.link).not.toBeNull(), { timeout: 60_000, interval: 20 })
})

it('counts the words of what was published', async () => {
  const sequencer = start()
  valueOf(await publishItem(database, anItem({ title: '油橄榄种植补贴' }), at))
  await sequencer.catchUp()
  const { rows } = await sql<{
    term: string
    documents: number
  }>`select term, documents from publication.term_frequency where term in ('', '油橄榄', '补贴', '^补贴') order by term`.execute(database.db)
  expect(rows.find((row) => row.term === '')?.documents).toBe(64)
  expect(rows.find((row) => row.term === '^补贴')?.documents).toBe(1)
  expect((await search(database.db, { text: '油橄榄补贴' })).total).toBe(1)
})

it('sorts the words of what was published into the indexes of search, where they are found before and after', async () => {
  const found = async (): Promise<number> => (await search(database.db, { text: '雪窦' })).total
  valueOf(await publishItem(database, anItem({ title: '雪窦水库除险加固工程公示' }), at))
  expect(await found()).toBe(1)
  expect(await sortInTerms(database.db)).toBeGreaterThan(0)
  expect(await found()).toBe(1)

  valueOf(await publishItem(database, anItem({ title: '雪窦水库蓄水公示' }), at))
  await start().catchUp()
  expect(await sortInTerms(database.db)).toBe(0)
  expect(await found()).toBe(2)
})
