// Inspections that are there already, by the hash of the file.
import { sql } from 'kysely'
import { inspectorVersion, type FileInspection } from '../../../kernel/file-inspection.ts'
import type { Tx } from '../../../platform/database/database.ts'

/** What was found in these files; texts and tables are long, and come only where they are asked for. */
export async function fileInspections(
  tx: Tx,
  sha256s: readonly string[],
  { texts = false }: { readonly texts?: boolean } = {},
): Promise<ReadonlyMap<string, FileInspection>> {
  if (sha256s.length === 0) return new Map()
  const { rows } = await sql<{ sha256: string; result: Omit<FileInspection, 'texts' | 'tables'> } & Pick<FileInspection, 'texts' | 'tables'>>`
    select sha256, result, ${texts ? sql`texts, tables` : sql`'[]'::jsonb as texts, '[]'::jsonb as tables`} from gate.file_inspection
    where inspector = ${inspectorVersion} and sha256 = any(${[...new Set(sha256s)]}::text[])`.execute(tx)
  return new Map(rows.map((row) => [row.sha256, { ...row.result, texts: row.texts, tables: row.tables }]))
}

/** Whoever inspects the same bytes at the same time waits here, and then finds them inspected. */
export async function inTurnFor(tx: Tx, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`inspect ${sha256}`}, 0))`.execute(tx)
}
