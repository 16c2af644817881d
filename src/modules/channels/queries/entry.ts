// One entry of the ledger, with what proves it and what was done to it.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { EnteredChannel } from '../law/channels.ts'

export interface Entry {
  readonly entryId: string
  readonly documentId: string | null
  readonly pieceId: string
  readonly unitId: string
  readonly handledById: string | null
  readonly channel: EnteredChannel
  readonly shownOn: Day
  readonly place: string
  readonly address: string
  readonly note: string
  readonly version: number
  readonly struckAt: Date | null
}

export async function lockEntry(tx: Tx, entryId: string): Promise<Entry | undefined> {
  const { rows } = await sql<Entry>`
    select e.id as "entryId", e.document_id as "documentId", e.piece_id as "pieceId", e.unit_id as "unitId", document.handled_by_id as "handledById", e.channel,
      e.shown_on as "shownOn", e.place, e.address, e.note, e.version, e.struck_at as "struckAt"
    from channels.entry e left join disclosure.document on document.id = e.document_id where e.id = ${entryId} for update of e`.execute(tx)
  return rows[0]
}

/** Whether the same appearance stands under another id. */
export async function appearanceTaken(tx: Tx, entry: Entry, { channel, shownOn, place }: Pick<Entry, 'channel' | 'shownOn' | 'place'>): Promise<boolean> {
  const { rows } = await sql`
    select from channels.entry where piece_id = ${entry.pieceId} and channel = ${channel} and shown_on = ${shownOn} and place = ${place}
      and struck_at is null and id <> ${entry.entryId}`.execute(tx)
  return rows.length > 0
}

export interface EvidenceRow {
  readonly evidenceId: string
  readonly entryId: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly addedByName: string
  readonly addedAt: Date
}

/** What proves the entries now, oldest first. */
export async function evidenceOf(tx: Tx, entryIds: readonly string[]): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    select v.id as "evidenceId", entry_id as "entryId", v.name, media_type as "mediaType", bytes, sha256, account.name as "addedByName", added_at as "addedAt"
    from channels.evidence v join access.account on account.id = added_by
    where entry_id = any(${[...entryIds]}::uuid[]) and removed_at is null order by added_at, v.id`.execute(tx)
  return rows
}

export interface StepRow {
  readonly step: string
  readonly byName: string
  readonly at: Date
  readonly reason: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** What was done to an entry, a piece, a bulletin or a delivery, newest first. */
export async function stepsAbout(tx: Tx, aboutId: string): Promise<StepRow[]> {
  const { rows } = await sql<StepRow>`
    select step, by_name as "byName", at, reason, detail from channels.step_taken where about_id = ${aboutId} order by id desc limit 200`.execute(tx)
  return rows
}
