// The day as the wall of an office shows it, whatever the time zone of the machine.
import { afterEach, expect, it, vi } from 'vitest'
import { systemClock } from './clock.ts'

afterEach(() => void vi.useRealTimers())

it('changes the day at midnight of its time zone, not a moment earlier or later, and back where the clock is set back', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const [shanghai, nepal] = [systemClock('Asia/Shanghai'), systemClock('Asia/Kathmandu')]
  const days = [
    ['2026-11-28T15:59:58.000Z', '2026-11-28', '2026-11-28'],
    ['2026-11-28T15:59:59.999Z', '2026-11-28', '2026-11-28'],
    ['2026-11-28T16:00:00.000Z', '2026-11-29', '2026-11-28'],
    ['2026-11-28T18:14:59.999Z', '2026-11-29', '2026-11-28'],
    ['2026-11-28T18:15:00.000Z', '2026-11-29', '2026-11-29'],
    ['2026-11-28T15:59:59.999Z', '2026-11-28', '2026-11-28'],
  ] as const
  for (const [instant, here, there] of days) {
    vi.setSystemTime(instant)
    expect([instant, shanghai.today(), nepal.today()]).toEqual([instant, here, there])
  }
})
