// When an application proposes that its answer become public (ogi-2019/44), by hand.
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { mayDecide, whyPropose, type AskedAlike } from './making-public.ts'

const today = day('2026-11-20')
const asked = (applicantName: string, outcome: AskedAlike['outcome'] = null, concludedOn: string | null = null): AskedAlike => ({
  applicantName,
  outcome,
  concludedOn: concludedOn === null ? null : day(concludedOn),
})
const own = (outcome: AskedAlike['outcome'] = null, concludedOn: string | null = null, arrivedOn = '2026-11-02') => ({
  ...asked('吴敏', outcome, concludedOn),
  arrivedOn: day(arrivedOn),
})

describe('an application proposes', () => {
  it.each([
    { because: 'it was granted', of: own('granted', '2026-11-16'), alike: [], says: { grantedOn: '2026-11-16', alike: 1 } },
    { because: 'part of it was granted', of: own('partial', '2026-11-16'), alike: [], says: { grantedOn: '2026-11-16', alike: 1 } },
    { because: 'three ask for the like, of two names', of: own(), alike: [asked('吴敏'), asked('李强')], says: { grantedOn: null, alike: 3 } },
    { because: 'granted, and others ask', of: own('granted', '2026-11-16'), alike: [asked('李强')], says: { grantedOn: '2026-11-16', alike: 2 } },
    { because: 'granted on the first day that is near enough', of: own('granted', '2025-11-20'), alike: [], says: { grantedOn: '2025-11-20', alike: 1 } },
  ])('because $because', ({ of, alike, says }) => expect(whyPropose(of, alike, today)).toEqual(says))

  it.each([
    { because: 'nobody decided yet', of: own(), alike: [] },
    { because: 'a drafted answer is no answer', of: own('granted'), alike: [] },
    { because: 'it was withheld', of: own('third-party-rights', '2026-11-16'), alike: [asked('李强'), asked('王芳')] },
    { because: 'it is public already', of: own('already-public', '2026-11-16'), alike: [asked('李强'), asked('王芳')] },
    { because: 'one name asks three times', of: own(), alike: [asked('吴敏'), asked(' 吴敏 ')] },
    { because: 'of three that ask one was refused', of: own(), alike: [asked('李强'), asked('王芳', 'state-secret', '2026-05-06')] },
    { because: 'the answer is older than a year', of: own('granted', '2025-11-19', '2025-10-20'), alike: [] },
  ])('nothing where $because', ({ of, alike }) => expect(whyPropose(of, alike, today)).toBeUndefined())
})

describe('a proposal is decided', () => {
  it('once, but what was declined can still be accepted', () => {
    expect([mayDecide('open', 'accept').ok, mayDecide('open', 'decline').ok, mayDecide('declined', 'accept').ok]).toEqual([true, true, true])
    expect([mayDecide('accepted', 'accept').ok, mayDecide('accepted', 'decline').ok, mayDecide('declined', 'decline').ok]).toEqual([false, false, false])
  })
})
