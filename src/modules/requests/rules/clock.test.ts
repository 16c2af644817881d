// The days of an application against days counted by hand (fact sheet 12.3), for each motion of the clock.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, type Day } from '../../../kernel/day.ts'
import { dueDay } from '../../../kernel/term.ts'
import { terms } from '../../../law/terms.ts'
import { caseAfter, shipped, type Told } from '../fixtures.ts'
import { awaitedOf, correctionNoticeDue, extendableBy, replyDue } from './clock.ts'

interface Vector {
  readonly id: string
  readonly course: readonly Told[]
  readonly due: string | null
  readonly counted?: string
  readonly because: string
}

const other = { other: { name: '某公司' } }
const vectors: readonly Vector[] = [
  { id: 'V1', course: [['receive', '2024-01-31']], due: '2024-03-04', because: 'handed over in person, Spring Festival with two worked Sundays', counted: '02-01 02-02 02-04 02-05 02-06 02-07 02-08 02-09 02-18 02-19 02-20 02-21 02-22 02-23 02-26 02-27 02-28 02-29 03-01 03-04' },
  { id: 'V8', course: [['register', '2025-05-08'], ['confirm', '2025-05-10']], due: '2025-06-09', because: 'confirmed on a Saturday', counted: '05-12 05-13 05-14 05-15 05-16 05-19 05-20 05-21 05-22 05-23 05-26 05-27 05-28 05-29 05-30 06-03 06-04 06-05 06-06 06-09' },
  { id: 'unconfirmed', course: [['register', '2025-05-08']], due: null, because: 'nothing runs before both sides confirm' },
  { id: 'V10 asked', course: [['receive', '2023-04-18'], ['ask-correction', '2023-04-26', { until: day('2023-05-31') }]], due: null, because: 'the office owes nothing while the applicant corrects' },
  { id: 'V10', course: [['receive', '2023-04-18'], ['ask-correction', '2023-04-26', { until: day('2023-05-31') }], ['receive-correction', '2023-05-08']], due: '2023-06-05', because: 'the corrected application begins the term anew', counted: '05-09 05-10 05-11 05-12 05-15 05-16 05-17 05-18 05-19 05-22 05-23 05-24 05-25 05-26 05-29 05-30 05-31 06-01 06-02 06-05' },
  { id: 'V11', course: [['receive', '2025-04-14'], ['ask-third-party', '2025-04-21', other], ['record-letter-receipt', '2025-04-23', { consultation: 1 }], ['record-opinion', '2025-05-09', { consultation: 1, opinion: 'agreed' }], ['end-consulting', '2025-05-09']], due: '2025-05-30', because: 'the day of sending counts, the days to the opinion do not', counted: '04-15 04-16 04-17 04-18 04-21 05-12 05-13 05-14 05-15 05-16 05-19 05-20 05-21 05-22 05-23 05-26 05-27 05-28 05-29 05-30' },
  { id: 'V11 silent', course: [['receive', '2026-02-02'], ['ask-third-party', '2026-02-06', other], ['record-letter-receipt', '2026-02-09', { consultation: 1 }], ['note-silence', '2026-03-09', { consultation: 1 }], ['end-consulting', '2026-03-09']], due: '2026-03-30', because: 'a silent third party stops the term until its 15 working days are over on 6 March (V4), not until somebody notes it', counted: '02-03 02-04 02-05 02-06 03-09 03-10 03-11 03-12 03-13 03-16 03-17 03-18 03-19 03-20 03-23 03-24 03-25 03-26 03-27 03-30' },
  { id: 'late opinion', course: [['receive', '2026-02-02'], ['ask-co-maker', '2026-02-06', other], ['record-letter-receipt', '2026-02-09', { consultation: 1 }], ['record-opinion', '2026-03-18', { consultation: 1, opinion: 'agreed' }], ['end-consulting', '2026-03-18']], due: '2026-03-30', because: 'an opinion after its term stops nothing beyond the term' },
  { id: 'two at once', course: [['receive', '2025-04-14'], ['ask-third-party', '2025-04-21', other], ['ask-co-maker', '2025-04-22', other], ['record-opinion', '2025-05-09', { consultation: 1, opinion: 'agreed' }], ['record-opinion', '2025-05-06', { consultation: 2, opinion: 'agreed' }], ['end-consulting', '2025-05-09']], due: '2025-05-30', because: 'days on which two opinions are awaited are left out once' },
  { id: 'extension', course: [['receive', '2025-03-03'], ['extend', '2025-03-20', { extension: { days: 20, consentBy: '周明' } }]], due: '2025-04-28', because: '20 and 20 working days, Qingming off and the Sunday of 27 April worked', counted: '03-04 03-05 03-06 03-07 03-10 03-11 03-12 03-13 03-14 03-17 03-18 03-19 03-20 03-21 03-24 03-25 03-26 03-27 03-28 03-31 04-01 04-02 04-03 04-07 04-08 04-09 04-10 04-11 04-14 04-15 04-16 04-17 04-18 04-21 04-22 04-23 04-24 04-25 04-27 04-28' },
  { id: 'V7 fee asked', course: [['receive', '2026-09-07'], ['notify-fee', '2026-09-14', { fee: { method: 'per-request', nth: 31, units: 1 } }], ['record-fee-receipt', '2026-09-15']], due: null, because: 'the office owes nothing while the applicant pays' },
  { id: 'fee paid', course: [['receive', '2025-03-03'], ['notify-fee', '2025-03-10', { fee: { method: 'per-request', nth: 31, units: 1 } }], ['record-fee-receipt', '2025-03-11'], ['record-payment', '2025-03-14']], due: '2025-04-14', because: 'the payment begins the term anew: 14 working days in March from the 17th on... and Qingming off', counted: '03-17 03-18 03-19 03-20 03-21 03-24 03-25 03-26 03-27 03-28 03-31 04-01 04-02 04-03 04-07 04-08 04-09 04-10 04-11 04-14' },
  { id: 'lapsed', course: [['receive', '2023-04-18'], ['ask-correction', '2023-04-26', { until: day('2023-05-08') }], ['lapse-correction', '2023-05-09']], due: null, because: 'what lapsed is owed no reply, so it is never late' },
  { id: 'V17 old', course: [['receive', '2019-05-14']], due: '2019-06-04', because: '15 working days under the Regulation of 2008', counted: '05-15 05-16 05-17 05-20 05-21 05-22 05-23 05-24 05-27 05-28 05-29 05-30 05-31 06-03 06-04' },
  { id: 'V17 new', course: [['receive', '2019-05-15']], due: '2019-06-13', because: '20 working days under the Regulation of 2019' },
  { id: 'old third party', course: [['receive', '2018-03-05'], ['ask-third-party', '2018-03-12', other]], due: null, because: 'the Regulation of 2008 set third parties no term: the day is open until they answer' },
] // prettier-ignore

