// How attachments are treated when they come.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export interface FileSetting {
  /** Names, places and devices are taken out of the properties without being asked. */
  readonly cleanByItself: boolean
  readonly changedAt: Date | null
}

export async function fileSetting(tx: Tx): Promise<FileSetting> {
  const { rows } = await sql<FileSetting>`select clean_by_itself as "cleanByItself", changed_at as "changedAt" from gate.file_setting`.execute(tx)
  return rows[0] ?? { cleanByItself: true, changedAt: null }
}
