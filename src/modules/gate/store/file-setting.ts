// Writes how attachments are treated when they come.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export async function saveFileSetting(
  tx: Tx,
  { cleanByItself }: { readonly cleanByItself: boolean },
  { accountId, at }: { readonly accountId: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into gate.file_setting (id, clean_by_itself, changed_by, changed_at) values (1, ${cleanByItself}, ${accountId}, ${at})
    on conflict (id) do update set clean_by_itself = excluded.clean_by_itself, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(tx)
}
