// The next file of an edition in work that was never inspected: it came by an import, or before the inspectors were as they are.
import { sql } from 'kysely'
import { inspectorVersion } from '../../../kernel/file-inspection.ts'
import type { Tx } from '../../../platform/database/database.ts'

export async function nextUninspected(tx: Tx): Promise<{ readonly sha256: string; readonly name: string } | undefined> {
  const { rows } = await sql<{ sha256: string; name: string }>`
    select attachment.sha256, attachment.name
    from disclosure.edition join disclosure.attachment on edition_id = edition.id and role in ('attachment', 'picture')
    where edition.state not in ('published', 'published-internally', 'superseded', 'withdrawn', 'filed', 'discarded')
      and not exists (select from gate.file_inspection where file_inspection.sha256 = attachment.sha256 and inspector = ${inspectorVersion})
    order by added_at limit 1`.execute(tx)
  return rows[0]
}
