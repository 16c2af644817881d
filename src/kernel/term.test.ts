// The clock against days counted by hand (fact sheet 12.3, 12.4), and what must hold of every term.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedYears } from '../law/holidays.ts'
import { terms, type TermName } from '../law/terms.ts'
import { calendarOf } from './calendar.ts'
import { addDays, day, type Day } from './day.ts'
import { addMonths, dueDay, termOf, workingDaysAfter, type Pause } from './term.ts'

const calendar = calendarOf(shippedYears, 'shipped')

interface Vector {
  readonly id: string
  readonly term: TermName
  readonly from: string
  readonly extendedBy?: number
  readonly pauses?: readonly Pause[]
  readonly restarts?: readonly Day[]
  readonly due: string
  /** The counted days, month and day, where they were written out. */
  readonly counted?: string
  readonly because: string
}

const vectors: readonly Vector[] = [
  { id: 'V1', term: 'reply', from: '2024-01-31', due: '2024-03-04', because: 'two Sundays are worked and New Year’s Eve of 2024 is a working day', counted: '02-01 02-02 02-04 02-05 02-06 02-07 02-08 02-09 02-18 02-19 02-20 02-21 02-22 02-23 02-26 02-27 02-28 02-29 03-01 03-04' },
  { id: 'V3', term: 'correction-notice', from: '2025-01-22', due: '2025-02-07', because: 'a Sunday before Spring Festival is worked', counted: '01-23 01-24 01-26 01-27 02-05 02-06 02-07' },
  { id: 'V4', term: 'third-party-opinion', from: '2026-02-09', due: '2026-03-06', because: 'two Saturdays around Spring Festival are worked', counted: '02-10 02-11 02-12 02-13 02-14 02-24 02-25 02-26 02-27 02-28 03-02 03-03 03-04 03-05 03-06' },
  { id: 'V6', term: 'publish', from: '2026-04-15', due: '2026-05-15', because: 'the Saturday after May Day is worked', counted: '04-16 04-17 04-20 04-21 04-22 04-23 04-24 04-27 04-28 04-29 04-30 05-06 05-07 05-08 05-09 05-11 05-12 05-13 05-14 05-15' },
  { id: 'V7', term: 'fee-payment', from: '2026-09-15', due: '2026-10-19', because: 'Mid-Autumn and National Day lie within', counted: '09-16 09-17 09-18 09-20 09-21 09-22 09-23 09-24 09-28 09-29 09-30 10-08 10-09 10-10 10-12 10-13 10-14 10-15 10-16 10-19' },
  { id: 'V8', term: 'reply', from: '2025-05-10', due: '2025-06-09', because: 'received on a Saturday, day one is the Monday', counted: '05-12 05-13 05-14 05-15 05-16 05-19 05-20 05-21 05-22 05-23 05-26 05-27 05-28 05-29 05-30 06-03 06-04 06-05 06-06 06-09' },
  { id: 'V10a', term: 'correction-notice', from: '2023-04-18', due: '2023-04-26', because: 'the Sunday before May Day is worked', counted: '04-19 04-20 04-21 04-23 04-24 04-25 04-26' },
  { id: 'V10b', term: 'reply', from: '2023-04-18', restarts: [day('2023-05-08')], due: '2023-06-05', because: 'the corrected text begins the term anew', counted: '05-09 05-10 05-11 05-12 05-15 05-16 05-17 05-18 05-19 05-22 05-23 05-24 05-25 05-26 05-29 05-30 05-31 06-01 06-02 06-05' },
  { id: 'V11', term: 'reply', from: '2025-04-14', pauses: [{ from: day('2025-04-21'), to: day('2025-05-09') }], due: '2025-05-30', because: 'the day of sending counts, the days to the opinion do not', counted: '04-15 04-16 04-17 04-18 04-21 05-12 05-13 05-14 05-15 05-16 05-19 05-20 05-21 05-22 05-23 05-26 05-27 05-28 05-29 05-30' },
  { id: 'V13a', term: 'licence', from: '2024-09-12', due: '2024-10-16', because: 'three worked weekend days', counted: '09-13 09-14 09-18 09-19 09-20 09-23 09-24 09-25 09-26 09-27 09-29 09-30 10-08 10-09 10-10 10-11 10-12 10-14 10-15 10-16' },
  { id: 'V13b', term: 'licence', from: '2024-09-12', extendedBy: 10, due: '2024-10-30', because: 'ten more working days' },
  { id: 'V14', term: 'penalty-withdrawal', from: '2025-09-30', due: '2025-10-11', because: 'eight days off, then a worked Saturday', counted: '10-09 10-10 10-11' },
  { id: 'V17a', term: 'reply', from: '2019-05-14', due: '2019-06-04', because: 'received under the Regulation of 2008: 15 working days', counted: '05-15 05-16 05-17 05-20 05-21 05-22 05-23 05-24 05-27 05-28 05-29 05-30 05-31 06-03 06-04' },
  { id: 'V17b', term: 'reply', from: '2019-05-15', due: '2019-06-13', because: 'received under the Regulation of 2019: 20 working days, Dragon Boat on 7 June off', counted: '05-16 05-17 05-20 05-21 05-22 05-23 05-24 05-27 05-28 05-29 05-30 05-31 06-03 06-04 06-05 06-06 06-10 06-11 06-12 06-13' },
  { id: 'V17c', term: 'reply', from: '2019-05-06', restarts: [day('2019-05-15')], due: '2019-06-13', because: 'the corrected application was received under the Regulation of 2019' },
  { id: 'R1', term: 'reconsideration', from: '2024-08-05', due: '2024-10-08', because: 'day 60 falls into National Day' },
  { id: 'R2', term: 'reconsideration', from: '2025-03-20', due: '2025-05-19', because: 'day 60 is a Monday' },
  { id: 'R3', term: 'lawsuit', from: '2025-04-08', due: '2025-10-09', because: 'six months end on the last day of National Day' },
  { id: 'R5', term: 'lawsuit-after-reconsideration', from: '2026-02-05', due: '2026-02-24', because: 'day 15 falls into Spring Festival' },
  { id: 'R10', term: 'reconsideration-answer', from: '2025-01-22', due: '2025-02-11', because: 'these ten days are working days, a Sunday and a Saturday around Spring Festival among them', counted: '01-23 01-24 01-26 01-27 02-05 02-06 02-07 02-08 02-10 02-11' },
  { id: 'R11', term: 'reconsideration-answer-simplified', from: '2026-09-23', due: '2026-10-08', because: 'Mid-Autumn and National Day lie within', counted: '09-24 09-28 09-29 09-30 10-08' },
  { id: 'R12', term: 'reconsideration-decision', from: '2025-08-04', due: '2025-10-09', because: 'day 60 falls into National Day' },
  { id: 'R13', term: 'reconsideration-decision-simplified', from: '2026-05-06', due: '2026-06-05', because: 'day 30 is a Friday' },
  { id: 'R14', term: 'lawsuit-defence', from: '2026-02-06', due: '2026-02-24', because: 'day 15 falls into Spring Festival' },
  { id: 'R15', term: 'lawsuit-judgment', from: '2025-04-08', due: '2025-10-09', because: 'six months end on the last day of National Day' },
  { id: 'R16', term: 'lawsuit-judgment-simplified', from: '2026-03-02', due: '2026-04-16', because: 'day 45 is a Thursday' },
  { id: 'R17', term: 'lawsuit-appeal', from: '2026-04-20', due: '2026-05-06', because: 'day 15 is the last of May Day' },
  { id: 'R18', term: 'lawsuit-appeal-ruling', from: '2026-04-20', due: '2026-04-30', because: 'day 10 is a Thursday' },
  { id: 'R19', term: 'lawsuit-final-judgment', from: '2025-11-30', due: '2026-02-28', because: 'February has no 30th, and its 28th is a worked Saturday' },
  { id: 'R6', term: 'budget', from: '2026-01-30', due: '2026-02-19', because: 'the statute says nothing of a roll' },
  { id: 'R7a', term: 'annual-report-department', from: '2023-12-31', due: '2024-01-31', because: 'a Wednesday that is worked' },
  { id: 'R7b', term: 'annual-report-department', from: '2024-12-31', due: '2025-01-27', because: '31 January is within Spring Festival, the 27th is the last working day before it' },
  { id: 'R7c', term: 'annual-report-department', from: '2025-12-31', due: '2026-01-30', because: '31 January is a Saturday' },
  { id: 'R8', term: 'annual-report-government', from: '2023-12-31', due: '2024-03-29', because: '31 March is a Sunday' },
  { id: 'R9', term: 'annual-report-department', from: '2017-12-31', due: '2018-03-30', because: 'until 2019 all reports were due on 31 March, a Saturday in 2018' },
] // prettier-ignore

