// Answers the office's questions about the calendar. A year counts for the whole site: whoever manages it must reach all of it.
import { dueDay, termOf, type Term } from '../../../kernel/term.ts'
import { readTermQuestion } from '../../../kernel/term-question.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { terms, type TermName } from '../../../law/terms.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type Call, type OfficeRoute } from '../../../platform/http/routes.ts'
import type { Contract } from '../../../kernel/contract.ts'
import { day, yearOf } from '../../../kernel/day.ts'
import { reachOf, type By } from '../../access/index.ts'
import { reachesWholeSite } from '../../publication/index.ts'
import { effectOfYear, enterYear } from '../actions/enter-year.ts'
import type { TermKeeper } from '../term-keeper.ts'
import { currentCalendar } from '../queries/current-calendar.ts'
import { heldYears, stepsOf, versionsOf, type HeldYear } from '../queries/years.ts'
import { missingYear } from '../rules/missing-year.ts'
import { readNotice } from '../rules/read-notice.ts'
import { doubtSentence, ledgerOf, rowOf, stepAnswer, termRows, versionAnswer } from './answers.ts'
import * as contracts from './contract.ts'

/** Rows of one module that an answer carries; the count is whole. */
const mostShown = 500

type Asking = Pick<Call<Contract>, 'tx' | 'actor' | 'clock'>
const byOf = ({ actor, clock }: Asking): By => ({ actor, at: clock.now(), today: clock.today() })
const mayManage = ({ tx, actor }: Asking): Promise<boolean> => {
  const reach = reachOf(actor, 'calendar.manage')
  return reach.everywhere || reach.unitIds.length > 0 ? reachesWholeSite(tx, reach) : Promise.resolve(false)
}

function chosen(years: readonly HeldYear[], { source, sort }: { source: 'all' | 'shipped' | 'entered'; sort: 'year' | '-year' }): readonly HeldYear[] {
  const kept = years.filter(({ entered }) => source === 'all' || (source === 'entered') === (entered !== undefined))
  return sort === 'year' ? kept : kept.toReversed()
}

const listed = (words: string | readonly string[] | undefined): readonly string[] => (words === undefined ? [] : [words].flat())

function termAsked({ term, count, unit }: { term?: string | undefined; count?: number | undefined; unit?: 'working-days' | 'calendar-days' | 'months' | undefined }): Term | undefined {
  if (term !== undefined) return Object.hasOwn(terms, term) ? terms[term as TermName] : undefined
  if (count === undefined || unit === undefined) return undefined
  return termOf({ count, unit }, { title: '目录规定的期限', startsOn: '事项发生之日', article: 'ogi-2019/26' })
} // prettier-ignore

export const calendarRoutes = (keepers: readonly TermKeeper[]): readonly OfficeRoute[] => [
  answer(contracts.listCalendarYears, async (call) => {
    const { tx, query, clock } = call
    const years = chosen(await heldYears(tx), query)
    const today = clock.today()
    return granted({
      rows: years.slice((query.page - 1) * query.size, query.page * query.size).map(rowOf),
      total: years.length,
      missing: missingYear(today, await currentCalendar(tx)) ?? null,
      lastYear: yearOf(today) + 1,
      mayManage: await mayManage(call),
    })
  }),

  answer(contracts.exportCalendarYears, async ({ tx, query }) => {
    const lines = chosen(await heldYears(tx), query).flatMap(({ row: { year, notice, daysOff, worked }, entered }) => [
      ...daysOff.map(([name, from, to = from]) => [year, '放假', name, `${year}-${from}`, `${year}-${to}`, notice, entered ? '本机关录入' : '随程序提供']),
      ...worked.map((one) => [year, '上班', '调休上班', `${year}-${one}`, `${year}-${one}`, notice, entered ? '本机关录入' : '随程序提供']),
    ])
    return granted(csvFile('节假日安排', ['年度', '放假或上班', '节日', '起', '止', '依据', '来源'], lines))
  }),

  answer(contracts.getCalendarYear, async (call) => {
    const versions = await versionsOf(call.tx, call.params.year)
    // A year that may be entered is empty; one that nobody could know is none.
    if (versions.length === 0 && (call.params.year < 2008 || call.params.year > yearOf(call.clock.today()) + 1)) return refused('not-found')
    const steps = await stepsOf(call.tx, call.params.year)
    return granted({ year: call.params.year, versions: versions.map(versionAnswer), steps: steps.map(stepAnswer), mayManage: await mayManage(call) })
  }),

  answer(contracts.postNoticeReading, async (call) => {
    if (!(await mayManage(call))) return refused('not-allowed')
    const { entry, doubts } = readNotice(call.body.text)
    return granted({ entry: entry ? { ...entry, off: [...entry.off], worked: [...entry.worked] } : null, doubts: doubts.map(doubtSentence) })
  }),

  answer(contracts.postYearEffect, async (call) => {
    if (!(await mayManage(call))) return refused('not-allowed')
    const effect = await effectOfYear(call.tx, keepers, { entry: call.body, by: byOf(call), limit: mostShown })
    if (!effect.ok) return effect
    const { version, years, keepers: found } = effect.value
    return granted({ version, years: years.map(({ year }) => year), keepers: found.map(({ rows, ...one }) => ({ ...one, rows: [...rows] })) })
  }),

  answer(contracts.putCalendarYearRoute, async (call) => {
    if (!(await mayManage(call))) return refused('not-allowed')
    const { basedOn, ...body } = call.body
    call.audit({ objectKind: 'calendar-year', objectId: String(call.params.year), detail: { notice: body.notice } })
    return enterYear(call.tx, keepers, { entry: { year: call.params.year, ...body }, by: byOf(call), basedOn })
  }),

  answer(contracts.listTerms, async ({ tx, query, clock }) => {
    const from = query.from === undefined ? clock.today() : day(query.from)
    const rows = termRows(from, await currentCalendar(tx))
    return granted({ from, rows, total: rows.length })
  }),

  answer(contracts.getDueDay, async ({ tx, query }) => {
    const term = termAsked(query)
    if (!term) return refused({ code: 'term-unknown', field: 'term' })
    const events = readTermQuestion(term, { from: query.from, extend: query.extend, pauses: listed(query.pause), restarts: listed(query.restart) })
    if (!events.ok) return events
    return granted(ledgerOf(term, events.value, dueDay(term, events.value, await currentCalendar(tx))))
  }),
]
