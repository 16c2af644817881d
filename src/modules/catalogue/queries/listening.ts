// What the public register added since it was last listened to, and the texts that the entries concerned now show.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export interface Heard {
  readonly last: number
  /** Responsibilities in whose columns something was published, revised or withdrawn. */
  readonly responsibilityIds: string[]
}

/** At most `limit` entries of the register after the `from`th: it numbers what is committed without a gap. */
export async function heardSince(tx: Tx, from: number, limit: number): Promise<Heard> {
  const { rows } = await sql<{ last: number | null }>`
    select max(sequence) as last from (select sequence from publication.register_link where sequence > ${from} order by sequence limit ${limit}) part`.execute(
    tx,
  )
  const last = rows[0]?.last ?? from
  if (last === from) return { last, responsibilityIds: [] }
  const found = await sql<{ id: string }>`
    with touched as (select distinct entry.document_id from publication.register_link link join publication.register_entry entry on entry.id = link.entry_id
      where link.sequence > ${from} and link.sequence <= ${last}),
    placed as (select distinct d.unit_id, c.column_id from touched join publication.document d on d.id = touched.document_id
      join publication.document_column c on c.document_id = d.id)
    select distinct held.id from placed join catalogue.entry_version v on v.ends_on is null and v.column_ids @> array[placed.column_id]
      join catalogue.responsibility held on held.entry_id = v.entry_id and held.unit_id = placed.unit_id and held.until is null
    union
    select beat.responsibility_id from touched join catalogue.beat on beat.document_id = touched.document_id`.execute(tx)
  return { last, responsibilityIds: found.rows.map((row) => row.id) }
}

export async function listenedTo(tx: Tx): Promise<number> {
  const { rows } = await sql<{ at: number }>`select register_sequence as at from catalogue.listener for update`.execute(tx)
  return rows[0]?.at ?? 0
}

export interface Shown {
  readonly responsibilityId: string
  readonly documentId: string | null
  readonly title: string
  readonly text: string
  readonly attachments: number
  readonly publishedAt: Date | null
  /** The text that stood there before: the revision before, or the publication before. */
  readonly before: string | null
}

const mostText = 40_000

/** What the entries show now: the newest of the unit in their columns. */
export async function shownBy(tx: Tx, responsibilityIds: readonly string[]): Promise<Shown[]> {
  const { rows } = await sql<Shown>`
    select held.id as "responsibilityId", newest.id as "documentId", coalesce(newest.title, '') as title, coalesce(left(newest.body_text, ${mostText}), '') as text,
      coalesce(newest.attachment_count, 0) as attachments, newest.published_at as "publishedAt",
      coalesce((select left(r.body_text, ${mostText}) from publication.revision r where r.document_id = newest.id and r.revision = newest.revision - 1),
        (select left(d.body_text, ${mostText}) from publication.document d join publication.document_column c on c.document_id = d.id
          where c.unit_id = held.unit_id and c.column_id = any(v.column_ids) and d.id <> newest.id and d.published_at < newest.published_at
          order by d.published_at desc limit 1)) as before
    from unnest(${[...responsibilityIds]}::uuid[]) as asked (id) join catalogue.responsibility held on held.id = asked.id
      join catalogue.entry_version v on v.entry_id = held.entry_id and v.ends_on is null
      left join lateral (
        select d.id, d.title, d.body_text, d.attachment_count, d.published_at, d.revision from publication.document_column c join publication.document d on d.id = c.document_id
        where c.unit_id = held.unit_id and c.column_id = any(v.column_ids) order by d.published_at desc limit 1) newest on true`.execute(tx)
  return rows
}

/** Responsibilities that were never listened for, such as those of a new entry. */
export async function neverFelt(tx: Tx, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select held.id from catalogue.responsibility held where held.until is null and not exists (select from catalogue.beat where beat.responsibility_id = held.id)
    limit ${limit}`.execute(tx)
  return rows.map((row) => row.id)
}
