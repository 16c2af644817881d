// On which year does a yearly report report?
import { dayAt } from '../../../platform/clock/clock.ts'

const named = /((?:199|20\d)\d)\s*年/

/** The year that its title names, else the one before it was listed. */
export const reportYear = (title: string, listedAt: Date): number => Number(named.exec(title)?.[1] ?? Number(dayAt(listedAt, 'Asia/Shanghai').slice(0, 4)) - 1)
