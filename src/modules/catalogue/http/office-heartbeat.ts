// Answers how the catalogue beats: the map of units and fields, and the entries of one unit.
import { granted, refused } from '../../../kernel/ruling.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { unitById } from '../../organization/index.ts'
import { mayActAt } from '../queries/acting.ts'
import { heartbeatCells, heartbeatOfUnit, type MapCell } from '../queries/heartbeat.ts'
import { badness, pulseOf, pulseOrder, tally } from '../rules/pulse.ts'
import { sliceOf } from './call.ts'
import * as contracts from './contract.ts'

const groupBy = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

const rowOf = (cells: readonly MapCell[]) => ({
  unitId: cells[0]?.unitId ?? '',
  unitName: cells[0]?.unitName ?? '',
  counts: tally(cells),
  cells: [...groupBy(cells, (cell) => cell.field)].map(([field, own]) => ({ field, counts: tally(own) })),
})

export const heartbeatRoutes: readonly OfficeRoute[] = [
  answer(contracts.getHeartbeatMap, async ({ tx, query, reach, clock }) => {
    const all = await heartbeatCells(tx, { reach, line: query.line, today: clock.today(), field: query.field })
    const cells = query.pulse === undefined ? all : all.filter((cell) => pulseOf(cell.facts) === query.pulse)
    const rows = [...groupBy(cells, (cell) => cell.unitId).values()].map(rowOf)
    const sorted = query.sort === 'unit' ? rows : rows.toSorted((a, b) => badness(b.counts) - badness(a.counts))
    const { limit, offset } = sliceOf(query)
    return granted({
      fields: [...new Set(all.map((cell) => cell.field))].toSorted(),
      totals: tally(all),
      rows: sorted.slice(offset, offset + limit),
      total: rows.length,
    })
  }),

  answer(contracts.getUnitHeartbeat, async ({ tx, params, actor, clock }) => {
    const unit = await unitById(tx, params.unitId)
    if (!unit || !(await mayActAt(tx, actor, 'catalogue.read', { unitId: params.unitId })).ok) return refused('not-found')
    const rows = (await heartbeatOfUnit(tx, params.unitId, clock.today())).map(({ facts, lastAt, ...row }) => ({
      ...row,
      lastAt: lastAt?.toISOString() ?? null,
      pulse: pulseOf(facts),
      facts,
    }))
    const worstFirst = rows.toSorted((a, b) => pulseOrder.indexOf(a.pulse) - pulseOrder.indexOf(b.pulse))
    return granted({
      unitName: unit.name,
      counts: tally(rows.map(({ facts }) => ({ facts, count: 1 }))),
      rows: worstFirst.map(({ facts: _facts, ...row }) => row),
    })
  }),
]
