// Instants and spans of the page, in the time of the office.
import { describe, expect, it } from 'vitest'
import { minuteOf, secondOf, shortDay, spanOf } from './time.ts'

const zone = 'Asia/Shanghai'

describe('an instant', () => {
  it('is told in the time of the office, with 24 hours', () => {
    const midnight = new Date('2026-11-21T16:05:09Z')
    expect([shortDay(midnight, zone), minuteOf(midnight, zone), secondOf(midnight, zone)]).toEqual(['2026-11-22', '2026-11-22 00:05', '2026-11-22 00:05:09'])
  })
})

describe('a span', () => {
  it.each([
    { text: '2026', from: '2025-12-31T16:00:00.000Z', until: '2026-12-31T16:00:00.000Z' },
    { text: '2026-11', from: '2026-10-31T16:00:00.000Z', until: '2026-11-30T16:00:00.000Z' },
    { text: '2026-12', from: '2026-11-30T16:00:00.000Z', until: '2026-12-31T16:00:00.000Z' },
  ])('of $text begins and ends at midnight of the office', ({ text, from, until }) => {
    const span = spanOf(text, zone)
    expect([span?.from.toISOString(), span?.until.toISOString()]).toEqual([from, until])
  })

  it.each(['', '26', '2026-13', '2026-1', '3026', '2026-11-22'])('is not named by "%s"', (text) => {
    expect(spanOf(text, zone)).toBeUndefined()
  })
})
