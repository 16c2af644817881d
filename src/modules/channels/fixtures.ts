// For tests of the ledger: appearances as they are typed, and public documents without the way through an office.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { day } from '../../kernel/day.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { AppearanceFacts } from './rules/check-appearance.ts'

export const shown = (change: Partial<AppearanceFacts> = {}): AppearanceFacts => ({
  channel: 'notice-board', shownOn: day('2026-11-19'), place: '县政务服务中心一楼公开栏', address: '', note: '', ...change,
}) // prettier-ignore

let serial = 0

/** Writes the public row and what the register says of it: what the figures and the reader of new texts go by. */
export async function putPublic(
  tx: Tx,
  of: { readonly unitId: string; readonly listedAt: string; readonly title?: string; readonly text?: string; readonly html?: string },
): Promise<string> {
  const id = randomUUID()
  serial += 1
  await sql`
    insert into publication.document (id, revision, unit_id, unit_name, title, index_number, kind, validity, body_html, body_text, excerpt, first_published_at, published_at,
      listed_at, content_hash, salt)
    values (${id}, 1, ${of.unitId}, '某单位', ${of.title ?? `第${serial}号`}, ${`T-${serial}-${id.slice(0, 6)}`}, '通知', 'valid', ${of.html ?? ''}, ${of.text ?? ''}, '', ${of.listedAt}, ${of.listedAt},
      ${of.listedAt}, '\\x00', '\\x00')`.execute(tx)
  await announce(tx, id, 'publish')
  return id
}

/** One more entry of the register; the sequencer numbers it, if it runs. */
export async function announce(tx: Tx, documentId: string, act: 'publish' | 'revise' | 'withdraw'): Promise<void> {
  await sql`
    with entry as (
      insert into publication.register_entry (document_id, act, revision, index_number, at, salted_hash) values (${documentId}, ${act}, 1, 'T', now(), '\\x00') returning id)
    insert into publication.register_pending (entry_id) select id from entry`.execute(tx)
}
