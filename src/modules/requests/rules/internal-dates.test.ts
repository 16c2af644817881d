// The office's own days, by hand from the calendar of 2026.
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../../kernel/day.ts'
import { shipped } from '../fixtures.ts'
import { checkInternalDays, firstDueNotOver, internalDate, internalDateNow } from './internal-dates.ts'

describe('an internal day', () => {
  it.each([
    { due: '2026-03-30', days: 0, on: '2026-03-30', because: 'it is the day itself' },
    { due: '2026-03-30', days: 1, on: '2026-03-27', because: 'the weekend lies between' },
    { due: '2026-03-30', days: 5, on: '2026-03-23', because: 'a week back' },
    { due: '2026-05-12', days: 2, on: '2026-05-09', because: 'Saturday 9 May is worked' },
    { due: '2026-05-07', days: 2, on: '2026-04-30', because: 'the first five days of May are off' },
    { due: '2026-03-28', days: 1, on: '2026-03-26', because: 'a Saturday that was set counts as its Friday' },
  ])('$days working days before $due is $on: $because', ({ due, days, on }) => {
    expect(internalDate(day(due), days, shipped)).toBe(on)
  })

  it('is over in the list exactly when it is over on the page', () => {
    for (let today = day('2026-04-25'); today < '2026-05-15'; today = addDays(today, 1)) {
      const firsts = firstDueNotOver(today, shipped)
      for (let due = day('2026-04-20'); due < '2026-06-10'; due = addDays(due, 1))
        for (const days of [0, 1, 4, 20])
          expect([today, due, days, due < (firsts[days] ?? '')]).toEqual([today, due, days, internalDate(due, days, shipped) < today])
    }
  })

  it('is the one that the state calls for', () => {
    const days = { draft: 8, review: 4, send: 2 }
    const now = (
      state: 'in-progress' | 'signing' | 'sealed' | 'correction-asked' | 'served',
      dueOn: string | null = '2026-03-30',
      concludedOn: string | null = null,
    ) =>
      internalDateNow(
        { state, dueOn: dueOn === null ? null : day(dueOn), concludedOn: concludedOn === null ? null : day(concludedOn) },
        days,
        day('2026-03-25'),
        shipped,
      )
    expect(now('in-progress')).toEqual({ title: '拟稿', on: '2026-03-18', over: true })
    expect(now('signing')).toEqual({ title: '审核签发', on: '2026-03-24', over: true })
    expect(now('sealed')).toEqual({ title: '送达', on: '2026-03-26', over: false })
    expect([
      now('correction-asked', null),
      now('served', '2026-03-30', '2026-03-24'),
      internalDateNow({ state: 'sealed', dueOn: day('2026-03-30'), concludedOn: null }, null, day('2026-03-25'), shipped),
    ]).toEqual([null, null, null])
  })

  it('is set in its order', () => {
    expect(checkInternalDays({ draft: 8, review: 4, send: 4 })).toEqual([])
    expect(checkInternalDays({ draft: 3, review: 4, send: 5 }).map(({ field }) => field)).toEqual(['review', 'draft'])
  })
})
