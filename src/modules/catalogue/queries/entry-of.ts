// An entry that a unit answers for today: its name, and the columns of the site where it belongs.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export interface AnsweredEntry {
  readonly name: string
  readonly columnIds: readonly string[]
}

export async function entryOf(tx: Tx, entryId: string, unitId: string): Promise<AnsweredEntry | undefined> {
  const { rows } = await sql<AnsweredEntry>`
    select concat_ws(' / ', nullif(v.item1, ''), nullif(v.item2, ''), nullif(v.item3, '')) as name, v.column_ids as "columnIds"
    from catalogue.entry join catalogue.entry_version v on v.entry_id = entry.id and v.ends_on is null
      join catalogue.responsibility held on held.entry_id = entry.id and held.unit_id = ${unitId}::uuid and held.until is null
    where entry.id = ${entryId}::uuid and entry.ends_on is null`.execute(tx)
  return rows[0]
}
