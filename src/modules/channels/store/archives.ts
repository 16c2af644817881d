// Writes archives that were asked for, how far they are, and what became of them.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'

export async function insertArchive(tx: Tx, by: By, { title, documentIds }: { title: string; documentIds: readonly string[] }): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into channels.archive_job (asked_by, asked_at, title, document_ids)
    values (${by.actor.accountId}, ${by.at}, ${title}, ${[...documentIds]}::uuid[]) returning id`.execute(tx)
  return rows[0]?.id ?? ''
}

export async function archiveReached(tx: Tx, archiveId: string, done: number): Promise<void> {
  await sql`update channels.archive_job set done = ${done} where id = ${archiveId}`.execute(tx)
}

export async function archiveFinished(tx: Tx, archiveId: string, file: { sha256: string; bytes: number }, at: Date): Promise<void> {
  await sql`
    update channels.archive_job set sha256 = ${file.sha256}, bytes = ${file.bytes}, done = cardinality(document_ids), finished_at = ${at} where id = ${archiveId}`.execute(
    tx,
  )
}

export async function archiveFailed(tx: Tx, archiveId: string, failure: string, at: Date): Promise<void> {
  await sql`update channels.archive_job set failure = ${failure}, finished_at = ${at} where id = ${archiveId}`.execute(tx)
}
