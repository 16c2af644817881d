// The only place that reads the time of the machine.
import type { Clock } from '../../kernel/clock.ts'
import { day, type Day } from '../../kernel/day.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** To make a format costs a hundred times as much as to use it: each is made once. */
export function formatOf(locale: string, options: Intl.DateTimeFormatOptions & { readonly timeZone: string }): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, known)
  return known
}

/** The calendar day of an instant in a time zone (IANA name). */
export function dayAt(instant: Date, timeZone: string): Day {
  return day(formatOf('en-CA', { timeZone, dateStyle: 'short' }).format(instant))
}

/** An instant as the office's wall shows it: `2026-11-22 09:05:00`. */
export function timeAt(instant: Date, timeZone: string): string {
  return formatOf('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant)
}

export function systemClock(timeZone: string): Clock {
  let known: { readonly minute: number; readonly day: Day } | undefined
  return {
    now: () => new Date(),
    // asked for with every page: a day begins with a minute in every time zone, so that it is worked out once in each
    today() {
      const now = new Date()
      const minute = Math.floor(now.getTime() / 60_000)
      if (known?.minute !== minute) known = { minute, day: dayAt(now, timeZone) }
      return known.day
    },
    timeZone,
  }
}

/** A clock that stands still, or is set by its owner: for tests and for the demo town, whose stories happened earlier. */
export function standingClock(start: Date, timeZone: string): Clock & { set(instant: Date): void } {
  let instant = start
  return {
    now: () => instant,
    today: () => dayAt(instant, timeZone),
    timeZone,
    set: (next) => {
      instant = next
    },
  }
}
