// On which year does a yearly report report?
import type { Day } from '../../../kernel/day.ts'

const named = /((?:199|20\d)\d)\s*年/

/** The year that its title names, else the one before it was listed. */
export const reportYear = (title: string, listedOn: Day): number => Number(named.exec(title)?.[1] ?? Number(listedOn.slice(0, 4)) - 1)
