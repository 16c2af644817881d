// Makes, changes, moves and removes the columns of the site.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { standardColumns } from '../law/standard-columns.ts'
import { childrenOf, columnExists, columnIdBySlug, columnsWithoutRoot, documentsIn } from '../queries/column-place.ts'
import { deleteColumn, insertColumn, lockColumns, moveRows, placeColumn, updateColumn, type ColumnValues } from '../store/columns.ts'

export type ColumnRefusal = 'not-found' | 'slug-taken' | 'column-unknown' | 'column-below-itself' | 'column-has-children' | 'column-has-documents'

export interface ColumnToPut extends ColumnValues {
  /** Left out for a new column, which goes to the end of its siblings. */
  readonly id?: string
}

/** Makes a column, or changes one. Its place among its siblings is the business of `moveColumns`. */
export async function putColumn(tx: Tx, column: ColumnToPut, at: Date): Promise<Ruling<{ id: string }, ColumnRefusal>> {
  await lockColumns(tx)
  const { id, ...values } = column
  if (id !== undefined && !(await columnExists(tx, id))) return refused('not-found')
  if (values.parentId !== null && !(await columnExists(tx, values.parentId))) return refused({ code: 'column-unknown', field: 'parentId', facts: { count: 1 } })
  const holder = await columnIdBySlug(tx, values.slug)
  if (holder !== undefined && holder !== id) return refused({ code: 'slug-taken', field: 'slug' })
  if (id === undefined) return granted({ id: await insertColumn(tx, values, await childrenOf(tx, values.parentId), at) })

  await updateColumn(tx, id, values, at)
  return (await columnsWithoutRoot(tx)) > 0 ? refused({ code: 'column-below-itself', field: 'parentId' }) : granted({ id })
}

export interface ColumnMove {
  readonly id: string
  readonly parentId: string | null
  readonly position: number
}

/** New places for all named columns at once. Refused, it must be rolled back, as every refusal is. */
export async function moveColumns(tx: Tx, moves: readonly ColumnMove[], at: Date): Promise<Ruling<{ moved: number }, ColumnRefusal>> {
  await lockColumns(tx)
  for (const { id, parentId } of moves) {
    if (!(await columnExists(tx, id))) return refused('not-found')
    if (parentId !== null && !(await columnExists(tx, parentId))) return refused({ code: 'column-unknown', facts: { count: 1 } })
  }
  for (const { id, parentId, position } of moves) await placeColumn(tx, id, parentId, position, at)
  return (await columnsWithoutRoot(tx)) > 0 ? refused('column-below-itself') : granted({ moved: moves.length })
}

/** Removes a column with nothing below it; its documents go to `moveTo`, without which it must be empty. */
export async function removeColumn(tx: Tx, { id, moveTo }: { id: string; moveTo?: string }): Promise<Ruling<{ id: string }, ColumnRefusal>> {
  await lockColumns(tx)
  if (!(await columnExists(tx, id))) return refused('not-found')
  if ((await childrenOf(tx, id)) > 0) return refused('column-has-children')
  const documents = await documentsIn(tx, id)
  if (documents > 0) {
    if (moveTo === undefined) return refused({ code: 'column-has-documents', facts: { count: documents } })
    if (moveTo === id || !(await columnExists(tx, moveTo))) return refused({ code: 'column-unknown', field: 'moveTo', facts: { count: 1 } })
    await moveRows(tx, id, moveTo, 'all')
  }
  await deleteColumn(tx, id)
  return granted({ id })
}

/** The columns of a new site; those whose path word exists already are left as they are. Returns ids by path word. */
export async function putStandardColumns(tx: Tx, at: Date): Promise<ReadonlyMap<string, string>> {
  await lockColumns(tx)
  const ids = new Map<string, string>()
  for (const { slug, parent, ...rest } of standardColumns) {
    const known = await columnIdBySlug(tx, slug)
    const parentId = parent === null ? null : (ids.get(parent) ?? null)
    const values = { ...rest, slug, parentId, keywords: rest.name, hidden: false }
    ids.set(slug, known ?? (await insertColumn(tx, values, await childrenOf(tx, parentId), at)))
  }
  return ids
}
