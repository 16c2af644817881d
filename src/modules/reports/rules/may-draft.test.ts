// When a report may become a draft, and when its publication is late: by hand.
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { mayDraft, publishedLate } from './may-draft.ts'
import { sheetWith } from './print/fixtures.ts'

const [unit, above] = ['00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000009']

describe('the draft of a report', () => {
  it.each([
    { because: 'it was taken in', change: {}, collectorId: above, codes: [] },
    { because: 'it is signed and nobody stands above', change: { state: 'signed' }, collectorId: unit, codes: [] },
    { because: 'it is signed, but another office takes it in', change: { state: 'signed' }, collectorId: above, codes: ['report-not-settled'] },
    { because: 'it was sent back', change: { state: 'returned' }, collectorId: unit, codes: ['report-not-settled'] },
    { because: 'it was read from a file', change: { origin: 'taken-over' }, collectorId: null, codes: ['report-taken-over'] },
    { because: 'it is a summary', change: { kind: 'summary', generation: null }, collectorId: above, codes: ['report-not-yearly'] },
    { because: 'somebody changed it meanwhile', change: { version: 2 }, collectorId: above, codes: ['stale-report'] },
  ] as const)('is ruled by: $because', ({ change, collectorId, codes }) => {
    const ruling = mayDraft(sheetWith('C', new Map(), change), { version: 1, collectorId })
    expect(ruling.ok ? [] : ruling.refusals.map(({ code }) => code)).toEqual(codes)
  })
})

describe('publication', () => {
  const due = day('2026-01-31')
  it.each([
    { at: '2026-01-31T15:59:00Z', today: '2026-02-20', late: false },
    { at: '2026-01-31T16:00:00Z', today: '2026-02-20', late: true },
    { at: null, today: '2026-01-31', late: false },
    { at: null, today: '2026-02-01', late: true },
  ])('at $at, seen on $today, is late: $late', ({ at, today, late }) => {
    expect(publishedLate(due, at === null ? null : new Date(at), day(today))).toBe(late)
  })

  it('is never late where no day is set', () => {
    expect(publishedLate(null, null, day('2030-01-01'))).toBe(false)
  })
})
