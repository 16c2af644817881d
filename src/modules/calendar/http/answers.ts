// The calendar in the shapes of its contracts.
import { calendarOf, kindOfDay, type Calendar } from '../../../kernel/calendar.ts'
import { addDays, day, yearOf, type Day } from '../../../kernel/day.ts'
import type { DueAnswer, Term, TermEvents } from '../../../kernel/term.ts'
import { dueDay, startOf, versionOn } from '../../../kernel/term.ts'
import { articleTitle } from '../../../law/laws.ts'
import { dayReason, lengthText } from '../../../law/ledger-words.ts'
import { terms } from '../../../law/terms.ts'
import { steps } from '../law/steps.ts'
import type { CalendarStep, HeldYear } from '../queries/years.ts'
import type { Doubt, ReadingFault } from '../rules/read-notice.ts'
import { entryOf } from '../rules/year-entry.ts'
import type { CalendarYearRow, LedgerAnswer, TermRow, YearEntryBody } from './contract.ts'

const sourceOf = ({ entered }: HeldYear): 'shipped' | 'entered' => (entered ? 'entered' : 'shipped')

export function rowOf(held: HeldYear): CalendarYearRow {
  const { row, entered } = held
  const calendar = calendarOf([row], '')
  const days = Array.from({ length: 366 }, (_, index) => addDays(day(`${row.year}-01-01`), index)).filter((one) => yearOf(one) === row.year)
  const kinds = days.map((one) => kindOfDay(one, calendar))
  const plain = days.filter((one) => ![0, 6].includes(new Date(`${one}T00:00:00Z`).getUTCDay())).length
  const workingDays = kinds.filter(({ rest }) => !rest).length
  return {
    year: row.year,
    notice: row.notice,
    source: sourceOf(held),
    daysOff: plain - (workingDays - row.worked.length),
    workedDays: row.worked.length,
    workingDays,
    enteredAt: entered?.enteredAt.toISOString() ?? null,
    enteredByName: entered?.enteredByName ?? null,
  }
}

export const versionAnswer = (
  held: HeldYear,
): { entry: YearEntryBody; source: 'shipped' | 'entered'; enteredAt: string | null; enteredByName: string | null } => {
  const { year, notice, off, worked } = entryOf(held.row)
  return {
    entry: { year, notice, off: [...off], worked: [...worked] },
    source: sourceOf(held),
    enteredAt: held.entered?.enteredAt.toISOString() ?? null,
    enteredByName: held.entered?.enteredByName ?? null,
  }
}

export const stepAnswer = ({ at, byName, step, detail }: CalendarStep): { at: string; byName: string; title: string; notes: string[] } => ({
  at: at.toISOString(),
  byName,
  title: steps[step].title,
  notes: Object.entries(detail).map(([name, value]) => `${name}：${value}`),
})

const doubtSentences: Readonly<Record<ReadingFault, string>> = {
  'year-not-found': '没有读出是哪一年的通知：请连同标题“关于××××年部分节假日安排的通知”一起粘贴。',
  'nothing-found': '没有读出任何放假日期：请粘贴“一、元旦：……放假”这样的正文。',
  'no-such-day': '“{name}”中的“{text}”不是日期，请对照原文填写。',
  'wrong-weekday': '{day}在原文中写作{said}，实际是{is}，请核对原文。',
  'wrong-count': '“{name}”原文写共{said}天，读出的是{counted}天，请核对。',
  'left-unread': '“{name}”没有读出放假日期，请对照原文填写。',
}

export const doubtSentence = ({ code, facts }: Doubt): string => doubtSentences[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))

export const ledgerOf = (term: Term, events: TermEvents, answer: DueAnswer): LedgerAnswer => ({
  title: term.title,
  startsOn: term.startsOn,
  from: startOf(events),
  due: answer.due,
  provisional: answer.provisional,
  article: answer.article,
  basis: articleTitle(answer.article),
  days: answer.days.map((one) => ({ day: one.day, counted: one.counted, reason: one.reason, why: dayReason(one) })),
})

/** A term that the law did not know on that day is left out. */
export function termRows(from: Day, calendar: Calendar): TermRow[] {
  return Object.entries<Term>(terms).flatMap(([term, of]) => {
    const version = versionOn(of, from)
    if (!version) return []
    const { due, provisional } = dueDay(of, { from }, calendar)
    return [{ term, title: of.title, startsOn: of.startsOn, length: lengthText(version), basis: articleTitle(version.article), due, provisional }]
  })
}
