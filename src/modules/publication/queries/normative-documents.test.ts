// Normative documents of a year, on a real database: a hand-written table of how each stood, through the one door.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import { day } from '../../../kernel/day.ts'
import { putStandardColumns } from '../actions/columns.ts'
import { showRelation } from '../store/relations.ts'
import { anItem, civilAffairs, publishItem, valueOf } from '../fixtures.ts'
import type { PublicItem } from '../rules/public-item.ts'
import { normativeDocumentsOfUnits } from './normative-documents.ts'

const other = '0a000000-0000-4000-8000-000000000002'
const on = (of: string): Date => new Date(`${of}T02:00:00Z`)
let database: FreshDatabase
let basis = ''
let news = ''

async function published(publishedOn: string, changes: Partial<PublicItem> = {}, columnIds = [basis]): Promise<PublicItem> {
  const item = anItem({ columnIds, draftedOn: null, ...changes })
  valueOf(await publishItem(database, item, on(publishedOn)))
  return item
}

const revised = async (item: PublicItem, revisedOn: string, changes: Partial<PublicItem>): Promise<void> => {
  valueOf(await publishItem(database, { ...item, changeNote: '标注有效性', ...changes }, on(revisedOn)))
}

beforeAll(async () => {
  database = await freshDatabase()
  const ids = await database.transaction((tx) => putStandardColumns(tx, on('2024-01-02')))
  basis = ids.get('fd-regulations') ?? ''
  news = ids.get('yaowen') ?? ''
  // made in 2024, out in 2025, in force for ever
  await published('2025-01-06', { draftedOn: day('2024-12-30') })
  // lapses with 2025: no longer in force at its end, and not repealed
  await published('2025-03-03', { expiresOn: day('2025-12-31') })
  // lapses a day later
  await published('2025-03-03', { expiresOn: day('2026-01-01') })
  // its own text says that it is repealed, and a later revision says it again
  const gone = await published('2025-02-03')
  await revised(gone, '2026-05-06', { validity: 'repealed' })
  await revised(gone, '2026-08-03', { validity: 'repealed', title: '更正标题' })
  // another document repeals it; the note on it comes later
  const repealed = await published('2025-02-03')
  const decision = await published('2026-04-01', { title: '关于废止部分文件的决定' })
  await revised(repealed, '2026-09-01', { validity: 'repealed' })
  await database.transaction((tx) =>
    showRelation(tx, {
      kind: 'repeals',
      fromId: decision.documentId,
      toId: repealed.documentId,
      form: null,
      periodFrom: null,
      periodTo: null,
      shortReason: '',
    }),
  )
  // old stock that came in repealed
  await published('2026-06-01', {
    validity: 'repealed',
    historic: { originalPublishedOn: day('2016-05-03'), originalIndexNumber: null, originalAddress: null },
  })
  // not normative: no document number, or another column
  await published('2025-02-03', { documentNumber: null })
  await published('2025-02-03', {}, [news])
  await published('2025-07-01', { unitId: other, unitName: '青岚县教育局' })
})
afterAll(() => database.close())

it.each([
  [2024, { made: 1, published: 0, repealed: 0, inForce: 1, standing: 1 }],
  [2025, { made: 4, published: 5, repealed: 0, inForce: 4, standing: 6 }],
  [2026, { made: 1, published: 1, repealed: 2, inForce: 2, standing: 7 }],
])('in %s they are %o', async (year, expected) => {
  const unknown = '0a000000-0000-4000-8000-000000000009'
  const counted = await normativeDocumentsOfUnits(database.db, [civilAffairs.unitId, other, unknown], year)
  expect(counted.get(civilAffairs.unitId)).toEqual(expected)
  expect(counted.get(other)?.made).toBe(year === 2025 ? 1 : 0)
  expect(counted.get(unknown)).toEqual({ made: 0, published: 0, repealed: 0, inForce: 0, standing: 0 })
})
