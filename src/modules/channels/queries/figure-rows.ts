// The very pieces behind a figure: as many rows as the figure says.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Span } from '../../../kernel/metric.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { ChannelName } from '../law/channels.ts'
import type { ChannelMetric } from '../law/metrics.ts'
import { appearances, firsts, firstsByChannel, lonely, rank } from './figures.ts'
import type { Scope } from './scope.ts'

export interface FigureRow {
  readonly pieceId: string
  readonly documentId: string | null
  readonly liveEditionId: string | null
  readonly title: string
  readonly indexNumber: string | null
  readonly unitName: string
  /** Where it was seen first, or on the channel asked for. */
  readonly channel: ChannelName
  readonly day: Day
}

export interface FigureQuestion {
  readonly metric: ChannelMetric
  readonly channels: readonly ChannelName[] | undefined
  /** Each piece once on all of these channels together, by its first day on any of them; else once on each. */
  readonly once?: boolean | undefined
  readonly span: Span
}

export async function figureRows(
  tx: Tx,
  scope: Scope,
  { metric, channels, once = false, span }: FigureQuestion,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly FigureRow[]; readonly total: number }> {
  const onSite = channels === undefined || channels.includes('website')
  const chosen = channels === undefined ? sql`true` : sql`channel = any(${[...channels]}::text[])`
  const onAny = sql`select distinct on (root) root, piece, channel, day from appearance where ${chosen} order by root, day, ${rank}, piece`
  const first = metric !== 'published-by-channel' ? firsts : once ? onAny : firstsByChannel
  const counted = sql`
    with appearance as materialized (${appearances(scope, span)}),
    found as (
      select piece, channel, day from (${first}) first
      where day between ${span.from} and ${span.until} and ${chosen}
      union all
      select d.id, 'website', (d.listed_at at time zone 'Asia/Shanghai')::date ${lonely(scope, span)} and ${onSite})`
  const { rows } = await sql<FigureRow>`${counted}
    select piece as "pieceId", d.id as "documentId", document.live_edition_id as "liveEditionId", coalesce(d.title, p.title) as title, d.index_number as "indexNumber",
      coalesce(d.unit_name, unit.name) as "unitName", channel, day
    from found
    left join publication.document d on d.id = found.piece
    left join disclosure.document on document.id = found.piece
    left join channels.offline_piece p on p.id = found.piece
    left join organization.unit on unit.id = p.unit_id
    order by day desc, piece, channel limit ${limit} offset ${offset}`.execute(tx)
  const total = await sql<{ total: number }>`${counted} select count(*) as total from found`.execute(tx)
  return { rows, total: total.rows[0]?.total ?? 0 }
}
