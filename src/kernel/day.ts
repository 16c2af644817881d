// A calendar day without a clock or a time zone: `2026-11-22`.
declare const dayBrand: unique symbol
export type Day = string & { readonly [dayBrand]: true }

const shape = /^(\d{4})-(\d{2})-(\d{2})$/
const millisecondsPerDay = 86_400_000

/** True where `text` is a day that exists in the calendar, in the form `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  const parts = shape.exec(text)
  if (!parts) return false
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const instant = new Date(Date.UTC(year, month - 1, date))
  return instant.getUTCFullYear() === year && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === date
}

/** The day that `text` names; throws a RangeError where it names none: for literals and trusted input. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

/** The day of year, month (1–12) and date, or undefined where the calendar has none. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isDay(text) ? text : undefined
}

export function addDays(from: Day, days: number): Day {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * millisecondsPerDay).toISOString().slice(0, 10) as Day
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay

export const yearOf = (of: Day): number => Number(of.slice(0, 4))

/** `2026年11月22日`, the form of public text. */
export function chineseDay(of: Day): string {
  return `${Number(of.slice(0, 4))}年${Number(of.slice(5, 7))}月${Number(of.slice(8, 10))}日`
}
