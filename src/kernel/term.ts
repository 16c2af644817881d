// The one clock: on which day a term ends, and why each calendar day on the way counted or did not. Pure; time comes in as arguments.
import type { Article } from './article.ts'
import { kindOfDay, type Calendar, type DayKind } from './calendar.ts'
import { addDays, dayOf, daysBetween, yearOf, type Day } from './day.ts'

export type TermLength =
  | { readonly count: number; readonly unit: 'working-days' | 'calendar-days' | 'months' }
  /** A day of the year, such as 31 January: it never moves, so one acts on the last working day until then. */
  | { readonly month: number; readonly date: number; readonly unit: 'fixed' }

export interface TermEvent {
  readonly title: string
  readonly article: Article
}

export interface TermVersion {
  readonly inForceFrom: Day
  readonly length: TermLength
  /** What happens to a last day that is a rest day; a term in working days can never end on one. */
  readonly roll: 'forward' | 'none'
  /** What does not count while it lasts, and what begins the term anew, each with its article. */
  readonly pausedBy?: readonly TermEvent[]
  readonly restartedBy?: readonly TermEvent[]
  /** Most that it may be extended by, in its own unit. */
  readonly extendableBy?: number
  readonly article: Article
  /** Whether the text was read, or is only known, or is this office's own rule: fact sheet marks. */
  readonly mark: 'found' | 'known' | 'own'
}

export interface Term {
  readonly title: string
  /** The event whose day is day 0. */
  readonly startsOn: string
  /** In the order of their coming into force. */
  readonly versions: readonly TermVersion[]
}

export interface Pause {
  /** Still counts (the day on which the letter is sent). */
  readonly from: Day
  /** Last day that does not count. */
  readonly to: Day
}

export interface TermEvents {
  /** Day 0: the day of the event, which is not counted. */
  readonly from: Day
  readonly extendedBy?: number
  readonly pauses?: readonly Pause[]
  /** Each starts the whole term again: day 0 is the last of them. */
  readonly restarts?: readonly Day[]
}

export type DayReason =
  | 'working-day'
  | 'worked-weekend'
  | 'calendar-day'
  | 'weekend'
  | 'holiday'
  | 'paused'
  | 'lost-by-restart'
  | 'restart'
  | 'rolled-over'
  | 'fixed-day'

export interface LedgerDay {
  readonly day: Day
  readonly counted: boolean
  readonly reason: DayReason
  /** Name of the holiday. */
  readonly holiday?: string
  /** The year's notice is not entered: taken for a plain week. */
  readonly assumed?: true
}

export interface DueAnswer {
  readonly due: Day
  /** It rests on a year whose notice has not been entered. */
  readonly provisional: boolean
  readonly article: Article
  /** From the day after the event to the due day, in order. */
  readonly days: readonly LedgerDay[]
}

/** A term of a length that data give, such as the limit of a catalogue entry. */
export function termOf(
  length: TermLength,
  { title, startsOn, article, roll = 'none' }: { title: string; startsOn: string; article: Article; roll?: 'forward' | 'none' },
): Term {
  return { title, startsOn, versions: [{ inForceFrom: '1949-10-01' as Day, length, roll, article, mark: 'own' }] }
}

/** The version in force on `on`, by which a term that began that day is counted to its end; undefined where the law had no such term yet. */
export const versionOn = (term: Term, on: Day): TermVersion | undefined => term.versions.findLast(({ inForceFrom }) => inForceFrom <= on)

/** The day of the same number `months` later, or the last of that month where it has none (fact sheet 12.1). */
export function addMonths(from: Day, months: number): Day {
  const [year, month, date] = [yearOf(from), Number(from.slice(5, 7)) - 1 + months, Number(from.slice(8, 10))]
  const [inYear, inMonth] = [year + Math.floor(month / 12), ((month % 12) + 12) % 12]
  for (let last = date; ; last -= 1) {
    const found = dayOf(inYear, inMonth + 1, last)
    if (found) return found
  }
}

/** Day 0: the last day on which the term began anew; a restart before the event changes nothing. */
export const startOf = ({ from, restarts = [] }: TermEvents): Day => restarts.reduce((last, restart) => (restart > last ? restart : last), from)

/**
 * The due day of a term with the ledger of its days. A restart is a fresh start, by the law of its own day. Throws a RangeError where
 * the law had no such term on day 0 (ask `versionOn`), or on an extension that is no whole number ≥ 0.
 */
