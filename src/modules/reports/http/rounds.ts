// Answers for rounds: their list, what opening one would do, and the board of one.
import { granted, refused } from '../../../kernel/ruling.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { may, reachOf } from '../../access/index.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { allUnits } from '../../organization/index.ts'
import { endRound } from '../actions/close-round.ts'
import { openRound, unitsToAsk } from '../actions/open-round.ts'
import { urgeReports } from '../actions/remind-reports.ts'
import { reportStates } from '../law/states.ts'
import { reportsOfRound, type ListedReport } from '../queries/reports.ts'
import { countsOfRound, roundById, roundsWithin, type Round, type RoundCounts } from '../queries/rounds.ts'
import { formFor } from '../rules/outline.ts'
import { proposedDays } from '../rules/round-days.ts'
import { byOf } from './by.ts'
import * as contract from './rounds-contract.ts'

const shown = ({ outline: _outline, closedByName: _by, closedNote: _note, openedById: _opener, ...one }: Round, counts: RoundCounts): contract.ShownRound => ({
  ...one,
  openedAt: one.openedAt.toISOString(),
  closedAt: one.closedAt?.toISOString() ?? null,
  counts: { ...counts, states: { ...counts.states } },
})

const rowOf = ({ id, changedAt, ...row }: ListedReport): contract.ReportRow => ({ ...row, reportId: id, changedAt: changedAt?.toISOString() ?? null })

const headings = ['单位', '范围', '状态', '报送期限', '报送日期', '是否逾期', '手工填写的数据', '退回意见']
const cellsOf = (row: ListedReport): (string | number | null)[] => [
  row.unitName,
  row.scope === 'own' ? '本单位' : '本地区汇总',
  reportStates[row.state].title,
  row.handInBy,
  row.handedInOn,
  row.late ? '逾期未报' : row.handInBy && row.handedInOn && row.handedInOn > row.handInBy ? '逾期报送' : '',
  row.typed,
  row.remark,
]
const mostExported = 5000

export const roundRoutes: readonly OfficeRoute[] = [
  answer(contract.listReportRounds, async ({ tx, query, reach, clock }) => {
    const { page, size, q, ...rest } = query
    const { rows, total } = await roundsWithin(tx, { ...rest, words: q }, { reach, today: clock.today() }, { limit: size, offset: (page - 1) * size })
    return granted({ rows: rows.map(({ counts, ...one }) => shown(one, counts)), total })
  }),

  answer(contract.getRoundProposal, async (call) => {
    const { tx, query, actor } = call
    const { unitId, year, kind } = query
    if (!may(actor, 'report.round', { unitId }).ok) return refused('not-found')
    const institutionIds = [query.institutionIds ?? []].flat()
    const names = new Map((await allUnits(tx)).map((unit) => [unit.id, unit]))
    const asked = await unitsToAsk(tx, byOf(call), { unitId, year, institutionIds })
    const below = new Set(reachOf(actor, 'report.round').unitIds)
    return granted({
      ...proposedDays(year, await currentCalendar(tx)),
      form: formFor(kind, year)?.title ?? null,
      units: asked.map(({ countsUnits, ...one }) => ({
        ...one,
        alsoCounts: countsUnits.filter((id) => id !== one.unitId).map((id) => names.get(id)?.name ?? ''),
      })),
      institutions: [...names.values()]
        .filter((unit) => unit.kind === 'institution' && unit.validUntil === null && below.has(unit.id))
        .map(({ id, name }) => ({ unitId: id, unitName: name })),
    })
  }),

  answer(contract.postReportRound, async (call) => {
    const { tx, body, audit } = call
    audit({ objectKind: 'report-round', objectId: body.id, unitId: body.unitId, detail: { kind: body.kind, year: body.year } })
    if (await roundById(tx, body.id)) return granted({ roundId: body.id, reports: 0 })
    return openRound(tx, byOf(call), body)
  }),

  answer(contract.getReportRound, async ({ tx, params, reach, actor, clock }) => {
    const round = await roundById(tx, params.roundId)
    if (!round) return refused('not-found')
    const counts = await countsOfRound(tx, round.id, reach, clock.today())
    if (counts.total === 0) return refused('not-found')
    const { outline, closedByName, closedNote } = round
    return granted({
      ...shown(round, counts),
      outline: outline && { headings: [...outline.headings], figures: [...outline.figures] },
      closedByName,
      closedNote,
      form: formFor(round.kind, round.year)?.title ?? null,
      mayCollect: may(actor, 'report.accept', { unitId: round.unitId }).ok,
    })
  }),

  answer(contract.listReportsOfRound, async ({ tx, params, query, reach, clock }) => {
    const { page, size, q, view, sort } = query
    const asker = { reach, today: clock.today() }
    const { rows, total } = await reportsOfRound(tx, params.roundId, { view, sort, words: q }, asker, { limit: size, offset: (page - 1) * size })
    return granted({ rows: rows.map(rowOf), total })
  }),

  answer(contract.exportReportsOfRound, async ({ tx, params, query, reach, clock }) => {
    const round = await roundById(tx, params.roundId)
    if (!round) return refused('not-found')
    const { q, view, sort } = query
    const asker = { reach, today: clock.today() }
    const { rows } = await reportsOfRound(tx, params.roundId, { view, sort, words: q }, asker, { limit: mostExported, offset: 0 })
    return granted(csvFile(`${round.title}填报情况`, headings, rows.map(cellsOf)))
  }),

  answer(contract.postRoundEnd, async (call) => {
    call.audit({ objectKind: 'report-round', objectId: call.params.roundId })
    return endRound(call.tx, byOf(call), { ...call.params, ...call.body })
  }),

  answer(contract.postRoundReminders, async (call) => {
    call.audit({ objectKind: 'report-round', objectId: call.params.roundId, detail: { reports: call.body.reportIds.length } })
    return urgeReports(call.tx, byOf(call), { ...call.params, ...call.body })
  }),
]
