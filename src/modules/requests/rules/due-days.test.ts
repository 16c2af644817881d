// What stands in a month of the desk's calendar, by hand: whose day, which, and whether it is over.
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { shipped } from '../fixtures.ts'
import { dueDaysOf, firstDueBeyond, restDaysIn, spanOfMonth, type OpenCase } from './due-days.ts'

const march = spanOfMonth('2026-03')
const today = day('2026-03-16')
const open: OpenCase = { id: 'a', state: 'in-progress', dueOn: day('2026-03-30'), awaitedUntil: null, provisional: false, days: null }
const daysOf = (change: Partial<OpenCase>, span = march) => dueDaysOf({ ...open, ...change }, span, today, shipped).map(({ on, kind, stage, over }) => [on, kind, stage, over]) // prettier-ignore

it.each([
  ['2026-02', '2026-02-28'],
  ['2028-02', '2028-02-29'],
  ['2026-04', '2026-04-30'],
  ['2026-12', '2026-12-31'],
])('month %s ends on %s', (month, last) => expect(spanOfMonth(month)).toEqual({ first: `${month}-01`, last }))

describe('an open application', () => {
  it('stands on the day for its reply, over when it is past', () => {
    expect(daysOf({})).toEqual([['2026-03-30', 'reply', null, false]])
    expect(daysOf({ dueOn: day('2026-03-13') })).toEqual([['2026-03-13', 'reply', null, true]])
    expect(daysOf({}, spanOfMonth('2026-04'))).toEqual([])
  })

  it('stands on the own day of its unit that its state calls for, in the month before, too', () => {
    const days = { draft: 5, review: 3, send: 1 }
    expect(daysOf({ days })).toEqual([['2026-03-30', 'reply', null, false], ['2026-03-23', 'internal', '拟稿', false]]) // prettier-ignore
    // 2 April, counted back five working days
    expect(daysOf({ days, dueOn: day('2026-04-02') })).toEqual([['2026-03-26', 'internal', '拟稿', false]])
  })

  it.each([
    ['correction-asked', 'correction'],
    ['reasons-asked', 'reasons'],
    ['fee-notified', 'fee'],
    ['consulting', 'opinion'],
  ] as const)('of state %s stands on the day of the %s', (state, kind) => {
    expect(daysOf({ state, dueOn: null, awaitedUntil: day('2026-03-10') })).toEqual([['2026-03-10', kind, null, true]])
  })
})

it('no reply that is due later than asked for has an own day in the month', () => {
  const beyond = firstDueBeyond(march, shipped)
  const days = { draft: 20, review: 20, send: 20 }
  expect(daysOf({ dueOn: beyond, days })).toEqual([])
  // the Qingming holiday lies between: twenty working days back from 28 April
  expect(beyond).toBe('2026-04-30')
})

it('rest days have the name of their holiday', () => {
  expect(restDaysIn({ first: day('2026-04-03'), last: day('2026-04-07') }, shipped)).toEqual([
    { on: '2026-04-04', holiday: '清明节' },
    { on: '2026-04-05', holiday: '清明节' },
    { on: '2026-04-06', holiday: '清明节' },
  ])
})