export function dueDay(term: Term, events: TermEvents, calendar: Calendar): DueAnswer {
  const start = startOf(events)
  const version = versionOn(term, start)
  if (!version) throw new RangeError(`no such term on ${start}: ${term.title}`)
  if (version.length.unit === 'fixed') return fixedDay(version.article, version.length, start, calendar)
  const lost = lostDays(events.from, start, calendar)
  return runOut(version, version.length, { start, lost, pauses: events.pauses ?? [], extendedBy: events.extendedBy ?? 0 }, calendar)
}

/** What had run before the restart: shown, so that the reader sees where the days went. */
function lostDays(from: Day, start: Day, calendar: Calendar): LedgerDay[] {
  return Array.from({ length: daysBetween(from, start) }, (_, index) => {
    const on = addDays(from, index + 1)
    if (on === start) return { day: on, counted: false, reason: 'restart' as const }
    const kind = kindOfDay(on, calendar)
    return kind.rest ? shown(on, false, kind) : { day: on, counted: false, reason: 'lost-by-restart' as const }
  })
}

function shown(day: Day, counted: boolean, { reason, holiday, assumed }: DayKind): LedgerDay {
  return { day, counted, reason, ...(holiday === undefined ? {} : { holiday }), ...(assumed ? { assumed } : {}) }
}

interface Course {
  readonly start: Day
  readonly lost: readonly LedgerDay[]
  readonly pauses: readonly Pause[]
  readonly extendedBy: number
}

function runOut(
  version: TermVersion,
  length: Exclude<TermLength, { unit: 'fixed' }>,
  { start, lost, pauses, extendedBy }: Course,
  calendar: Calendar,
): DueAnswer {
  if (![length.count, extendedBy].every((count) => Number.isInteger(count) && count >= 0)) throw new RangeError('a term is a whole number of days or months')
  const working = length.unit === 'working-days'
  const total = length.count + extendedBy
  const wanted = length.unit === 'months' ? daysBetween(start, addMonths(start, total)) : total
  const isPaused = (on: Day): boolean => pauses.some(({ from, to }) => on > from && on <= to)
  const days: LedgerDay[] = [...lost]
  let last = start
  for (let counted = 0; counted < wanted;) {
    last = addDays(last, 1)
    const kind = kindOfDay(last, calendar)
    const counts = !isPaused(last) && (!working || !kind.rest)
    if (counts) counted += 1
    if (isPaused(last)) days.push({ day: last, counted: false, reason: 'paused' })
    else if (working) days.push(shown(last, counts, kind))
    else days.push({ day: last, counted: true, reason: 'calendar-day' })
  }
  const runsOutOn = last
  if (version.roll === 'forward' && !working) {
    while (kindOfDay(last, calendar).rest) {
      last = addDays(last, 1)
      days.push({ day: last, counted: false, reason: 'rolled-over' })
    }
  }
  const assumed = working ? days.some((one) => one.assumed) : version.roll === 'forward' && [runsOutOn, last].some((one) => kindOfDay(one, calendar).assumed)
  return { due: last, provisional: assumed, article: version.article, days }
}

/** Fixed days do not move; what falls on a rest day is done on the last working day before it. */
function fixedDay(article: Article, { month, date }: { month: number; date: number }, from: Day, calendar: Calendar): DueAnswer {
  const named = [yearOf(from), yearOf(from) + 1].map((year) => dayOf(year, month, date)).find((one) => one !== undefined && one > from)
  if (!named) throw new RangeError(`no such day in a year: ${month}-${date}`)
  let due = named
  while (kindOfDay(due, calendar).rest && due > addDays(from, 1)) due = addDays(due, -1)
  const days = Array.from({ length: daysBetween(due, named) + 1 }, (_, index): LedgerDay => {
    const on = addDays(due, index)
    const kind = kindOfDay(on, calendar)
    return on === named && !kind.rest
      ? { day: on, counted: true, reason: 'fixed-day', ...(kind.assumed ? { assumed: true } : {}) }
      : shown(on, on === due, kind)
  })
  return { due, provisional: days.some(({ assumed }) => assumed), article, days }
}

/** The `count`-th working day after `from`; day 0 is not counted. */
export function workingDaysAfter(from: Day, count: number, calendar: Calendar): { readonly day: Day; readonly provisional: boolean } {
  const { due, provisional } = dueDay(termOf({ count, unit: 'working-days' }, { title: '工作日', startsOn: '', article: 'ogi-2019/26' }), { from }, calendar)
  return { day: due, provisional }
}
