// Officials of a small product beside the town whose mornings are set: each has a window, and signs in anew when the day has changed.
import type { Browser } from 'playwright-core'
import { standingClock } from '../../src/platform/clock/clock.ts'
import type { Clock } from '../../src/kernel/clock.ts'
import { password } from './beside-town.ts'
import { official, type Official } from './official.ts'

export interface Mornings {
  readonly clock: Clock
  /** Now, as servers and browsers see it. */
  readonly now: () => Date
  /** Ten in the morning of a day, for servers; who was signed in before is not any more. */
  readonly dawn: (day: string) => void
}

export function morningsFrom(firstDay: string): Mornings {
  const morningOf = (day: string): Date => new Date(`${day}T10:00:00+08:00`)
  const clock = standingClock(morningOf(firstDay), 'Asia/Shanghai')
  return { clock, now: () => clock.now(), dawn: (day) => clock.set(morningOf(day)) }
}

/** The window of somebody who is signed in today, at the first page. */
export function seatsOf(browser: Browser, place: { readonly office: string; readonly now: () => Date }): (seat: string) => Promise<Official> {
  const seated = new Map<string, Official>()
  const signedInOn = new Map<string, number>()
  return async (seat) => {
    const today = place.now().getTime()
    const before = seated.get(seat)
    if (before && signedInOn.get(seat) === today) return before
    const by = before ?? (await official(browser, place.office, seat, { password }))
    if (before) await before.again()
    seated.set(seat, by)
    signedInOn.set(seat, today)
    await (before ? by.page.clock.setSystemTime(place.now()) : by.page.clock.install({ time: place.now() }))
    await by.page.goto(place.office)
    return by
  }
}
