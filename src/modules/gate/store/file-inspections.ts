// Writes what an inspection found.
import { sql } from 'kysely'
import { inspectorVersion, type FileInspection } from '../../../kernel/file-inspection.ts'
import type { Tx } from '../../../platform/database/database.ts'

export async function saveInspection(tx: Tx, sha256: string, { texts, tables, ...result }: FileInspection, at: Date): Promise<void> {
  await sql`
    insert into gate.file_inspection (sha256, inspector, result, texts, tables, inspected_at)
    values (${sha256}, ${inspectorVersion}, ${JSON.stringify(result)}::jsonb, ${JSON.stringify(texts)}::jsonb, ${JSON.stringify(tables)}::jsonb, ${at})
    on conflict do nothing`.execute(tx)
}
