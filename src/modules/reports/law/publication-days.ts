// By when the report of a year must be public: the fixed days of `law/terms.ts`, which never roll forward (ogi-2008/31, ogi-2019/49), by what a unit is.
import { dayOf, day, type Day } from '../../../kernel/day.ts'
import { versionOn } from '../../../kernel/term.ts'
import { terms } from '../../../law/terms.ts'

export type Reporter = 'department' | 'government' | 'town'

/** No law sets a day for towns and streets: they are held to the last day of all. */
const termOf = {
  department: 'annual-report-department',
  government: 'annual-report-government',
  town: 'annual-report-government',
} as const satisfies Record<Reporter, keyof typeof terms>

/** By the law in force when the year ended; undefined where there was none yet. */
export function publicationDay(reporter: Reporter, year: number): Day | undefined {
  const length = versionOn(terms[termOf[reporter]], day(`${year}-12-31`))?.length
  return length?.unit === 'fixed' ? dayOf(year + 1, length.month, length.date) : undefined
}

/** What a unit is, by the end of its name; a place alone reports for its government. */
export function reporterOf(unit: string): Reporter {
  if (/[镇乡]$|[镇乡](?:人民)?政府$|街道(?:办事处)?$/.test(unit)) return 'town'
  return /人民政府$|[省市县区州旗盟]政府$|[省市县区州旗盟]$|政府办公[室厅]$/.test(unit) ? 'government' : 'department'
}
