// Answers how the catalogue beats: the map of units and fields, and the entries of one unit.
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { lineOfKind, type Line } from '../../../law/lines.ts'
import { dayAt } from '../../../platform/clock/clock.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { unitById } from '../../organization/index.ts'
import { columnTree } from '../../publication/index.ts'
import { pulses, type Pulse } from '../law/pulses.ts'
import { mayActAt } from '../queries/acting.ts'
import { columnCells } from '../queries/column-beats.ts'
import { heartbeatOfUnit } from '../queries/heartbeat.ts'
import { heartbeatMap } from '../queries/heartbeat-map.ts'
import { columnBeats, type ColumnBeat } from '../rules/column-pulse.ts'
import { pulseOf, pulseOrder, tally, type PulseCount } from '../rules/pulse.ts'
import { sliceOf } from './call.ts'
import * as contracts from './heartbeat-contract.ts'

/** Columns of one line only: the kind of a column says which. */
async function beatsOfColumns(tx: Tx, ask: { readonly reach: Reach; readonly line: Line; readonly today: Day }): Promise<ColumnBeat[]> {
  const columns = (await columnTree(tx)).filter((column) => lineOfKind(column.kind) === ask.line)
  return columnBeats(columns, await columnCells(tx, ask))
}

const chosenOf = (all: readonly ColumnBeat[], { q, pulse }: { readonly q: string; readonly pulse?: Pulse | undefined }): readonly ColumnBeat[] =>
  all.filter((one) => (pulse === undefined || one.pulse === pulse) && (q === '' || one.path.join(' / ').includes(q)))

const rankOf = (pulse: Pulse | null): number => (pulse === null ? pulseOrder.length : pulseOrder.indexOf(pulse))

const totalsOf = (all: readonly ColumnBeat[]): PulseCount[] =>
  pulseOrder.map((pulse) => ({ pulse, count: all.filter((one) => one.pulse === pulse).length })).filter((one) => one.count > 0)

export const heartbeatRoutes: readonly OfficeRoute[] = [
  answer(contracts.getHeartbeatMap, async ({ tx, query, reach, clock }) => {
    const map = await heartbeatMap(tx, {
      reach,
      line: query.line,
      today: clock.today(),
      field: query.field,
      pulse: query.pulse,
      sort: query.sort,
      ...sliceOf(query),
    })
    return granted(map)
  }),

  answer(contracts.listColumnBeats, async ({ tx, query, reach, clock }) => {
    const all = await beatsOfColumns(tx, { reach, line: query.line, today: clock.today() })
    const chosen = chosenOf(all, query)
    const sorted = query.sort === 'site' ? chosen : chosen.toSorted((a, b) => rankOf(a.pulse) - rankOf(b.pulse))
    const { limit, offset } = sliceOf(query)
    const shown = sorted.slice(offset, offset + limit).map(({ lastPublishedAt, ...row }) => ({
      ...row, path: [...row.path], counts: [...row.counts], lastAt: lastPublishedAt?.toISOString() ?? null,
    })) // prettier-ignore
    return granted({ totals: totalsOf(all), rows: shown, total: chosen.length })
  }),

  answer(contracts.exportColumnBeats, async ({ tx, query, reach, clock }) => {
    const rows = chosenOf(await beatsOfColumns(tx, { reach, line: query.line, today: clock.today() }), query)
    const cells = rows.map(({ path, pulse, documents, lastPublishedAt, dueOn, counts }) => [
      path.join(' / '), pulse === null ? '没有目录条目' : pulses[pulse].title, documents, lastPublishedAt ? dayAt(lastPublishedAt, clock.timeZone) : '', dueOn,
      counts.map((one) => `${pulses[one.pulse].title} ${one.count}`).join('；'),
    ]) // prettier-ignore
    return granted(csvFile('栏目运行', ['栏目', '情形', '信息条数', '最近更新', '下次公开', '目录条目'], cells))
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
