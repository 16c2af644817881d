// Keeps the file that a report of a year before Gongkai was read from, and what became of it.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { Finding } from '../rules/check/finding.ts'

export interface KeptSource {
  readonly reportId: string
  readonly title: string
  readonly findings: readonly Finding[]
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: number; readonly mediaType: string }
}

export async function keepSource(tx: Tx, { reportId, title, findings, file }: KeptSource, at: Date): Promise<void> {
  await sql`
    insert into reports.taken_over (report_id, file_name, sha256, bytes, media_type, title, findings, at)
    values (${reportId}, ${file.name}, ${file.sha256}, ${file.bytes}, ${file.mediaType}, ${title}, ${JSON.stringify(findings)}::jsonb, ${at})`.execute(tx)
}

/** The former row stays with its figures, text and file. */
export async function noteReplaced(tx: Tx, reportId: string, { byReport, reason }: { readonly byReport: string; readonly reason: string }): Promise<void> {
  await sql`update reports.taken_over set replaced_by = ${byReport}, replaced_reason = ${reason} where report_id = ${reportId}`.execute(tx)
}
