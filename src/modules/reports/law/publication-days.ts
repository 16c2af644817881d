// By when the report of a year must be public: fixed days that never roll forward (ogi-2008/31, ogi-2019/49).
import type { Article } from '../../../kernel/article.ts'

export type Reporter = 'department' | 'government' | 'town'

interface PublicationDay {
  readonly years: readonly [number, number]
  readonly reporter: Reporter
  /** Of the year after. */
  readonly month: number
  readonly day: number
  readonly article: Article
}

/** No law sets a day for towns and streets from 2019: they are held to the last day of all. */
export const publicationDays: readonly PublicationDay[] = [
  { years: [2008, 2018], reporter: 'department', month: 3, day: 31, article: 'ogi-2008/31' },
  { years: [2008, 2018], reporter: 'government', month: 3, day: 31, article: 'ogi-2008/31' },
  { years: [2008, 2018], reporter: 'town', month: 3, day: 31, article: 'ogi-2008/31' },
  { years: [2019, 2099], reporter: 'department', month: 1, day: 31, article: 'ogi-2019/49' },
  { years: [2019, 2099], reporter: 'government', month: 3, day: 31, article: 'ogi-2019/49' },
  { years: [2019, 2099], reporter: 'town', month: 3, day: 31, article: 'ogi-2019/49' },
]

/** What a unit is, by the end of its name; a place alone reports for its government. */
export function reporterOf(unit: string): Reporter {
  if (/[镇乡]$|[镇乡](?:人民)?政府$|街道(?:办事处)?$/.test(unit)) return 'town'
  return /人民政府$|[省市县区州旗盟]政府$|[省市县区州旗盟]$|政府办公[室厅]$/.test(unit) ? 'government' : 'department'
}
