// Periods, due days, pulses and padding, from tables written by hand.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf } from '../../../kernel/calendar.ts'
import { addDays, day, type Day } from '../../../kernel/day.ts'
import { shippedYears } from '../../../law/holidays.ts'
import type { Regular } from '../law/rhythms.ts'
import { proposalsOf } from './match.ts'
import { nextDuty, permanentNextOn, triggeredDue } from './next-duty.ts'
import { isBare, isPadded } from './padding.ts'
import { periodOf, shifted } from './period.ts'
import { badness, pulseOf, type PulseFacts } from './pulse.ts'

const calendar = calendarOf(shippedYears, 'test')
const regular = (change: Partial<Regular>): Regular => ({ kind: 'regular', every: 1, span: 'quarter', month: 1, day: 20, shift: 'forward', ...change })

describe('a regular rhythm', () => {
  it.each<{ rhythm: Partial<Regular>; from: string; period: string; due: string; because: string }>([
    { rhythm: {}, from: '2025-01-04', period: '2025-01-01..2025-03-31', due: '2025-01-20', because: '20 January 2025 is a Monday' },
    { rhythm: {}, from: '2025-04-01', period: '2025-04-01..2025-06-30', due: '2025-04-21', because: '20 April is a Sunday' },
    { rhythm: { shift: 'backward' }, from: '2025-04-01', period: '2025-04-01..2025-06-30', due: '2025-04-18', because: 'the Friday before the Sunday' },
    { rhythm: { shift: 'none' }, from: '2025-04-01', period: '2025-04-01..2025-06-30', due: '2025-04-20', because: 'a day that does not move' },
    { rhythm: {}, from: '2025-01-21', period: '2025-04-01..2025-06-30', due: '2025-04-21', because: 'who begins after the day of a period owes the next' },
    {
      rhythm: { month: 4, day: 15 },
      from: '2025-02-10',
      period: '2025-01-01..2025-03-31',
      due: '2025-04-15',
      because: 'the first quarter is due in the month after it',
    },
    { rhythm: { span: 'month', day: 31 }, from: '2025-02-01', period: '2025-02-01..2025-02-28', due: '2025-02-28', because: 'February has no 31st' },
    {
      rhythm: { span: 'month', day: 1, month: 2 },
      from: '2025-09-01',
      period: '2025-09-01..2025-09-30',
      due: '2025-10-09',
      because: 'National Day and Mid-Autumn are off until the 8th',
    },
    {
      rhythm: { span: 'year', month: 1, day: 31, shift: 'none' },
      from: '2025-02-05',
      period: '2026-01-01..2026-12-31',
      due: '2026-01-31',
      because: 'the report of the next year',
    },
    { rhythm: { span: 'half-year', month: 6, day: 30 }, from: '2025-01-01', period: '2025-01-01..2025-06-30', due: '2025-06-30', because: 'a Monday' },
    {
      rhythm: { span: 'week', every: 2, day: 5 },
      from: '2025-01-13',
      period: '2025-01-13..2025-01-26',
      due: '2025-01-24',
      because: 'the Friday of the second week',
    },
    {
      rhythm: { span: 'week', every: 1, day: 5 },
      from: '2025-01-27',
      period: '2025-01-27..2025-02-02',
      due: '2025-02-05',
      because: 'Friday 31 January is in the Spring Festival, off until 4 February',
    },
  ])('$rhythm from $from is due on $due: $because', ({ rhythm, from, period, due }) => {
    const duty = nextDuty(regular(rhythm), day(from), null, calendar)
    expect([`${duty?.periodFrom}..${duty?.periodTo}`, duty?.dueOn]).toEqual([period, due])
  })

  it('covers every day by one period, whatever its length', () => {
    const rhythms = fc.record({
      every: fc.integer({ min: 1, max: 12 }),
      span: fc.constantFrom('week', 'month', 'quarter', 'half-year', 'year'),
      month: fc.integer({ min: 1, max: 24 }),
      day: fc.integer({ min: 1, max: 31 }),
    })
    fc.assert(
      fc.property(rhythms, fc.integer({ min: 0, max: 9000 }), (change, offset) => {
        const on = addDays(day('2010-01-01'), offset)
        const period = periodOf(regular(change), on)
        const next = periodOf(regular(change), addDays(period.to, 1))
        return period.from <= on && on <= period.to && next.from === addDays(period.to, 1) && periodOf(regular(change), period.from).to === period.to
      }),
      { numRuns: 300 },
    )
  })

  it('shifts to a working day and never past one', () => {
    const is = (named: string, shift: 'forward' | 'backward'): Day => shifted(day(named), shift, calendar).due
    // Sunday 28 September 2025 is worked in place of National Day
    expect([is('2025-09-28', 'forward'), is('2025-10-01', 'backward'), is('2025-10-01', 'forward')]).toEqual(['2025-09-28', '2025-09-30', '2025-10-09'])
  })

  it('says that a year without its notice is provisional', () => {
    expect(shifted(day('2031-05-01'), 'forward', calendar).provisional).toBe(true)
  })
})

