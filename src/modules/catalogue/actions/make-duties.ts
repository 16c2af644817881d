// Makes the duties whose day has come, a bounded batch at a time: only the next one of each unit and entry.
import type { Calendar } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { responsibilitiesToMake } from '../queries/due-to-make.ts'
import { nextDuty } from '../rules/next-duty.ts'
import { dropDuties, insertDuties, setNext, type NewDuty } from '../store/duties.ts'

const dutyBatch = 1000

export interface Making {
  readonly today: Day
  readonly at: Date
  readonly calendar: Calendar
  readonly limit?: number
}

/** Returns how many it looked at: none means that nothing is left. */
export async function makeDuties(tx: Tx, { today, at, calendar, limit = dutyBatch }: Making): Promise<number> {
  const due = await responsibilitiesToMake(tx, today, limit)
  const duties: NewDuty[] = []
  const next: { responsibilityId: string; nextOn: Day | null }[] = []
  for (const one of due) {
    const duty = nextDuty(one.rhythm, one.nextOn, one.last, calendar)
    next.push({ responsibilityId: one.responsibilityId, nextOn: duty?.nextOn ?? null })
    if (!duty) continue
    const { periodFrom, periodTo, dueOn, provisional } = duty
    const cause = one.rhythm.kind === 'permanent' ? 'permanent' : 'regular'
    duties.push({ cause, responsibilityId: one.responsibilityId, unitId: one.unitId, sectionId: one.sectionId, periodFrom, periodTo, dueOn, provisional })
  }
  await insertDuties(tx, duties, calendar.version, at)
  await setNext(tx, next)
  if (due.length < limit) await dropDuties(tx, today)
  return due.length
}
