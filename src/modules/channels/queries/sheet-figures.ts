// What the sheet to 2018 asks of the channels, for many units at once: pieces made public, each once, and each once on a kind of channel; reading points.
import { sql } from 'kysely'
import type { Span } from '../../../kernel/metric.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { channelNames, channels, type ChannelGroup } from '../law/channels.ts'
import { appearances, lonely } from './figures.ts'

export interface SheetFigures {
  readonly distinct: number
  readonly on: Readonly<Partial<Record<ChannelGroup, number>>>
  /** In use at the end of the period. */
  readonly readingPoints: number
}

/** Of each unit by itself: what two units showed counts at both. Two queries, however many units; every unit that is asked for has an entry. */
export async function sheetFiguresOfUnits(tx: Tx, unitIds: readonly string[], span: Span): Promise<ReadonlyMap<string, SheetFigures>> {
  const scope = { reach: { everywhere: false, unitIds, sectionIds: [], askedUnitIds: [] }, unitId: undefined }
  const groups = channelNames.map((name) => channels[name].group)
  const { rows } = await sql<{ unitId: string; on: ChannelGroup | 'anywhere'; count: number }>`
    with appearance as materialized (${appearances(scope, span)}),
    grouped as (
      select appearance.unit_id, root, day, kind.name as "on" from appearance
      join unnest(${[...channelNames]}::text[], ${groups}::text[]) as kind_of (channel, name) on kind_of.channel = appearance.channel
      cross join lateral (values (kind_of.name), ('anywhere')) as kind (name)),
    first as (select unit_id, root, "on", min(day) as day from grouped group by unit_id, root, "on"),
    site as (select d.unit_id, count(*) as count ${lonely(scope, span)} group by d.unit_id)
    select unit_id as "unitId", "on", sum(count)::bigint as count from (
      select unit_id, "on", count(*) as count from first where day between ${span.from} and ${span.until} group by unit_id, "on"
      union all select unit_id, kind.name, count from site cross join (values ('website'), ('anywhere')) as kind (name)
    ) tally group by unit_id, "on"`.execute(tx)
  const points = await sql<{ unitId: string; count: number }>`
    select unit_id as "unitId", count(*) as count from channels.reading_point
    where unit_id = any(${[...unitIds]}::uuid[]) and (ended_on is null or ended_on > ${span.until}) group by unit_id`.execute(tx)
  const counts = Map.groupBy(rows, ({ unitId }) => unitId)
  const inUse = new Map(points.rows.map(({ unitId, count }) => [unitId, count]))
  return new Map(
    unitIds.map((unitId) => {
      const own = counts.get(unitId) ?? []
      const on = Object.fromEntries(own.filter((row) => row.on !== 'anywhere').map((row) => [row.on, row.count]))
      return [unitId, { distinct: own.find((row) => row.on === 'anywhere')?.count ?? 0, on, readingPoints: inUse.get(unitId) ?? 0 }]
    }),
  )
}
