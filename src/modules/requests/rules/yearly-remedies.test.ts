// The fourth part of the yearly report: each remedy stands in exactly one cell, and the rows balance.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, yearOf } from '../../../kernel/day.ts'
import { remedyKindNames, remedyResultNames, remedyResultRows } from '../law/remedy-cases.ts'
import { remedyRowNames } from '../law/yearly-form.ts'
import { remedyCellOf, remedyTable, type CountedRemedy } from './yearly-remedies.ts'

const of = (change: Partial<CountedRemedy>): CountedRemedy => ({
  kind: 'lawsuit',
  afterReconsideration: false,
  receivedOn: day('2025-03-03'),
  result: null,
  concludedOn: null,
  ...change,
})

describe('a remedy stands', () => {
  it.each<{ change: Partial<CountedRemedy>; year: number; cell: string | null }>([
    { change: { kind: 'reconsideration' }, year: 2025, cell: 'reconsideration open' },
    { change: { kind: 'reconsideration', result: 'upheld', concludedOn: day('2025-12-31') }, year: 2025, cell: 'reconsideration upheld' },
    { change: { result: 'dismissed', concludedOn: day('2025-09-01') }, year: 2025, cell: 'lawsuit-direct upheld' },
    { change: { afterReconsideration: true, result: 'revoked', concludedOn: day('2025-09-01') }, year: 2025, cell: 'lawsuit-after corrected' },
    { change: { afterReconsideration: true, result: 'withdrawn', concludedOn: day('2025-09-01') }, year: 2025, cell: 'lawsuit-after other' },
    { change: { result: 'revoked', concludedOn: day('2026-01-01') }, year: 2025, cell: 'lawsuit-direct open' },
    { change: { result: 'revoked', concludedOn: day('2026-01-01') }, year: 2026, cell: 'lawsuit-direct corrected' },
    { change: { result: 'revoked', concludedOn: day('2025-12-31') }, year: 2026, cell: null },
    { change: {}, year: 2024, cell: null },
    { change: {}, year: 2027, cell: 'lawsuit-direct open' },
    { change: { kind: 'complaint', result: 'rectified', concludedOn: day('2025-09-01') }, year: 2025, cell: null },
  ])('$change in $year: $cell', ({ change, year, cell }) => {
    const found = remedyCellOf(of(change), year)
    expect(found && `${found.row} ${found.column}`).toBe(cell)
  })
}) // prettier-ignore

const anyRemedy = fc
  .record({
    kind: fc.constantFrom(...remedyKindNames),
    afterReconsideration: fc.boolean(),
    start: fc.nat({ max: 1000 }),
    lasts: fc.option(fc.nat({ max: 800 }), { nil: null }),
    drawn: fc.nat(),
  })
  .map(({ kind, afterReconsideration, start, lasts, drawn }): CountedRemedy => {
    const receivedOn = addDays(day('2023-02-01'), start)
    const own = remedyResultNames.filter((name) => remedyResultRows[name].article[kind])
    return { kind, afterReconsideration, receivedOn, result: lasts === null ? null : (own[drawn % own.length] ?? null), concludedOn: lasts === null ? null : addDays(receivedOn, lasts) }
  }) // prettier-ignore

describe('for any remedies', () => {
  it('each stands in one cell of each year in which it was open or ended, in a result exactly once, and every row sums up', () => {
    fc.assert(
      fc.property(fc.array(anyRemedy, { maxLength: 40 }), (all) => {
        const counted = all.filter(({ kind }) => kind !== 'complaint')
        const years = Array.from({ length: 7 }, (_, at) => 2023 + at)
        let results = 0
        for (const year of years) {
          const cells = all.flatMap((one) => remedyCellOf(one, year) ?? [])
          const table = remedyTable(cells.map((cell) => ({ ...cell, count: 1 })))
          const due = counted.filter((one) => yearOf(one.receivedOn) <= year && (one.concludedOn === null || yearOf(one.concludedOn) >= year))
          expect(cells).toHaveLength(due.length)
          for (const row of remedyRowNames) {
            const { upheld, corrected, other, open, total } = table[row]
            expect(upheld + corrected + other + open).toBe(total)
            results += upheld + corrected + other
          }
          expect(remedyRowNames.reduce((sum, row) => sum + table[row].total, 0)).toBe(due.length)
        }
        expect(results).toBe(counted.filter(({ concludedOn }) => concludedOn !== null && yearOf(concludedOn) <= 2029).length)
      }),
      { numRuns: 60 },
    )
  })
})
