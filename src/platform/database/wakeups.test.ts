// Listeners are woken by what was committed, and by nothing else.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts'
import { openDatabase, type Tx } from './database.ts'
import { wakeAfterCommit, wakerOn } from './wakeups.ts'

let owner: FreshDatabase
let listener: pg.Client
const heard: string[] = []
let arrived = (): void => {}
beforeAll(async () => {
  owner = await freshDatabase()
  listener = new pg.Client({ connectionString: owner.url })
  await listener.connect()
  listener.on('notification', ({ channel }) => {
    heard.push(channel)
    arrived()
  })
  await listener.query(`listen "it's here"; listen other; listen last`)
})
afterAll(async () => {
  await listener.end()
  await owner.close()
})

const nextWakeUp = (): Promise<void> => new Promise((resolve) => (arrived = resolve))

test('a commit wakes, and a rollback does not', async () => {
  const database = openDatabase({ url: owner.url, name: 'wakeups' })
  const woken = nextWakeUp()
  await expect(
    database.transaction(async (tx) => {
      wakeAfterCommit(tx, 'other')
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  await database.transaction(async (tx) => wakeAfterCommit(tx, `it's here`))
  await woken
  // What is left to tell is told before the connections end.
  await database.transaction(async (tx) => wakeAfterCommit(tx, 'last'))
  const end = nextWakeUp()
  await database.close()
  await end
  expect(heard).toEqual([`it's here`, 'last'])
})

test('many commits at once are told once', async () => {
  const sent: unknown[] = []
  const waker = wakerOn({ query: async (text: unknown) => sent.push(text) } as never)
  for (let commit = 0; commit < 5; commit += 1) {
    const tx = {} as Tx
    wakeAfterCommit(tx, 'one')
    wakeAfterCommit(tx, 'other')
    waker.committed(tx)
    // What it asked is done: it is not told again.
    waker.committed(tx)
  }
  await waker.settle()
  expect(sent).toEqual([`set local synchronous_commit = off; select pg_notify('one', ''); select pg_notify('other', '')`])
})
