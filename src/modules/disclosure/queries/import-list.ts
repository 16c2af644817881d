// Which files were imported, with what result? A page of them, or all of them for a download.
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { ImportOutcome } from '../law/import-formats.ts'
import { importsOf } from './import-reach.ts'

export interface ImportFilter {
  readonly outcome?: ImportOutcome | undefined
  readonly unitId?: string | undefined
  readonly batchId?: string | undefined
  readonly q?: string | undefined
  readonly doubtful: boolean
  readonly sort: 'importedAt' | '-importedAt' | 'fileName' | '-fileName'
}

export interface ImportRow {
  readonly importId: string
  readonly documentId: string | null
  readonly editionId: string | null
  readonly batchId: string | null
  readonly fileName: string
  readonly bytes: number
  readonly outcome: ImportOutcome
  readonly title: string
  readonly unitId: string
  readonly unitName: string
  readonly doubtful: number
  readonly lost: number
  readonly refusal: string | null
  readonly importedByName: string
  readonly importedAt: Date
}

const orders = {
  importedAt: sql`import_report.imported_at, import_report.id`,
  '-importedAt': sql`import_report.imported_at desc, import_report.id desc`,
  fileName: sql`import_report.file_name, import_report.id`,
  '-fileName': sql`import_report.file_name desc, import_report.id desc`,
} as const

const likeText = (words: string): string => `%${words.replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`

const tables = sql`
  disclosure.import_report
  join organization.unit on unit.id = import_report.unit_id
  join access.account importer on importer.id = import_report.imported_by
  left join disclosure.edition on edition.id = import_report.edition_id
  left join disclosure.document on document.id = edition.document_id`

function condition(actor: Actor, filter: ImportFilter): RawBuilder<boolean> {
  const parts: RawBuilder<boolean>[] = [importsOf(actor)]
  if (filter.outcome) parts.push(sql<boolean>`import_report.outcome = ${filter.outcome}`)
  if (filter.unitId) parts.push(sql<boolean>`import_report.unit_id = ${filter.unitId}`)
  if (filter.batchId) parts.push(sql<boolean>`import_report.batch_id = ${filter.batchId}`)
  if (filter.q) parts.push(sql<boolean>`(import_report.file_name ilike ${likeText(filter.q)} or import_report.report ->> 'title' ilike ${likeText(filter.q)})`)
  if (filter.doubtful) parts.push(sql<boolean>`(jsonb_array_length(report -> 'doubtful') > 0 or jsonb_array_length(report -> 'lost') > 0)`)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

export async function importList(tx: Tx, actor: Actor, filter: ImportFilter, slice: { readonly limit: number; readonly offset: number }): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select import_report.id as "importId", document.id as "documentId", import_report.edition_id as "editionId", import_report.batch_id as "batchId",
      import_report.file_name as "fileName", import_report.bytes, import_report.outcome, coalesce(nullif(edition.title, ''), report ->> 'title') as title,
      import_report.unit_id as "unitId", unit.name as "unitName", jsonb_array_length(report -> 'doubtful') as doubtful, jsonb_array_length(report -> 'lost') as lost,
      report -> 'refusal' ->> 'sentence' as refusal, importer.name as "importedByName", import_report.imported_at as "importedAt"
    from ${tables} where ${condition(actor, filter)}
    order by ${orders[filter.sort]} limit ${slice.limit} offset ${slice.offset}`.execute(tx)
  return rows
}

export async function countImports(tx: Tx, actor: Actor, filter: ImportFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${tables} where ${condition(actor, filter)}`.execute(tx)
  return rows[0]?.count ?? 0
}
