// How many pieces became public in a period, counted once each: the definition stands in rules/count.ts, and a test holds this against it.
import { sql, type RawBuilder } from 'kysely'
import type { Span } from '../../../kernel/metric.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { channelNames, type ChannelName } from '../law/channels.ts'
import { inScope, type Scope } from './scope.ts'

/** The place of a channel, where two of them showed a piece on the same day. */
export const rank = sql`array_position(${[...channelNames]}::text[], channel)`
const dayOf = (instant: RawBuilder<unknown>): RawBuilder<unknown> => sql`(${instant} at time zone 'Asia/Shanghai')::date`
const startOf = (day: string): RawBuilder<unknown> => sql`(${day}::date)::timestamp at time zone 'Asia/Shanghai'`

/** Documents that stand on the website alone: no entry, no same information. Nearly all of them, so they are counted without a sort. */
const alone = sql`
  not exists (select from channels.same_information s where s.piece_id = d.id)
  and not exists (select from channels.entry e where e.piece_id = d.id and e.struck_at is null)`

const listedIn = ({ from, until }: Span): RawBuilder<unknown> => sql`d.listed_at >= ${startOf(from)} and d.listed_at < ${startOf(until)} + interval '1 day'`

/** Pieces that are the same information as one that was seen in the period: of all others nothing can count in it. */
const seenIn = (span: Span): RawBuilder<unknown> => sql`
  root as materialized (
    select distinct coalesce(s.root_id, seen.id) as id
    from (
      select e.piece_id as id from channels.entry e where e.struck_at is null and e.shown_on between ${span.from} and ${span.until}
      union
      select d.id from publication.document d join channels.same_information s on s.piece_id = d.id where ${listedIn(span)}
      union
      select d.id from publication.document d join channels.entry e on e.piece_id = d.id and e.struck_at is null where ${listedIn(span)}
    ) seen left join channels.same_information s on s.piece_id = seen.id)`

const everyUnit: Scope = { reach: { everywhere: true, unitIds: [] } }

/** Every appearance, at any time, of the information named by `roots` that is in the ledger or is the same as another: root, piece, channel, day, unit. */
export const appearancesOf = (roots: RawBuilder<unknown>, scope: Scope = everyUnit): RawBuilder<unknown> => sql`
  with named as materialized (${roots}),
  piece as materialized (
    select id, id as root from named where not exists (select from channels.same_information s where s.piece_id = named.id and s.root_id <> named.id)
    union select s.piece_id, s.root_id from channels.same_information s join named on named.id = s.root_id),
  -- each document by its key: the planner takes the pieces for many more than they are, and would read all documents instead
  shown as materialized (
    select piece.root, piece.id, d.id as document_id, d.unit_id, d.listed_at
    from piece left join lateral (select id, unit_id, listed_at from publication.document where id = piece.id offset 0) d on true)
  select d.root, d.id as piece, e.channel, e.shown_on as day, coalesce(d.unit_id, e.unit_id) as unit_id
  from shown d join channels.entry e on e.piece_id = d.id
  where e.struck_at is null and (e.document_id is null or d.document_id is not null) and ${inScope(sql`coalesce(d.unit_id, e.unit_id)`, scope)}
  union all
  select d.root, d.id, 'website', ${dayOf(sql`d.listed_at`)}, d.unit_id
  from shown d where d.document_id is not null and not (${alone}) and ${inScope(sql`d.unit_id`, scope)}`

/** Of all that was seen in the period. */
export const appearances = (scope: Scope, span: Span): RawBuilder<unknown> => appearancesOf(sql`with ${seenIn(span)} select id from root`, scope)

/** Documents that stand alone, listed in the period. */
export const lonely = (scope: Scope, span: Span): RawBuilder<unknown> => sql`
  from publication.document d
  where ${listedIn(span)} and ${inScope(sql`d.unit_id`, scope)} and ${alone}`

/** First appearance of each piece anywhere, and first on each channel. */
export const firsts = sql`select distinct on (root) root, piece, channel, day from appearance order by root, day, ${rank}, piece`
export const firstsByChannel = sql`select distinct on (root, channel) root, piece, channel, day from appearance order by root, channel, day, piece`

export interface ChannelFigures {
  readonly distinct: number
  readonly first: Readonly<Partial<Record<ChannelName, number>>>
  readonly by: Readonly<Partial<Record<ChannelName, number>>>
}

export async function channelFigures(tx: Tx, scope: Scope, span: Span): Promise<ChannelFigures> {
  const { rows } = await sql<{ kind: 'first' | 'by'; channel: ChannelName; count: number }>`
    with appearance as materialized (${appearances(scope, span)}),
    first as (${firsts}), by_channel as (${firstsByChannel})
    select 'first' as kind, channel, count(*) as count from first where day between ${span.from} and ${span.until} group by channel
    union all
    select 'by', channel, count(*) from by_channel where day between ${span.from} and ${span.until} group by channel`.execute(tx)
  const site = await sql<{ count: number }>`select count(*) as count ${lonely(scope, span)}`.execute(tx)
  const onSite = site.rows[0]?.count ?? 0
  const tally = (kind: 'first' | 'by'): Partial<Record<ChannelName, number>> => {
    const counts: Partial<Record<ChannelName, number>> = onSite === 0 ? {} : { website: onSite }
    for (const row of rows) if (row.kind === kind) counts[row.channel] = (counts[row.channel] ?? 0) + row.count
    return counts
  }
  const first = tally('first')
  return { distinct: Object.values(first).reduce((sum, one) => sum + one, 0), first, by: tally('by') }
}

export interface UnitFigures {
  readonly unitId: string
  readonly unitName: string
  readonly distinct: number
  readonly first: Readonly<Partial<Record<ChannelName, number>>>
}

/** The same for every unit by itself: what two units showed counts at both, so these may add up to more than the whole. */
export async function figuresByUnit(tx: Tx, scope: Scope, span: Span): Promise<UnitFigures[]> {
  const { rows } = await sql<{ unitId: string; unitName: string; channel: ChannelName; count: number }>`
    with appearance as materialized (${appearances(scope, span)}),
    first as (select distinct on (unit_id, root) unit_id, root, channel, day from appearance order by unit_id, root, day, ${rank}),
    tally as (
      select unit_id, channel, count(*) as count from first where day between ${span.from} and ${span.until} group by unit_id, channel
      union all
      select d.unit_id, 'website', count(*) ${lonely(scope, span)} group by d.unit_id)
    select unit.id as "unitId", unit.name as "unitName", channel, sum(count)::bigint as count
    from tally join organization.unit on unit.id = tally.unit_id
    group by unit.id, unit.name, unit.position, channel order by unit.position, unit.name, unit.id`.execute(tx)
  const units = new Map<string, { unitId: string; unitName: string; distinct: number; first: Partial<Record<ChannelName, number>> }>()
  for (const { unitId, unitName, channel, count } of rows) {
    const unit = units.get(unitId) ?? { unitId, unitName, distinct: 0, first: {} }
    unit.first[channel] = (unit.first[channel] ?? 0) + count
    unit.distinct += count
    units.set(unitId, unit)
  }
  return [...units.values()]
}