describe('the day for the reply', () => {
  it.each(vectors)('$id: $due, because $because', ({ course, due, counted }) => {
    const answer = replyDue(caseAfter(...course), shipped)
    expect(answer?.due ?? null).toBe(due)
    if (counted) expect(answer?.days.filter((one) => one.counted).map((one) => one.day.slice(5)).join(' ')).toBe(counted) // prettier-ignore
    if (answer) expect(answer.provisional).toBe(false)
  })

  it('is provisional where it runs into a year without a notice', () => {
    expect(replyDue(caseAfter(['receive', '2026-12-14']), shipped)?.provisional).toBe(true)
  })

  it('is the day that was told under Article 35 where that is later', () => {
    const deferred = caseAfter(['receive', '2025-03-03'], ['defer', '2025-03-10', { until: day('2025-06-30') }])
    expect(replyDue(deferred, shipped)).toMatchObject({ due: '2025-06-30', article: 'ogi-2019/35' })
  })

  it('may be extended by what the law of its own day allows', () => {
    expect([extendableBy(caseAfter(['receive', '2019-05-14'])), extendableBy(caseAfter(['receive', '2019-05-15']))]).toEqual([15, 20])
  })
})

describe('other days', () => {
  it.each([
    { id: 'V3', received: '2025-01-22', due: '2025-02-07', because: 'a Sunday before Spring Festival is worked' },
    { id: 'V10', received: '2023-04-18', due: '2023-04-26', because: 'the Sunday before May Day is worked' },
    { id: 'old', received: '2019-05-14', due: null, because: 'the Regulation of 2008 knows no such term' },
  ])('$id: notice of correction by $due, because $because', ({ received, due }) => {
    expect(correctionNoticeDue(caseAfter(['receive', received]), shipped)?.due ?? null).toBe(due)
  })

  it.each<{ id: string; course: readonly Told[]; until: string | null }>([
    { id: 'V7: pay by', course: [['receive', '2026-09-07'], ['notify-fee', '2026-09-14', { fee: { method: 'per-request', nth: 31, units: 1 } }], ['record-fee-receipt', '2026-09-15']], until: '2026-10-19' },
    { id: 'pay by, receipt unknown', course: [['receive', '2026-09-07'], ['notify-fee', '2026-09-14', { fee: { method: 'per-request', nth: 31, units: 1 } }]], until: null },
    { id: 'V4: opinion by', course: [['receive', '2026-02-02'], ['ask-third-party', '2026-02-06', other], ['record-letter-receipt', '2026-02-09', { consultation: 1 }]], until: '2026-03-06' },
    { id: 'correct by', course: [['receive', '2023-04-18'], ['ask-correction', '2023-04-26', { until: day('2023-05-31') }]], until: '2023-05-31' },
    { id: 'explain by', course: [['receive', '2023-04-18'], ['ask-reasons', '2023-04-26', { until: day('2023-05-10') }]], until: '2023-05-10' },
    { id: 'nothing', course: [['receive', '2023-04-18']], until: null },
  ])('$id $until', ({ course, until }) => {
    expect(awaitedOf(caseAfter(...course), shipped)?.until ?? null).toBe(until)
  }) // prettier-ignore
})

describe('for any course', () => {
  const start = fc.integer({ min: 0, max: 1400 }).map((n) => addDays(day('2020-01-06'), n))
  const due = (...course: readonly Told[]): Day => {
    const answer = replyDue(caseAfter(...course), shipped)
    if (!answer) throw new Error('no day')
    return answer.due
  }

  it('after a correction the day is that of a fresh application of the day of the correction', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 40 }), (received, days) => {
        const corrected = addDays(received, days)
        expect(due(['receive', received], ['ask-correction', received, { until: corrected }], ['receive-correction', corrected])).toBe(
          dueDay(terms.reply, { from: corrected }, shipped).due,
        )
      }),
      { numRuns: 60 },
    )
  })

  it('an opinion never brings the day forward, and an extension never either', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }), (received, sent, came, days) => {
        const [sentOn, cameOn] = [addDays(received, sent), addDays(received, sent + came)]
        const plain = due(['receive', received])
        const asked: readonly Told[] = [['receive', received], ['ask-third-party', sentOn, other], ['record-opinion', cameOn, { consultation: 1, opinion: 'agreed' }], ['end-consulting', cameOn]] // prettier-ignore
        expect(due(...asked) >= plain).toBe(true)
        expect(due(...asked, ['extend', cameOn, { extension: { days, consentBy: '周明' } }]) > due(...asked)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
