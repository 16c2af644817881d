// The table of the year: by hand for a few applications, and for any course that the workflow allows.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, yearOf, type Day } from '../../../kernel/day.ts'
import { roles, type Role } from '../../access/law/permissions.ts'
import { everything, handOf, nowOn, outcomeOf } from '../fixtures.ts'
import { applicantKindNames, type ApplicantKind } from '../law/applicants.ts'
import { channelNames } from '../law/channels.ts'
import { outcomeNames } from '../law/outcomes.ts'
import { stepNames } from '../law/steps.ts'
import { applicantHand, type CaseFacts, type Hand } from './facts.ts'
import { after, nothingYet } from './fold.ts'
import { takeStep } from './take-step.ts'
import { columnNames, linesOf, unbalancedColumns, yearlyTable, type CountedCase, type Tally } from './yearly-table.ts'

const tallyOf = (cases: readonly CountedCase[], year: number): Tally[] =>
  cases.flatMap((one) => linesOf(one, year).map((line) => ({ line, kind: one.kind, count: 1 })))

describe('an application stands', () => {
  const of = (receivedOn: string, concludedOn: string | null): Omit<CountedCase, 'kind'> => ({ receivedOn: day(receivedOn), outcome: 'not-held', concludedOn: concludedOn === null ? null : day(concludedOn) })
  it.each<{ receivedOn: string; concludedOn: string | null; lines: string[] }>([
    { receivedOn: '2025-03-03', concludedOn: '2025-03-31', lines: ['received', 'not-held'] },
    { receivedOn: '2025-12-22', concludedOn: '2026-01-16', lines: ['received', 'carried-forward'] },
    { receivedOn: '2024-12-23', concludedOn: '2025-01-17', lines: ['carried-over', 'not-held'] },
    { receivedOn: '2024-12-23', concludedOn: null, lines: ['carried-over', 'carried-forward'] },
    { receivedOn: '2024-03-03', concludedOn: '2024-12-31', lines: [] },
    { receivedOn: '2026-01-01', concludedOn: null, lines: [] },
  ])('received $receivedOn, concluded $concludedOn, in $lines of 2025', ({ receivedOn, concludedOn, lines }) => {
    expect(linesOf(of(receivedOn, concludedOn), 2025)).toEqual(lines)
  })
}) // prettier-ignore

describe('the table', () => {
  it('sums results and columns, and finds the column that does not balance', () => {
    const table = yearlyTable([
      { line: 'received', kind: 'person', count: 3 },
      { line: 'granted', kind: 'person', count: 2 },
      { line: 'carried-forward', kind: 'person', count: 1 },
      { line: 'received', kind: 'legal', count: 1 },
    ])
    expect([table.total.person, table.total.all, table.received.all]).toEqual([2, 2, 4])
    expect(unbalancedColumns(table)).toEqual(['legal', 'all'])
  })
})

/** Walks at random: on each day one of the steps that the workflow lets somebody take. */
const everyone: Hand = handOf('hand', ...(Object.keys(roles) as Role[]))
const others = ['drafter', 'second', 'third'].map((name) => handOf(name, ...(Object.keys(roles) as Role[])))

function walk(start: Day, choices: readonly number[], seen?: Set<string>): CaseFacts {
  let facts = nothingYet
  let today = start
  for (const choice of choices) {
    const by = [everyone, ...others, applicantHand][choice % 5] ?? everyone
    const input = {
      ...everything(today),
      until: addDays(today, 1 + (choice % 7)),
      channel: channelNames[choice % channelNames.length],
      outcome: outcomeOf(outcomeNames[(choice >> 3) % outcomeNames.length] ?? 'granted'),
      consultation: 1 + (choice % Math.max(facts.consultations.length, 1)),
    }
    const now = nowOn(today)
    const open = stepNames.filter((name) => (name !== 'withdraw' || choice % 13 === 0) && takeStep(name, facts, by, now, input).ok)
    const step = open[(choice >> 5) % Math.max(open.length, 1)]
    if (step) facts = after(facts, { step, on: today, by: by.accountId, input })
    seen?.add(facts.state)
    today = addDays(today, 1 + (choice % 9))
  }
  return facts
}

describe('for any courses', () => {
  const course = fc.record({
    kind: fc.constantFrom<ApplicantKind>(...applicantKindNames),
    start: fc.integer({ min: 0, max: 700 }).map((n) => addDays(day('2023-06-01'), n)),
    choices: fc.array(fc.nat({ max: 1 << 20 }), { minLength: 1, maxLength: 22 }),
  })

  it('every column of every year balances, each application stands in exactly one line of each side, and what is carried over was carried forward', () => {
    fc.assert(
      fc.property(fc.array(course, { minLength: 1, maxLength: 12 }), (courses) => {
        const cases = courses.flatMap(({ kind, start, choices }): CountedCase[] => {
          const { receivedOn, outcome, concludedOn } = walk(start, choices)
          return receivedOn === null ? [] : [{ kind, receivedOn, outcome: outcome?.name ?? null, concludedOn }]
        })
        for (const one of cases) expect(one.concludedOn === null || one.concludedOn >= one.receivedOn).toBe(true)
        const tables = new Map([2023, 2024, 2025, 2026, 2027].map((year) => [year, yearlyTable(tallyOf(cases, year))] as const))
        for (const [year, table] of tables) {
          expect(unbalancedColumns(table)).toEqual([])
          expect(table.received.all + table['carried-over'].all).toBe(cases.filter((one) => linesOf(one, year).length === 2).length)
          const before = tables.get(year - 1)
          if (before) for (const column of columnNames) expect(table['carried-over'][column]).toBe(before['carried-forward'][column])
        }
        const concluded = cases.filter(({ concludedOn }) => concludedOn !== null && yearOf(concludedOn) <= 2027)
        expect([...tables.values()].reduce((all, { total }) => all + total.all, 0)).toBe(concluded.length)
      }),
      { numRuns: 15 },
    )
  })

  it('the walks come to nearly every state', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(course, ({ start, choices }) => {
        walk(start, choices, seen)
      }),
      { numRuns: 80, seed: 7 },
    )
    expect(seen.size).toBeGreaterThan(12)
  })
})
