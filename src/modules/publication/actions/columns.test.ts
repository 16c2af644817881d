// Columns of the site: making, changing, moving, removing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../../../test/database.ts'
import type { Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { anItem, publishItem, valueOf } from '../fixtures.ts'
import { standardColumns } from '../law/standard-columns.ts'
import { statutoryItems } from '../law/statutory-items.ts'
import { columnTree } from '../queries/column-tree.ts'
import { moveColumns, putColumn, putStandardColumns, removeColumn, type ColumnToPut } from './columns.ts'

const at = new Date('2026-11-22T04:15:00Z')
let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

let made = 0
const aColumn = (changes: Partial<ColumnToPut> = {}): ColumnToPut => ({
  parentId: null, slug: `c-${(made += 1)}`, name: '栏目', kind: 'general', statutoryItem: null, description: '', keywords: '', shownOnHome: false, hidden: false, ...changes,
}) // prettier-ignore

/** A refusal rolls back, as it does behind a route. */
async function within<Value>(work: (tx: Tx) => Promise<Ruling<Value>>): Promise<Ruling<Value>> {
  let refusal: Ruling<Value> | undefined
  try {
    return await database.transaction(async (tx) => {
      const ruling = await work(tx)
      if (ruling.ok) return ruling
      refusal = ruling
      throw new Error('refused')
    })
  } catch (error) {
    if (refusal) return refusal
    throw error
  }
}
const put = (column: ColumnToPut) => within((tx) => putColumn(tx, column, at))
const placeOf = async (id: string) => (await columnTree(database.db)).find((column) => column.id === id)

describe('the standard columns', () => {
  it('stand below 政府信息公开 as the norm asks, each item of Article 20 and 21 once', async () => {
    await database.transaction((tx) => putStandardColumns(tx, at))
    const tree = await columnTree(database.db)
    const platform = tree.find((column) => column.slug === 'zfxxgk')
    expect(tree.filter((column) => column.parentId === platform?.id).map((column) => column.name)).toEqual([
      '政府信息公开指南',
      '政府信息公开制度',
      '法定主动公开内容',
      '政府信息公开年报',
    ])
    expect(tree.flatMap((column) => column.statutoryItem ?? [])).toEqual(Object.keys(statutoryItems))
    expect(Object.values(statutoryItems).filter((item) => item.article.startsWith('ogi-2019/20.'))).toHaveLength(15)
  })

  it('are put once, however often', async () => {
    const again = await database.transaction((tx) => putStandardColumns(tx, at))
    expect(again.size).toBe(standardColumns.length)
    expect(await columnTree(database.db)).toHaveLength(standardColumns.length)
  })
})

describe('a column', () => {
  it('goes to the end of its siblings, and keeps its place when it is changed', async () => {
    const parent = valueOf(await put(aColumn()))
    const first = valueOf(await put(aColumn({ parentId: parent.id })))
    const second = valueOf(await put(aColumn({ parentId: parent.id })))
    expect([(await placeOf(first.id))?.position, (await placeOf(second.id))?.position]).toEqual([0, 1])
    valueOf(await put(aColumn({ id: second.id, parentId: parent.id, name: '改名' })))
    expect(await placeOf(second.id)).toMatchObject({ name: '改名', position: 1 })
  })

  it('needs a path word of its own and a parent that exists', async () => {
    const column = aColumn()
    valueOf(await put(column))
    expect(await put({ ...column, name: '同路径' })).toMatchObject({ refusals: [{ code: 'slug-taken' }] })
    expect(await put(aColumn({ parentId: crypto.randomUUID() }))).toMatchObject({ refusals: [{ code: 'column-unknown' }] })
    expect(await put(aColumn({ id: crypto.randomUUID() }))).toMatchObject({ refusals: [{ code: 'not-found' }] })
  })

  it('cannot stand below itself, by a change or by a move', async () => {
    const top = aColumn()
    const { id } = valueOf(await put(top))
    const child = valueOf(await put(aColumn({ parentId: id })))
    expect(await put({ ...top, id, parentId: child.id })).toMatchObject({ refusals: [{ code: 'column-below-itself' }] })
    expect(await within((tx) => moveColumns(tx, [{ id, parentId: child.id, position: 0 }], at))).toMatchObject({ refusals: [{ code: 'column-below-itself' }] })
    expect(await placeOf(child.id)).toMatchObject({ parentId: id })
  })

  it('moves with others at once', async () => {
    const parent = valueOf(await put(aColumn()))
    const ids = [valueOf(await put(aColumn())).id, valueOf(await put(aColumn())).id]
    expect(
      await within((tx) =>
        moveColumns(
          tx,
          ids.map((id, index) => ({ id, parentId: parent.id, position: 1 - index })),
          at,
        ),
      ),
    ).toEqual({ ok: true, value: { moved: 2 } })
    expect((await columnTree(database.db)).filter((column) => column.parentId === parent.id).map((column) => column.id)).toEqual(ids.toReversed())
  })

  it('is removed when it is empty, or when its documents are taken elsewhere', async () => {
    const from = valueOf(await put(aColumn()))
    const to = valueOf(await put(aColumn()))
    const below = valueOf(await put(aColumn({ parentId: from.id })))
    expect(await within((tx) => removeColumn(tx, { id: from.id }))).toMatchObject({ refusals: [{ code: 'column-has-children' }] })
    valueOf(await within((tx) => removeColumn(tx, { id: below.id })))
    valueOf(await publishItem(database, anItem({ columnIds: [from.id] }), at))
    valueOf(await publishItem(database, anItem({ columnIds: [from.id, to.id] }), at))
    expect(await within((tx) => removeColumn(tx, { id: from.id }))).toMatchObject({ refusals: [{ code: 'column-has-documents', facts: { count: 2 } }] })
    expect(await within((tx) => removeColumn(tx, { id: from.id, moveTo: from.id }))).toMatchObject({ refusals: [{ code: 'column-unknown' }] })
    valueOf(await within((tx) => removeColumn(tx, { id: from.id, moveTo: to.id })))
    expect(await placeOf(from.id)).toBeUndefined()
    expect(await placeOf(to.id)).toMatchObject({ documents: 2, lastPublishedAt: at })
  })
})
