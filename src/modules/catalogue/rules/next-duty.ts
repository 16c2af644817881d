// The next duty of a unit for an entry: what it is about, when it is due, and when the one after it is to be made.
import { kindOfDay, type Calendar } from '../../../kernel/calendar.ts'
import { addDays, type Day } from '../../../kernel/day.ts'
import { addMonths, dueDay, termOf, type LedgerDay } from '../../../kernel/term.ts'
import { firstWorkingDays, permanentLeadDays } from '../law/duties.ts'
import type { AdHoc, Rhythm } from '../law/rhythms.ts'
import { periodOf, shifted } from './period.ts'

export interface NextDuty {
  readonly periodFrom: Day
  readonly periodTo: Day
  readonly dueOn: Day
  readonly provisional: boolean
  /** Day on which the next one is made; null where meeting this one decides. */
  readonly nextOn: Day | null
}

/** Of a regular rhythm: the first period from `from` on whose day is not over before it began to be owed. */
function regular(rhythm: Extract<Rhythm, { kind: 'regular' }>, from: Day, calendar: Calendar): NextDuty {
  for (let at = from; ;) {
    const period = periodOf(rhythm, at)
    const { due, provisional } = shifted(period.named, rhythm.shift, calendar)
    const next = addDays(period.to, 1)
    if (due >= from || due >= period.to) return { periodFrom: period.from, periodTo: period.to, dueOn: due, provisional, nextOn: next }
    at = next
  }
}

const firstTerm = termOf({ count: firstWorkingDays, unit: 'working-days' }, { title: '首次公开', startsOn: '开始负责之日', article: 'ogi-2019/26' })

/** `last` is the day of the last publication that met it; without one it must be there within the time of Article 26. */
function permanent(months: number, from: Day, last: Day | null, calendar: Calendar): NextDuty {
  if (last !== null) return { periodFrom: last, periodTo: addMonths(last, months), dueOn: addMonths(last, months), provisional: false, nextOn: null }
  const { due, provisional } = dueDay(firstTerm, { from }, calendar)
  return { periodFrom: from, periodTo: due, dueOn: due, provisional, nextOn: null }
}

/** What is made by the calendar; undefined for what only events bring about. */
export function nextDuty(rhythm: Rhythm, from: Day, last: Day | null, calendar: Calendar): NextDuty | undefined {
  if (rhythm.kind === 'regular') return regular(rhythm, from, calendar)
  return rhythm.kind === 'permanent' ? permanent(rhythm.months, from, last, calendar) : undefined
}

/** When the next duty of something permanent is made after `published`: a month before its time runs out. */
export const permanentNextOn = (months: number, published: Day): Day => {
  const lead = addDays(addMonths(published, months), -permanentLeadDays)
  return lead > published ? lead : published
}

export interface TriggeredDue {
  readonly due: Day
  readonly provisional: boolean
  readonly days: readonly LedgerDay[]
}

/** Due after an event, or before it where it is to be known beforehand. */
export function triggeredDue({ days, unit, before }: AdHoc, event: Day, calendar: Calendar): TriggeredDue {
  if (!before) {
    const length = { count: days, unit: unit === 'working' ? ('working-days' as const) : ('calendar-days' as const) }
    return dueDay(termOf(length, { title: '公开时限', startsOn: '信息形成或者变更之日', article: 'ogi-2019/26' }), { from: event }, calendar)
  }
  const ledger: LedgerDay[] = []
  let due = event
  for (let counted = 0; counted < days;) {
    due = addDays(due, -1)
    const { rest, reason, holiday, assumed } = kindOfDay(due, calendar)
    const counts = unit === 'calendar' || !rest
    if (counts) counted += 1
    ledger.unshift({
      day: due,
      counted: counts,
      reason: unit === 'calendar' ? 'calendar-day' : reason,
      ...(holiday ? { holiday } : {}),
      ...(assumed ? { assumed } : {}),
    })
  }
  return { due, provisional: unit === 'working' && ledger.some((one) => one.assumed), days: ledger }
}

/** The ledger behind a due day that moved from a named day. */
export function shiftLedger(named: Day, due: Day, calendar: Calendar): LedgerDay[] {
  const [first, last] = named <= due ? [named, due] : [due, named]
  const ledger: LedgerDay[] = []
  for (let on = first; on <= last; on = addDays(on, 1)) {
    const { reason, holiday, assumed } = kindOfDay(on, calendar)
    ledger.push({ day: on, counted: on === due, reason: on === due ? 'fixed-day' : reason, ...(holiday ? { holiday } : {}), ...(assumed ? { assumed } : {}) })
  }
  return ledger
}
