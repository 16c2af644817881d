// The heartbeat map put together from every entry, and what is asked of it: what the kept one is held against.
import type { Day } from '../../kernel/day.ts'
import type { Tx } from '../../platform/database/database.ts'
import { everywhere } from './fixtures.ts'
import { heartbeatCells } from './queries/heartbeat.ts'
import type { HeartbeatMap, MapQuestion } from './queries/heartbeat-map.ts'
import { badness, pulseOf, tally } from './rules/pulse.ts'

/** Reads all that is within reach, and nothing that was kept. */
export async function mapByRows(tx: Tx, { reach, line, today, field, pulse, sort, limit, offset }: MapQuestion): Promise<HeartbeatMap> {
  const all = await heartbeatCells(tx, { reach, line, today, field })
  const cells = pulse === undefined ? all : all.filter((cell) => pulseOf(cell.facts) === pulse)
  const rows = Array.from(Map.groupBy(cells, (cell) => cell.unitId), ([unitId, own]) => ({
    unitId,
    unitName: own[0]?.unitName ?? '',
    counts: tally(own),
    cells: Array.from(Map.groupBy(own, (cell) => cell.field), ([of, ofField]) => ({ field: of, counts: tally(ofField) })).toSorted((a, b) => (a.field < b.field ? -1 : 1)),
  })) // prettier-ignore
  const sorted = sort === 'unit' ? rows : rows.toSorted((a, b) => badness(b.counts) - badness(a.counts))
  return {
    fields: [...new Set(all.map((cell) => cell.field))].toSorted(),
    totals: tally(all),
    rows: sorted.slice(offset, offset + limit),
    total: rows.length,
  }
}

/** All kinds of questions: who asks, which line, field, pulse, order and page. */
export function questionsOf(unitIds: readonly string[], today: Day): MapQuestion[] {
  const ask = { reach: everywhere, line: 'government', today, sort: 'worst', limit: 20, offset: 0 } as const
  const reaching = (...units: (string | undefined)[]) => ({ ...everywhere, everywhere: false, unitIds: units.flatMap((unit) => unit ?? []) })
  return [
    ask,
    { ...ask, line: 'party' },
    { ...ask, sort: 'unit', limit: 2, offset: 1 },
    { ...ask, reach: reaching(unitIds[1]) },
    { ...ask, reach: reaching(unitIds[1], unitIds[2]), sort: 'unit' },
    { ...ask, reach: reaching() },
    ...(['教育', '采购', '甲', '没有'] as const).map((field) => ({ ...ask, field })),
    ...(['late', 'empty', 'fresh', 'due-soon', 'quiet'] as const).map((pulse) => ({ ...ask, pulse })),
    { ...ask, field: '甲', pulse: 'empty', reach: reaching(unitIds[2]) },
  ]
}
