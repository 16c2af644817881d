// Writes how entries beat.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

export interface Beat {
  readonly responsibilityId: string
  readonly documentId: string | null
  readonly title: string
  readonly publishedAt: Date | null
  readonly padded: boolean
  readonly bare: boolean
}

export async function saveBeats(tx: Tx, beats: readonly Beat[]): Promise<void> {
  if (beats.length === 0) return
  await sql`
    insert into catalogue.beat (responsibility_id, document_id, title, published_at, padded, bare)
    select * from unnest(${beats.map((one) => one.responsibilityId)}::uuid[], ${beats.map((one) => one.documentId)}::uuid[], ${beats.map((one) => one.title)}::text[],
      ${beats.map((one) => one.publishedAt)}::timestamptz[], ${beats.map((one) => one.padded)}::boolean[], ${beats.map((one) => one.bare)}::boolean[])
    on conflict (responsibility_id) do update set document_id = excluded.document_id, title = excluded.title, published_at = excluded.published_at, padded = excluded.padded,
      bare = excluded.bare`.execute(tx)
}

export async function saveListened(tx: Tx, sequence: number): Promise<void> {
  await sql`insert into catalogue.listener (register_sequence) values (${sequence}) on conflict (one) do update set register_sequence = excluded.register_sequence`.execute(
    tx,
  )
}

export async function saveHeardEvents(tx: Tx, sequence: number): Promise<void> {
  await sql`
    insert into catalogue.event_listener (register_sequence) values (${sequence}) on conflict (one) do update set register_sequence = excluded.register_sequence`.execute(
    tx,
  )
}

/** How the last duty of a responsibility ended. */
export async function setMet(tx: Tx, responsibilityId: string, met: { readonly on: Day; readonly afterEvent: boolean }): Promise<void> {
  await sql`
    update catalogue.responsibility set closed_on = null, met_on = greatest(met_on, ${met.on}::date), after_event = ${met.afterEvent}
    where id = ${responsibilityId}::uuid`.execute(tx)
}

export async function setClosed(tx: Tx, responsibilityId: string, on: Day): Promise<void> {
  await sql`update catalogue.responsibility set closed_on = ${on}::date where id = ${responsibilityId}::uuid`.execute(tx)
}

/** What stands there was, or is no longer, made from data that have changed since; rows that say so already are not touched. */
export async function markStale(tx: Tx, responsibilityIds: readonly string[], stale: boolean): Promise<void> {
  await sql`
    update catalogue.responsibility set stale = ${stale} where id = any(${[...responsibilityIds]}::uuid[]) and stale <> ${stale}`.execute(tx)
}
