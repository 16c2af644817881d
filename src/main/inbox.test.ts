// The slot of the portal: what comes through is taken once, and what nobody can take does not hold up the rest.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../test/database.ts'
import { standingClock } from '../platform/clock/clock.ts'
import { makeLog } from '../platform/log/log.ts'
import { granted, refused } from '../kernel/ruling.ts'
import { takeInbox } from './inbox.ts'
import type { InboxRow } from './reactions.ts'

let database: FreshDatabase
const clock = standingClock(new Date('2026-11-22T08:00:00Z'), 'Asia/Shanghai')
const lines: string[] = []
const log = makeLog('info', { write: (line) => void lines.push(line) })

const send = (kind: string, body: object) =>
  sql`insert into intake.inbox (id, kind, body, received_at) values (gen_random_uuid(), ${kind}, ${JSON.stringify(body)}::jsonb, ${clock.now()})`.execute(
    database.db,
  )

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

describe('the inbox', () => {
  it('hands each row to the reaction of its kind, once, also with two workers', async () => {
    const taken: unknown[] = []
    const reactions = { letter: async (_: unknown, row: InboxRow) => granted(taken.push(row.body)) }
    for (let n = 0; n < 20; n += 1) await send('letter', { n })
    const parts = { database, clock, log, reactions }
    const counts = await Promise.all([takeInbox(parts), takeInbox(parts)])
    expect(counts[0] + counts[1]).toBe(20)
    expect(taken).toHaveLength(20)
    expect(await takeInbox(parts)).toBe(0)
  })

  it('puts aside what fails, with all that its reaction wrote undone, and goes on', async () => {
    const taken: unknown[] = []
    const reactions = {
      bad: async (tx: FreshDatabase['db']) => {
        await sql`insert into publication.term_frequency values ('half', 1)`.execute(tx)
        throw new Error('cannot be taken')
      },
      wrong: async () => refused('kind-unknown'),
      letter: async (_: unknown, row: InboxRow) => granted(taken.push(row.body)),
    }
    await send('bad', { name: '吴女士', contact: '13800000000' })
    await send('unheard-of', {})
    await send('wrong', {})
    await send('letter', { n: 1 })
    await takeInbox({ database, clock, log, reactions })
    expect(taken).toEqual([{ n: 1 }])
    const { rows } = await database.pool.query('select kind, reason from intake.refused order by kind')
    expect(rows).toEqual([
      { kind: 'bad', reason: 'cannot be taken' },
      { kind: 'unheard-of', reason: 'nothing takes inbox rows of kind unheard-of' },
      { kind: 'wrong', reason: 'refused: kind-unknown' },
    ])
    expect((await database.pool.query('select 1 from publication.term_frequency')).rowCount).toBe(0)
    expect(lines.join('')).not.toMatch(/吴女士|13800000000/)
  })
})
