// Writes files that were read and wait for a person to apply them.
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import type { EntryKind } from '../law/entries.ts'
import type { ReadSheets } from '../rules/sheet/read-rows.ts'
import { tablesOf } from './tables.ts'

export async function saveImport(tx: Tx, by: By, file: { readonly name: string; readonly kind: EntryKind }, read: ReadSheets): Promise<string> {
  const { id } = await tablesOf(tx)
    .insertInto('catalogue.import')
    .values({
      file_name: file.name,
      kind: file.kind,
      rows: JSON.stringify(read.rows),
      refused: JSON.stringify(read.refused),
      made_by: by.actor.accountId,
      made_by_name: by.actor.name,
      made_at: by.at,
      applied_at: null,
      applied_by_name: null,
      applied: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function markApplied(tx: Tx, by: By, id: string, counts: Readonly<Record<string, number>>): Promise<void> {
  await tablesOf(tx)
    .updateTable('catalogue.import')
    .set({ applied_at: by.at, applied_by_name: by.actor.name, applied: JSON.stringify(counts) })
    .where('id', '=', id)
    .execute()
}
