// Texts that wait for their print, pieces that share a band with one, and the pairs that somebody is to be asked about.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { likenessLaw } from '../law/likeness.ts'
import type { Pair } from '../rules/groups.ts'
import { allOf, containing, inScope, type Scope } from './scope.ts'

export interface Unprinted {
  readonly pieceId: string
  readonly unitId: string
  readonly revision: number
  readonly title: string
  readonly text: string
  readonly documentNumber: string | null
}

export interface Heard {
  /** How far the register is heard once these texts are read. */
  readonly until: number
  /** The register goes on after it. */
  readonly more: boolean
  /** Documents that the register told of and that are public no more. */
  readonly gone: readonly string[]
  readonly texts: readonly Unprinted[]
}

/** How far the register was heard; held until the transaction ends, so that one listens at a time. */
export async function heardUntil(tx: Tx): Promise<number> {
  const { rows } = await sql<{ at: number }>`select register_sequence as at from channels.likeness_listener for update`.execute(tx)
  return rows[0]?.at ?? 0
}

/**
 * Texts that the register told of after the `from`th entry and whose print is missing or was made of an earlier revision, newest first, then pieces of no website.
 * Entries that the sequencer has not numbered yet are heard too, and heard again once they are.
 */
export async function unprinted(tx: Tx, from: number, { window, limit }: { readonly window: number; readonly limit: number }): Promise<Heard> {
  const { rows: linked } = await sql<{ until: number | null; count: number }>`
    select max(sequence) as until, count(*) as count from (
      select sequence from publication.register_link where sequence > ${from} order by sequence limit ${window}) part`.execute(tx)
  const until = linked[0]?.until ?? from
  const touched = sql`
    select entry.document_id as id from publication.register_link link join publication.register_entry entry on entry.id = link.entry_id
      where link.sequence > ${from} and link.sequence <= ${until}
    union
    select entry.document_id from (select entry_id from publication.register_pending order by entry_id limit ${window}) pending
      join publication.register_entry entry on entry.id = pending.entry_id`
  const { rows: gone } = await sql<{ id: string }>`
    select touched.id from (${touched}) touched join publication.tombstone on tombstone.document_id = touched.id`.execute(tx)
  const { rows: texts } = await sql<Unprinted>`
    (select d.id as "pieceId", d.unit_id as "unitId", d.revision, d.title, d.body_text as text, d.document_number as "documentNumber"
      from (${touched}) touched join publication.document d on d.id = touched.id left join channels.likeness_print print on print.piece_id = d.id
      where print.piece_id is null or print.revision <> d.revision
      order by d.listed_at desc, d.id limit ${limit})
    union all
    (select p.id, p.unit_id, 0, p.title, p.text, null from channels.offline_piece p where not p.printed order by p.id limit ${limit})
    limit ${limit}`.execute(tx)
  const full = texts.length === limit
  return { until: full ? from : until, more: full || linked[0]?.count === window, gone: gone.map((row) => row.id), texts }
}

/**
 * Other pieces that share a band, by the index; pairs that were asked about before are left out. Band by band: of all of them together
 * the planner expects so many that it reads every print from the beginning.
 */
