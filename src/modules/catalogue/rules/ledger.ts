// The days behind the due day of a duty.
import type { Calendar } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/day.ts'
import { dueDay, termOf, type LedgerDay } from '../../../kernel/term.ts'
import { firstWorkingDays, type Cause } from '../law/duties.ts'
import type { Rhythm } from '../law/rhythms.ts'
import { shiftLedger, triggeredDue } from './next-duty.ts'
import { periodOf } from './period.ts'

export interface Dated {
  readonly cause: Cause
  readonly rhythm: Rhythm | null
  readonly periodFrom: Day
  readonly periodTo: Day
  readonly dueOn: Day
}

/** Empty where no day was counted: so many months from a publication. */
export function ledgerOf({ cause, rhythm, periodFrom, periodTo, dueOn }: Dated, calendar: Calendar): readonly LedgerDay[] {
  if (rhythm?.kind === 'ad-hoc' && cause === 'trigger') return triggeredDue(rhythm, rhythm.before ? periodTo : periodFrom, calendar).days
  if (rhythm?.kind === 'regular') return shiftLedger(periodOf(rhythm, periodFrom).named, dueOn, calendar)
  if (rhythm?.kind !== 'permanent') return []
  const first = dueDay(
    termOf({ count: firstWorkingDays, unit: 'working-days' }, { title: '首次公开', startsOn: '开始负责之日', article: 'ogi-2019/26' }),
    { from: periodFrom },
    calendar,
  )
  return first.due === dueOn ? first.days : []
}