describe('due days counted by hand', () => {
  test.each(vectors)('$id $term from $from: $due, because $because', ({ term, from, due, counted, ...events }) => {
    const answer = dueDay(terms[term], { from: day(from), ...events }, calendar)
    expect(answer.due).toBe(due)
    expect(answer.provisional).toBe(false)
    if (counted) expect(answer.days.filter((one) => one.counted).map((one) => one.day.slice(5)).join(' ')).toBe(counted) // prettier-ignore
    expect(answer.days.at(-1)?.day).toBe(term.startsWith('annual') ? `${due.slice(0, 8)}31` : due)
  })

  test('one working day from the Thursday before New Year’s Eve of 2024 is that Friday', () => {
    expect(workingDaysAfter(day('2024-02-08'), 1, calendar)).toEqual({ day: '2024-02-09', provisional: false })
  })

  test('a month without that day ends on its last', () => {
    expect(['2025-01-31', '2024-01-31', '2025-08-31', '2024-12-31'].map((from) => addMonths(day(from), 1))).toEqual(['2025-02-28', '2024-02-29', '2025-09-30', '2025-01-31']) // prettier-ignore
  })

  test('a term that runs into a year whose notice is not entered is provisional, and its days say so', () => {
    const answer = dueDay(terms.reply, { from: day('2026-12-21') }, calendar)
    expect(answer).toMatchObject({ due: '2027-01-18', provisional: true })
    expect(answer.days.find((one) => one.day === '2027-01-01')).toEqual({ day: '2027-01-01', counted: true, reason: 'working-day', assumed: true })
    expect(dueDay(terms.reply, { from: day('2026-12-01') }, calendar)).toMatchObject({ due: '2026-12-29', provisional: false })
    expect(dueDay(terms.budget, { from: day('2026-12-21') }, calendar)).toMatchObject({ due: '2027-01-10', provisional: false })
    expect(dueDay(terms.reconsideration, { from: day('2026-12-21') }, calendar)).toMatchObject({ due: '2027-02-19', provisional: true })
  })

  test('the ledger tells why each day does not count', () => {
    const { days } = dueDay(
      terms.reply,
      { from: day('2025-01-24'), pauses: [{ from: day('2025-02-06'), to: day('2025-02-07') }], restarts: [day('2025-01-27')] },
      calendar,
    )
    expect(days.slice(0, 15).map(({ day: on, counted, reason, holiday }) => [on.slice(5), counted, holiday ?? reason])).toEqual([
      ['01-25', false, 'weekend'], ['01-26', false, 'lost-by-restart'], ['01-27', false, 'restart'],
      ['01-28', false, '春节'], ['01-29', false, '春节'], ['01-30', false, '春节'], ['01-31', false, '春节'], ['02-01', false, '春节'],
      ['02-02', false, '春节'], ['02-03', false, '春节'], ['02-04', false, '春节'],
      ['02-05', true, 'working-day'], ['02-06', true, 'working-day'], ['02-07', false, 'paused'], ['02-08', true, 'worked-weekend'],
    ]) // prettier-ignore
  })
})