export async function sharingBand(tx: Tx, pieceId: string, bands: readonly number[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct piece_id as id
    from unnest(${[...bands]}::bigint[]) as band
    cross join lateral (select piece_id from channels.likeness_print where bands @> array[band] offset 0) as near
    where piece_id <> ${pieceId}
      and not exists (select from channels.likeness l where l.one_id = least(piece_id, ${pieceId}::uuid) and l.other_id = greatest(piece_id, ${pieceId}::uuid))
    limit ${likenessLaw.mostCandidates}`.execute(tx)
  return rows.map((row) => row.id)
}

export interface LikenessRow {
  readonly oneId: string
  readonly otherId: string
  readonly oneTitle: string
  readonly otherTitle: string
  readonly oneUnitId: string
  readonly otherUnitId: string
  readonly oneUnitName: string
  readonly otherUnitName: string
  readonly oneIndexNumber: string | null
  readonly otherIndexNumber: string | null
  readonly oneDay: Day
  readonly otherDay: Day
  readonly alike: number
  readonly answer: 'same' | 'different' | null
  readonly answeredByName: string | null
  readonly answeredAt: Date | null
}

const piece = sql`(
  select id, title, unit_id, index_number, (listed_at at time zone 'Asia/Shanghai')::date as day from publication.document
  union all select id, title, unit_id, null, (entered_at at time zone 'Asia/Shanghai')::date from channels.offline_piece)`

export async function likenessRows(
  tx: Tx,
  scope: Scope,
  { view, q }: { readonly view: 'open' | 'same' | 'different'; readonly q?: string | undefined },
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly LikenessRow[]; readonly total: number }> {
  const source = sql`
    from channels.likeness l
    join lateral (select * from ${piece} one where one.id = l.one_id) one on true
    join lateral (select * from ${piece} other where other.id = l.other_id) other on true
    join organization.unit one_unit on one_unit.id = one.unit_id
    join organization.unit other_unit on other_unit.id = other.unit_id
    where ${allOf([
      view === 'open' ? sql`l.answer is null` : sql`l.answer = ${view}`,
      sql`(${inScope(sql`l.one_unit_id`, scope)} or ${inScope(sql`l.other_unit_id`, scope)})`,
      q !== undefined && q !== '' && sql`(${containing(sql`one.title`, q)} or ${containing(sql`other.title`, q)})`,
    ])}`
  const { rows } = await sql<LikenessRow>`
    select l.one_id as "oneId", l.other_id as "otherId", one.title as "oneTitle", other.title as "otherTitle", one.unit_id as "oneUnitId", other.unit_id as "otherUnitId",
      one_unit.name as "oneUnitName", other_unit.name as "otherUnitName", one.index_number as "oneIndexNumber", other.index_number as "otherIndexNumber",
      one.day as "oneDay", other.day as "otherDay", l.alike, l.answer, (select name from access.account where id = l.answered_by) as "answeredByName", l.answered_at as "answeredAt"
    ${source} order by l.alike desc, l.one_id, l.other_id limit ${limit} offset ${offset}`.execute(tx)
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total ${source}`.execute(tx)
  return { rows, total: counted[0]?.total ?? 0 }
}

export interface AskedPair {
  readonly oneId: string
  readonly otherId: string
  readonly oneUnitId: string
  readonly otherUnitId: string
  readonly answer: 'same' | 'different' | null
}

export async function askedPair(tx: Tx, oneId: string, otherId: string): Promise<AskedPair | undefined> {
  const { rows } = await sql<AskedPair>`
    select one_id as "oneId", other_id as "otherId", one_unit_id as "oneUnitId", other_unit_id as "otherUnitId", answer
    from channels.likeness where one_id = least(${oneId}::uuid, ${otherId}::uuid) and other_id = greatest(${oneId}::uuid, ${otherId}::uuid) for update`.execute(
    tx,
  )
  return rows[0]
}

/** Every piece now grouped with one of `pieces` or tied to it by an answer, and the pairs answered 同一 among them all. */
export async function tiedTo(tx: Tx, pieces: readonly string[]): Promise<{ readonly pieces: readonly string[]; readonly same: readonly Pair[] }> {
  const { rows } = await sql<{ id: string }>`
    with recursive tied (id) as (
      select unnest(${[...pieces]}::uuid[])
      union
      select case when l.one_id = tied.id then l.other_id else l.one_id end
      from tied join channels.likeness l on l.answer = 'same' and (l.one_id = tied.id or l.other_id = tied.id)),
    grouped as (
      select mate.piece_id as id from tied join channels.same_information mine on mine.piece_id = tied.id join channels.same_information mate using (root_id))
    select id from tied union select id from grouped`.execute(tx)
  const ids = rows.map((row) => row.id)
  const { rows: pairs } = await sql<{ one: string; other: string }>`
    select one_id as one, other_id as other from channels.likeness where answer = 'same' and one_id = any(${ids}::uuid[])`.execute(tx)
  return { pieces: ids, same: pairs.map(({ one, other }) => [one, other]) }
}

/** Lets one change of groups in at a time. */
export async function lockGroups(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7236411)`.execute(tx)
}
