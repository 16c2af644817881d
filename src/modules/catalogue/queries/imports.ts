// A file that was read: its rows, and what became of it.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { EntryKind } from '../law/entries.ts'
import type { ReadRow, RefusedRow } from '../rules/sheet/read-rows.ts'

export interface CatalogueImport {
  readonly id: string
  readonly fileName: string
  readonly kind: EntryKind
  readonly rows: readonly ReadRow[]
  readonly refused: readonly RefusedRow[]
  readonly madeBy: string
  readonly madeByName: string
  readonly madeAt: Date
  readonly appliedAt: Date | null
  readonly appliedByName: string | null
}

export async function importById(tx: Tx, id: string): Promise<CatalogueImport | undefined> {
  const { rows } = await sql<CatalogueImport>`
    select id, file_name as "fileName", kind, rows, refused, made_by as "madeBy", made_by_name as "madeByName", made_at as "madeAt", applied_at as "appliedAt",
      applied_by_name as "appliedByName" from catalogue.import where id = ${id}::uuid`.execute(tx)
  return rows[0]
}