const anyDay = fc.integer({ min: 0, max: 6700 }).map((index) => addDays(day('2008-01-01'), index))
const anyTerm = fc
  .record({ count: fc.integer({ min: 1, max: 60 }), unit: fc.constantFrom('working-days' as const, 'calendar-days' as const) })
  .map((length) => termOf(length, { title: '', startsOn: '', article: 'ogi-2019/33', roll: 'none' }))

describe('what holds of every term', () => {
  test('a pause of n counted days moves the due day by n counted days', () => {
    fc.assert(
      fc.property(anyTerm, anyDay, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (term, from, until, length) => {
        const plain = dueDay(term, { from }, calendar)
        const pause = { from: addDays(from, until), to: addDays(from, until + length) }
        const within = plain.days.filter((one) => one.counted && one.day > pause.from && one.day <= pause.to).length
        const later = dueDay(term, { from, pauses: [pause] }, calendar)
        const counted = dueDay(term, { from, extendedBy: 200 }, calendar).days.filter((one) => one.counted && !(one.day > pause.from && one.day <= pause.to))
        expect(later.due).toBe(counted[plain.days.filter((one) => one.counted).length - 1]?.day)
        if (within === 0) expect(later.due).toBe(plain.due)
        else expect(later.due > plain.due).toBe(true)
      }),
    )
  })

  test('a restart is a fresh start', () => {
    fc.assert(
      fc.property(anyTerm, anyDay, fc.integer({ min: 0, max: 90 }), (term, from, after) => {
        const restart = addDays(from, after)
        const [anew, fresh] = [dueDay(term, { from, restarts: [restart] }, calendar), dueDay(term, { from: restart }, calendar)]
        expect(anew.due).toBe(fresh.due)
        expect(anew.days.filter((one) => one.counted)).toEqual(fresh.days.filter((one) => one.counted))
      }),
    )
  })

  test('the order in which events are entered does not matter', () => {
    const offsets = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 3 })
    fc.assert(
      fc.property(anyTerm, anyDay, offsets, offsets, (term, from, restarts, pauses) => {
        const events = {
          from,
          restarts: restarts.map((after) => addDays(from, after)),
          pauses: pauses.map((after) => ({ from: addDays(from, after), to: addDays(from, after + 5) })),
        }
        const turned = { from, restarts: events.restarts.toReversed(), pauses: events.pauses.toReversed() }
        expect(dueDay(term, turned, calendar)).toEqual(dueDay(term, events, calendar))
      }),
    )
  })

  test('it never ends before day one, its counted days are as many as its length, and working days never end on a rest day', () => {
    fc.assert(
      fc.property(anyTerm, anyDay, fc.integer({ min: 0, max: 20 }), (term, from, extendedBy) => {
        const { due, days } = dueDay(term, { from, extendedBy }, calendar)
        const { length } = term.versions[0]!
        expect(due > from).toBe(true)
        expect(days.filter((one) => one.counted)).toHaveLength((length.unit === 'fixed' ? 0 : length.count) + extendedBy)
        expect(days.map((one) => one.day)).toEqual(days.map((_, index) => addDays(from, index + 1)))
        if (length.unit === 'working-days') expect(days.at(-1)?.counted).toBe(true)
      }),
    )
  })

  test('shifted by a week without holidays, it ends a week later', () => {
    const plain = calendarOf(
      Array.from({ length: 20 }, (_, index) => ({ year: 2008 + index, notice: '', daysOff: [], worked: [] })),
      'plain',
    )
    fc.assert(
      fc.property(anyTerm, anyDay, (term, from) => {
        expect(dueDay(term, { from: addDays(from, 7) }, plain).due).toBe(addDays(dueDay(term, { from }, plain).due, 7))
      }),
    )
  })
})
