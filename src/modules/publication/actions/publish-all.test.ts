// Many at once through the door: each is refused or goes out alone, and what another thread made is the same as what the door makes itself.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { day } from '../../../kernel/day.ts'
import { anItem, valueOf } from '../fixtures.ts'
import { contentHashOf } from '../rules/content-hash.ts'
import { prepared } from '../rules/prepared.ts'
import type { PublicItem } from '../rules/public-item.ts'
import { openPreparers } from './prepare-in-threads.ts'
import { publishAll } from './publish.ts'

const at = new Date('2026-11-28T04:15:00Z')
let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const passed = (item: PublicItem) => ({ item, verdict: { contentHash: contentHashOf(item), passed: true } })
const titles = async (): Promise<string[]> =>
  (await sql<{ title: string }>`select title from publication.document order by index_number`.execute(database.db)).rows.map((row) => row.title)

it('what is refused leaves nothing behind, the others go out numbered in their order', async () => {
  const frontCode = '006939748'
  const old = (originalIndexNumber: string) => ({ originalPublishedOn: day('2026-01-02'), originalIndexNumber, originalAddress: null })
  const items = [
    anItem({ frontCode, title: '甲' }),
    // brings the very number that the next would get, and then once more
    anItem({ frontCode, title: '乙', historic: old(`${frontCode}/2026-00002`) }),
    anItem({ frontCode, title: '丙', historic: old(`${frontCode}/2026-00002`) }),
    anItem({ frontCode, title: '丁' }),
    anItem({ frontCode: '无', title: '戊' }),
    anItem({ frontCode, title: '己' }),
  ]
  const candidates = items.map((item, place) => (place === 5 ? { item, verdict: undefined } : passed(item)))
  const rulings = await database.transaction((tx) => publishAll(tx, candidates, at))
  expect(rulings.map((ruling) => (ruling.ok ? ruling.value.indexNumber : ruling.refusals.map((one) => one.code)))).toEqual([
    `${frontCode}/2026-00001`,
    `${frontCode}/2026-00002`,
    ['index-number-taken'],
    `${frontCode}/2026-00003`,
    ['front-code-malformed'],
    ['verdict-missing'],
  ])
  expect(await titles()).toEqual(['甲', '乙', '丁'])
  const { rows } = await sql<{ entry: number }>`
    select r.register_entry_id as entry from publication.revision r join publication.document d on d.id = r.document_id order by d.index_number`.execute(
    database.db,
  )
  expect(rulings.flatMap((ruling) => (ruling.ok ? [ruling.value.registerEntryId] : []))).toEqual(rows.map((row) => row.entry))
})

it('a thread makes the same as the door, and what it made of other content counts for nothing', async () => {
  const preparers = openPreparers(2)
  try {
    const items = Array.from({ length: 5 }, (_, n) =>
      anItem({ title: `关于第${n}件事项的通知`, bodyHtml: `<p onclick="x()">根据《困难群众救助办法》办理第${n}件。</p>` }),
    )
    const made = await Promise.all(items.map((item) => preparers.prepare(item)))
    expect(made).toEqual(items.map(prepared))
    const [first, second] = items as [PublicItem, PublicItem]
    const ofOther = made[1]
    if (!ofOther) throw new Error('the thread broke')
    const ruling = (await database.transaction((tx) => publishAll(tx, [{ ...passed(first), prepared: ofOther }], at)))[0]
    if (!ruling) throw new Error('the door said nothing')
    const { documentId } = valueOf(ruling)
    expect(documentId).toBe(first.documentId)
    expect(await titles()).toContain(first.title)
    expect(await titles()).not.toContain(second.title)
  } finally {
    await preparers.close()
  }
})
