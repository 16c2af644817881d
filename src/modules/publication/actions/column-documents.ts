// Pins documents on top of a column, and takes many from one column to another.
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { columnExists } from '../queries/column-place.ts'
import { moveRows, savePin } from '../store/columns.ts'

export type ColumnDocumentRefusal = 'not-found' | 'column-unknown' | 'document-not-in-column'

export interface Pin {
  readonly documentId: string
  readonly columnId: string
  /** The last day on top; null takes the pin away. */
  readonly until: Day | null
}

export async function pin(tx: Tx, { documentId, columnId, until }: Pin): Promise<Ruling<{ pinnedUntil: Day | null }, ColumnDocumentRefusal>> {
  return (await savePin(tx, documentId, columnId, until)) ? granted({ pinnedUntil: until }) : refused('document-not-in-column')
}

export interface DocumentMove {
  readonly documentIds: readonly string[]
  readonly from: string
  readonly to: string
}

/** Moves the named documents that stand in `from`; who stands in `to` already only leaves `from`. */
export async function moveDocuments(tx: Tx, { documentIds, from, to }: DocumentMove): Promise<Ruling<{ moved: number }, ColumnDocumentRefusal>> {
  if (!(await columnExists(tx, from))) return refused('not-found')
  if (from === to || !(await columnExists(tx, to))) return refused({ code: 'column-unknown', field: 'toColumnId', facts: { count: 1 } })
  return granted({ moved: await moveRows(tx, from, to, documentIds) })
}
