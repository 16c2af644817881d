// Which documents stand in a column, for the people who pin and move them?
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/database.ts'

export interface ColumnDocument {
  readonly documentId: string
  readonly title: string
  readonly unitName: string
  readonly indexNumber: string
  readonly listedAt: Date
  readonly pinnedUntil: string | null
}

export interface ColumnDocumentsQuestion {
  readonly columnId: string
  readonly words: string
  readonly page: number
  readonly size: number
  /** Units whose documents the asker reaches; null for all. */
  readonly unitIds: readonly string[] | null
}

export async function columnDocuments(tx: Tx, ask: ColumnDocumentsQuestion): Promise<{ rows: readonly ColumnDocument[]; total: number }> {
  const like = `%${ask.words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const where = sql`placed.column_id = ${ask.columnId}::uuid and (${ask.words} = '' or d.title like ${like} or d.index_number like ${like})
    and (${ask.unitIds === null} or placed.unit_id = any(${[...(ask.unitIds ?? [])]}::uuid[]))`
  const [rows, total] = await Promise.all([
    sql<ColumnDocument>`
      select d.id as "documentId", d.title, d.unit_name as "unitName", d.index_number as "indexNumber", placed.listed_at as "listedAt",
        placed.pinned_until as "pinnedUntil"
      from publication.document_column placed join publication.document d on d.id = placed.document_id
      where ${where} order by placed.listed_at desc, placed.document_id desc limit ${ask.size} offset ${(ask.page - 1) * ask.size}`.execute(tx),
    sql<{ count: number }>`
      select count(*) as count from publication.document_column placed join publication.document d on d.id = placed.document_id where ${where}`.execute(tx),
  ])
  return { rows: rows.rows, total: total.rows[0]?.count ?? 0 }
}
