// By when a report is handed in and made public: the days of the law, which never roll forward, and the office's own before them.
import type { Calendar } from '../../../kernel/calendar.ts'
import { addDays, day, type Day } from '../../../kernel/day.ts'
import { refused, granted, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { dueDay } from '../../../kernel/term.ts'
import { terms } from '../../../law/terms.ts'
import type { UnitKind } from '../../organization/law/unit-kinds.ts'

export interface RoundDays {
  readonly departmentDue: Day
  readonly governmentDue: Day
  readonly townDue: Day
  readonly handInBy: Day
}

/** The day itself, not the last working day before it; `workingDay` is that. */
function lawDay(
  term: 'annual-report-department' | 'annual-report-government',
  year: number,
  calendar: Calendar,
): { readonly day: Day; readonly workingDay: Day } {
  const { due, days } = dueDay(terms[term], { from: day(`${year}-12-31`) }, calendar)
  return { day: days.at(-1)?.day ?? due, workingDay: due }
}

/** Departments hand in some days before they must be public, so that there is time to look and to return. */
const daysToLook = 5

export interface ProposedDays extends RoundDays {
  /** The last working days until those of the law. */
  readonly departmentWorkingDay: Day
  readonly governmentWorkingDay: Day
}

export function proposedDays(year: number, calendar: Calendar): ProposedDays {
  const department = lawDay('annual-report-department', year, calendar)
  const government = lawDay('annual-report-government', year, calendar)
  return {
    departmentDue: department.day,
    governmentDue: government.day,
    // no law sets a day for towns and streets: a round sets one
    townDue: department.day,
    handInBy: addDays(department.workingDay, -daysToLook),
    departmentWorkingDay: department.workingDay,
    governmentWorkingDay: government.workingDay,
  }
}

/** The days that an office sets for a yearly report may be earlier than those of the law, never later. */
export function checkDays({ departmentDue, governmentDue, townDue, handInBy }: RoundDays, year: number | null, calendar: Calendar): Ruling<RoundDays> {
  const refusals: Refusal[] = []
  if (year !== null) {
    const [department, government] = [lawDay('annual-report-department', year, calendar).day, lawDay('annual-report-government', year, calendar).day]
    if (departmentDue > department) refusals.push({ code: 'due-after-law', field: 'departmentDue', facts: { last: department } })
    if (governmentDue > government) refusals.push({ code: 'due-after-law', field: 'governmentDue', facts: { last: government } })
    if (townDue > government) refusals.push({ code: 'due-after-law', field: 'townDue', facts: { last: government } })
    for (const [field, due] of Object.entries({ departmentDue, governmentDue, townDue, handInBy })) {
      if (due <= day(`${year}-12-31`)) refusals.push({ code: 'due-in-year', field, facts: { year } })
    }
  }
  const firstDue = [departmentDue, townDue, governmentDue].toSorted()[0] ?? departmentDue
  if (handInBy > firstDue) refusals.push({ code: 'hand-in-late', field: 'handInBy', facts: { due: firstDue } })
  return refusals.length > 0 ? refused(...refusals) : granted({ departmentDue, governmentDue, townDue, handInBy })
}

export function publishBy(kind: UnitKind, days: RoundDays): Day {
  if (kind === 'government') return days.governmentDue
  return kind === 'town' || kind === 'street' ? days.townDue : days.departmentDue
}
