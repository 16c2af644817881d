// The shape of a clock. Only `platform/clock` makes one; everything else is given one, or a day.
import type { Day } from './day.ts'

export interface Clock {
  now(): Date
  /** The calendar day at the office. */
  today(): Day
  /** IANA name of the office's time zone. */
  readonly timeZone: string
}
