// Instants and days in the words of the page.
import { addDays, chineseDay, day, isDay, type Day } from '../kernel/day.ts'
import { dayAt, formatOf } from '../platform/clock/clock.ts'

/** `2026-11-22`, as lists show it. */
export const shortDay = (at: Date, timeZone: string): string => dayAt(at, timeZone)

/** `2026-11-22 16:05`, 24-hour clock, as META tags and receipts want it. */
export function minuteOf(at: Date, timeZone: string): string {
  const time = formatOf('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
  return `${dayAt(at, timeZone)} ${time}`
}

/** `2026-11-22 16:05:09`. */
export function secondOf(at: Date, timeZone: string): string {
  const time = formatOf('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(at)
  return `${dayAt(at, timeZone)} ${time}`
}

/** `2026年11月22日`; empty where there is no day. */
export const longDay = (of: string | null): string => (of && isDay(of) ? chineseDay(of) : '')

/** The first instant of a day in a time zone. */
function startOf(of: Day, timeZone: string): Date {
  const noon = new Date(`${of}T12:00:00Z`)
  const parts = formatOf('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(noon)
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value.slice(3) ?? ''
  return new Date(`${of}T00:00:00${offset === '' ? 'Z' : offset}`)
}

export interface Span {
  readonly from: Date
  readonly until: Date
}

export const spanOfDay = (of: Day, timeZone: string): Span => ({ from: startOf(of, timeZone), until: startOf(addDays(of, 1), timeZone) })

/** The year `2026` or the month `2026-11` as a span of instants; undefined where the text names none. */
export function spanOf(text: string | undefined, timeZone: string): Span | undefined {
  if (!text) return undefined
  const parts = /^((?:19|20)\d{2})(?:-(0[1-9]|1[0-2]))?$/.exec(text)
  if (!parts) return undefined
  const year = Number(parts[1])
  const month = parts[2] ? Number(parts[2]) : undefined
  const first = day(`${year}-${parts[2] ?? '01'}-01`)
  const after = month === undefined || month === 12 ? day(`${year + 1}-01-01`) : day(`${year}-${String(month + 1).padStart(2, '0')}-01`)
  return { from: startOf(first, timeZone), until: startOf(after, timeZone) }
}