describe('what an event brings about', () => {
  it.each([
    {
      rule: { kind: 'ad-hoc', days: 20, unit: 'working' } as const,
      event: '2025-09-12',
      due: '2025-10-16',
      because: 'thirteen working days until 30 September with the worked 28th, then 9, 10, 11 (worked), 13, 14, 15, 16 October',
    },
    { rule: { kind: 'ad-hoc', days: 20, unit: 'calendar' } as const, event: '2025-03-01', due: '2025-03-21', because: 'calendar days do not roll here' },
    {
      rule: { kind: 'ad-hoc', days: 5, unit: 'working', before: true } as const,
      event: '2025-10-10',
      due: '2025-09-26',
      because: 'back over 9 October, 30, 29, 28 (worked) September, 26',
    },
  ])('$rule of $event is due on $due', ({ rule, event, due }) => {
    const answer = triggeredDue(rule, day(event), calendar)
    expect(answer.days.filter((one) => one.counted)).toHaveLength(rule.days)
    expect(answer.due).toBe(due)
  })
})

describe('what is always public', () => {
  it('must be there within twenty working days, then be renewed within its months, and is asked for a month before', () => {
    expect(nextDuty({ kind: 'permanent', months: 6 }, day('2025-03-03'), null, calendar)).toMatchObject({ dueOn: '2025-03-31', nextOn: null })
    expect(nextDuty({ kind: 'permanent', months: 6 }, day('2025-08-01'), day('2025-03-20'), calendar)).toMatchObject({
      periodFrom: '2025-03-20',
      dueOn: '2025-09-20',
    })
    expect(permanentNextOn(6, day('2025-03-20'))).toBe('2025-08-21')
    expect(permanentNextOn(1, day('2025-02-10'))).toBe('2025-02-10')
  })
})

const facts: PulseFacts = {
  late: false,
  soon: false,
  published: true,
  quiet: false,
  closed: false,
  stale: false,
  padded: false,
  bare: false,
  afterEvent: false,
}
describe('the pulse', () => {
  it.each<{ change: Partial<PulseFacts>; pulse: string }>([
    { change: {}, pulse: 'fresh' },
    { change: { soon: true }, pulse: 'due-soon' },
    { change: { late: true, padded: true, soon: true }, pulse: 'late' },
    { change: { published: false }, pulse: 'empty' },
    { change: { published: false, soon: true }, pulse: 'empty' },
    { change: { published: false, late: true }, pulse: 'late' },
    { change: { published: false, quiet: true }, pulse: 'quiet' },
    { change: { published: false, closed: true }, pulse: 'closed' },
    { change: { stale: true, padded: true }, pulse: 'stale' },
    { change: { padded: true, soon: true }, pulse: 'padded' },
    { change: { bare: true, padded: true }, pulse: 'catalogue-only' },
    { change: { afterEvent: true, bare: true }, pulse: 'after-event' },
  ])('of $change is $pulse', ({ change, pulse }) => {
    expect(pulseOf({ ...facts, ...change })).toBe(pulse)
  })
  it('puts a unit with one late entry before one with nine empty ones', () => {
    expect(badness([{ pulse: 'late', count: 1 }])).toBeGreaterThan(badness([{ pulse: 'empty', count: 9 }]))
  })
})

describe('padding', () => {
  const text =
    '为切实做好2025年3月15日前的消防安全工作，各单位要认真组织开展隐患排查，落实整改责任，确保人民群众生命财产安全。检查要全覆盖、零容忍、严执法、重实效。'
  it.each([
    { name: 'the same text with other dates', now: text.replace('2025年3月15日', '2025年6月30日'), padded: true },
    { name: 'the same text', now: text, padded: true },
    { name: 'the same with a new number', now: `青应急〔2025〕8号 ${text}`, padded: true },
    { name: 'a report with the same words and other figures', now: `${text}共检查152家。`, padded: false },
    { name: 'another text', now: '今年以来，全县新增城镇就业，帮扶困难群体，举办招聘活动，开发公益岗位，落实创业担保贷款政策。', padded: false },
    { name: 'nothing', now: '', padded: false },
  ])('$name: $padded', ({ now, padded }) => {
    expect(isPadded(text, now)).toBe(padded)
  })
  it.each([
    { title: '预算公开', text: '预算公开', attachments: 0, bare: true },
    { title: '预算公开', text: '预算公开\n见附件。', attachments: 1, bare: false },
    { title: '预算公开', text: '', attachments: 0, bare: true },
    { title: '通知', text: '为做好冬季困难群众救助工作，现就有关事项通知如下，请各单位遵照执行，并于月底前报送情况。', attachments: 0, bare: false },
  ])('a title without content: $text, $attachments files: $bare', ({ bare, ...document }) => {
    expect(isBare(document)).toBe(bare)
  })
})

describe('matching', () => {
  it('puts the likeliest first, and asks for shared words where no column says so', () => {
    const entry = { item1: '最低生活保障', item2: '低保标准、对象人数和资金支出', item3: '' }
    const one = (title: string, inColumn: boolean) => ({ documentId: title, title, publishedOn: '2025-01-20', inColumn })
    const found = proposalsOf(
      [one('关于召开会议的通知', false), one('2025年第一季度低保标准和资金支出情况', false), one('低保对象人数公示', true), one('养老机构名单', true)],
      entry,
    )
    expect(found.map((proposal) => proposal.title)).toEqual(['低保对象人数公示', '养老机构名单', '2025年第一季度低保标准和资金支出情况'])
  })
})
