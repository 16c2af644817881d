// Remembers which draft shows which version of a report.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'

export interface Draft {
  readonly reportId: string
  readonly version: number
  readonly editionId: string
  readonly documentId: string
}

export async function noteDraft(tx: Tx, { actor, at }: By, { reportId, version, editionId, documentId }: Draft): Promise<void> {
  await sql`update reports.report set document_id = ${documentId} where id = ${reportId}`.execute(tx)
  await sql`
    insert into reports.draft_made (report_id, ordinal, document_id, edition_id, report_version, by_account_id, by_name, at)
    select ${reportId}, coalesce(max(ordinal), 0) + 1, ${documentId}, ${editionId}, ${version}, ${actor.accountId}, ${actor.name}, ${at}
    from reports.draft_made where report_id = ${reportId}`.execute(tx)
}
