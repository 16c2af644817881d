// Worked out by hand: six months to the same day of the month, moved on from a day of rest (litigation-2017/46).
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { shipped } from '../fixtures.ts'
import type { State } from '../law/states.ts'
import { identityKeptUntil } from './retention.ts'

describe('what is sealed about an applicant is kept', () => {
  it.each<[string, State, string | null, (string | null)[], string | null]>([
    ['while the application is only closed', 'closed', '2025-03-10', [], null],
    ['six months from the answer of one that is filed away', 'archived', '2025-03-10', [], '2025-09-10'],
    ['to the first working day where the last day is a Sunday', 'archived', '2025-05-16', [], '2025-11-17'],
    ['while a remedy goes on', 'archived', '2020-03-10', ['2020-08-01', null], null],
    ['six months from the end of the last remedy', 'archived', '2025-03-10', ['2025-12-01', '2025-06-02'], '2026-06-01'],
    ['three months under the law of 1989', 'archived', '2014-03-10', [], '2014-06-10'],
  ])('%s', (_, state, concluded, ended, until) => {
    const remediesEndedOn = ended.map((one) => (one === null ? null : day(one)))
    expect(identityKeptUntil({ state, concludedOn: concluded === null ? null : day(concluded), remediesEndedOn }, shipped)).toBe(until)
  })
})
