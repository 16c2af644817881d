// What was said of one imported file, and was the same file imported before?
import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { ImportReport } from '../rules/import/report.ts'
import { importsOf } from './import-reach.ts'

export interface SameFile {
  readonly importId: string
  readonly editionId: string | null
  readonly title: string
}

export interface StoredImport {
  readonly importId: string
  readonly documentId: string | null
  readonly editionId: string | null
  readonly batchId: string | null
  readonly unitId: string
  readonly unitName: string
  readonly importedByName: string
  readonly importedAt: Date
  readonly report: ImportReport
}

export async function importReport(tx: Tx, actor: Actor, importId: string): Promise<StoredImport | undefined> {
  const { rows } = await sql<StoredImport>`
    select import_report.id as "importId", document.id as "documentId", import_report.edition_id as "editionId", import_report.batch_id as "batchId",
      import_report.unit_id as "unitId", unit.name as "unitName", importer.name as "importedByName", import_report.imported_at as "importedAt", report
    from disclosure.import_report
    join organization.unit on unit.id = import_report.unit_id
    join access.account importer on importer.id = import_report.imported_by
    left join disclosure.edition on edition.id = import_report.edition_id
    left join disclosure.document on document.id = edition.document_id
    where import_report.id = ${importId} and ${importsOf(actor)}`.execute(tx)
  return rows[0]
}

/** The first import of the same bytes for the same unit, other than `except`. */
export async function sameFile(
  tx: Tx,
  { unitId, sha256, except }: { readonly unitId: string; readonly sha256: string; readonly except?: string },
): Promise<SameFile | null> {
  const { rows } = await sql<SameFile>`
    select import_report.id as "importId", edition_id as "editionId", report ->> 'title' as title
    from disclosure.import_report
    join disclosure.edition on edition.id = import_report.edition_id and edition.state <> 'discarded'
    where sha256 = ${sha256} and import_report.unit_id = ${unitId} and outcome <> 'refused' and import_report.id is distinct from ${except ?? null}::uuid
    order by imported_at, import_report.id limit 1`.execute(tx)
  return rows[0] ?? null
}

/** Every file that a batch has taken or refused, by name and content, with how often: what a stopped import need not read again. */
export async function filesOfBatch(tx: Tx, batchId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; times: number }>`
    select sha256 || ' ' || file_name as key, count(*) as times from disclosure.import_report where batch_id = ${batchId} group by 1`.execute(tx)
  return new Map(rows.map(({ key, times }) => [key, times]))
}
