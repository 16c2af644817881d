// Writes bulletins and gives them their numbers.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'

export async function insertBulletin(tx: Tx, by: By, of: { unitId: string; title: string; year: number }): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into channels.bulletin (unit_id, title, year, foreword, document_ids, created_by, created_at, updated_at)
    values (${of.unitId}, ${of.title}, ${of.year}, '', '{}', ${by.actor.accountId}, ${by.at}, ${by.at}) returning id`.execute(tx)
  return rows[0]?.id ?? ''
}

export interface BulletinDraft {
  readonly title: string
  readonly foreword: string
  readonly columnId: string | null
  readonly documentIds: readonly string[]
}

export async function saveBulletin(tx: Tx, bulletinId: string, draft: BulletinDraft, at: Date): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update channels.bulletin set title = ${draft.title}, foreword = ${draft.foreword}, column_id = ${draft.columnId}::uuid,
      document_ids = ${[...draft.documentIds]}::uuid[], version = version + 1, updated_at = ${at} where id = ${bulletinId} returning version`.execute(tx)
  return rows[0]?.version ?? 0
}

/** The next number of the series: whoever asks at the same time waits, and no number is given twice. */
export async function nextIssue(tx: Tx, of: { unitId: string; title: string; year: number }): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into channels.bulletin_serial (unit_id, title, year, last) values (${of.unitId}, ${of.title}, ${of.year}, 1)
    on conflict (unit_id, title, year) do update set last = bulletin_serial.last + 1 returning last`.execute(tx)
  return rows[0]?.last ?? 1
}

export async function issueBulletin(tx: Tx, bulletinId: string, of: { issue: number; editionId: string; at: Date }): Promise<void> {
  await sql`
    update channels.bulletin set issue = ${of.issue}, edition_id = ${of.editionId}, issued_at = ${of.at}, version = version + 1 where id = ${bulletinId}`.execute(
    tx,
  )
}
