// Every step as every role in every state: the table is written by hand from the workflow that the offices agreed, not computed.
import { describe, expect, it } from 'vitest'
import type { Actor, Grant } from '../../../kernel/actor.ts'
import { may } from '../../access/index.ts'
import { roles, type Role } from '../../access/law/permissions.ts'
import { states, type State } from '../law/states.ts'
import { stepRows, type StepName } from '../law/steps.ts'
import { questionNames } from '../law/review-questions.ts'
import type { EditionFacts, Hand, ReviewFacts, StepInput } from './facts.ts'
import { newestOf, type GivenAnswer } from './review/answers.ts'
import { mayChange, stepsFrom, stepsOpenTo, takeStep } from './take-step.ts'

const unit = 'bureau'
const grantOf = (role: Role, unitId = unit, onBehalfOf: string | null = null): Grant => ({ role, unitId, sectionId: null, reach: [unitId], onBehalfOf })
const handOf = (accountId: string, ...grants: Grant[]): Hand => {
  const actor: Actor = { accountId, name: accountId, grants }
  return {
    accountId,
    grantFor: (action) => {
      const ruling = may(actor, action, { unitId: unit, sectionId: null, askedUnitIds: ['finance'] })
      return ruling.ok ? ruling.value : undefined
    },
  }
}
const allNo: readonly GivenAnswer[] = questionNames.map((question) => ({ question, answer: 'no' }))
const clear: ReviewFacts = {
  answers: newestOf(allNo),
  proposals: [],
  sectionReviews: true,
  urgent: false,
  paperOwed: false,
  proofsLeft: null,
  referredQuestions: [],
}
const answering = (...answers: GivenAnswer[]): ReviewFacts => ({ ...clear, answers: newestOf([...allNo, ...answers]) })
const objected: Partial<EditionFacts> = { confirmations: [{ unitId: 'finance', answer: 'objected' }] }
const facts: EditionFacts = {
  state: 'draft', unitId: unit, authorIds: ['author'], signerIds: [], lookedAt: false, important: false, disclosureMode: 'proactive', findings: [], gateFindings: [],
  review: clear, secrecyPassed: true, confirmations: [{ unitId: 'finance', answer: 'agreed' }], isLive: true, documentIsLive: false, editionInWork: false, scheduled: true,
  urgedToday: false, unitHasStaff: true, signedSheetIds: ['sheet'], paperSignerIds: ['leader'], now: new Date('2026-11-20T04:00:00Z'), today: '2026-11-20',
} // prettier-ignore
const everything: StepInput = {
  opinion: '意见',
  secrecy: { basis: '依据', conclusion: 'may-disclose' },
  units: { unitIds: ['finance'], question: '' },
  answer: 'agreed',
  time: new Date('2026-11-21T01:00:00Z'),
  reason: 'wrong-content',
  reach: 'unit',
  paper: { attachmentId: 'sheet', day: '2026-11-19', signerId: 'leader' },
  referral: { kind: 'secrecy-administration', addressee: '青岚县国家保密局', matter: '是否属于工作秘密' },
  referralAnswer: { day: '2026-11-19', answeredBy: '青岚县国家保密局', document: '青保函〔2026〕3号', answers: [{ question: 'state-secret', answer: 'no' }] },
  decision: { unitId: 'finance' },
  urgent: { reason: '山洪', orderedBy: '县长' },
  sheet: { attachmentId: 'sheet' },
}

interface Row {
  readonly step: StepName
  readonly roles: readonly Role[]
  readonly from: readonly State[]
  readonly to: State | 'same'
  /** What must be otherwise than usual for the step to be open at all. */
  readonly given?: Partial<EditionFacts>
  readonly as?: string
  readonly at?: string
}
const authors = ['disclosure-office', 'information-officer', 'section-head'] as const
const releasers = ['disclosure-office', 'leader-in-charge', 'main-leader'] as const
const leaders = ['leader-in-charge', 'main-leader'] as const

const table: readonly Row[] = [
  { step: 'submit', roles: authors, from: ['draft', 'returned'], to: 'section-review' },
  { step: 'submit-to-secrecy', roles: authors, from: ['draft', 'returned'], to: 'secrecy-review', given: { review: { ...clear, sectionReviews: false } } },
  { step: 'submit-urgent', roles: authors, from: ['draft', 'returned'], to: 'secrecy-review' },
  { step: 'take-back', roles: authors, from: ['section-review'], to: 'draft', as: 'author' },
  { step: 'discard', roles: authors, from: ['draft', 'returned'], to: 'discarded' },
  { step: 'approve-section', roles: ['section-head'], from: ['section-review'], to: 'secrecy-review' },
  { step: 'return-from-section', roles: ['section-head'], from: ['section-review'], to: 'returned' },
  { step: 'pass-secrecy', roles: ['secrecy-reviewer'], from: ['secrecy-review'], to: 'signing' },
  { step: 'ask-confirmation', roles: ['secrecy-reviewer'], from: ['secrecy-review'], to: 'confirming' },
  { step: 'return-from-secrecy', roles: ['secrecy-reviewer'], from: ['secrecy-review'], to: 'returned' },
  { step: 'refer', roles: ['secrecy-reviewer'], from: ['secrecy-review'], to: 'referred', given: { review: answering({ question: 'state-secret', answer: 'uncertain' }) } },
  { step: 'record-referral-answer', roles: ['secrecy-reviewer'], from: ['referred'], to: 'secrecy-review', given: { review: { ...clear, referredQuestions: ['state-secret'] } } },
  { step: 'return-from-referred', roles: ['secrecy-reviewer'], from: ['referred'], to: 'returned' },
  { step: 'overrule-confirmation', roles: ['disclosure-office'], from: ['confirming'], to: 'same', given: objected },
  { step: 'uphold-confirmation', roles: ['disclosure-office'], from: ['confirming'], to: 'returned', given: objected },
  { step: 'proofread', roles: authors, from: ['section-review', 'secrecy-review', 'signing', 'signing-important'], to: 'same', given: { review: { ...clear, proofsLeft: 2 } } },
  { step: 'complete-paper', roles: authors, from: ['signed', 'published', 'superseded', 'withdrawn', 'filed'], to: 'same', given: { review: { ...clear, paperOwed: true } } },
  { step: 'answer-confirmation', roles: ['information-officer', 'section-head', ...leaders], from: ['confirming'], to: 'same', at: 'finance' },
  { step: 'end-confirmation', roles: ['information-officer', 'section-head', ...leaders], from: ['confirming'], to: 'signing', at: 'finance' },
  { step: 'return-from-confirming', roles: ['secrecy-reviewer'], from: ['confirming'], to: 'returned' },
  { step: 'sign', roles: leaders, from: ['signing'], to: 'signed' },
  { step: 'pass-to-main-leader', roles: leaders, from: ['signing'], to: 'signing-important', given: { important: true } },
  { step: 'return-from-signing', roles: leaders, from: ['signing'], to: 'returned' },
  { step: 'sign-important', roles: ['main-leader'], from: ['signing-important'], to: 'signed', given: { important: true } },
  { step: 'return-from-main-leader', roles: ['main-leader'], from: ['signing-important'], to: 'returned' },
  { step: 'record-paper-signature', roles: authors, from: ['signing', 'signing-important'], to: 'signed' },
  { step: 'schedule', roles: releasers, from: ['signed'], to: 'same' },
  { step: 'unschedule', roles: releasers, from: ['signed'], to: 'same' },
  { step: 'publish', roles: releasers, from: ['signed'], to: 'published' },
  { step: 'file', roles: releasers, from: ['signed'], to: 'filed', given: { disclosureMode: 'not-disclosed' } },
  { step: 'publish-internally', roles: releasers, from: ['signed'], to: 'published-internally', given: { disclosureMode: 'internal' } },
  { step: 'return-from-publishing', roles: releasers, from: ['signed'], to: 'returned' },
  { step: 'revise', roles: authors, from: ['published', 'published-internally'], to: 'same' },
  { step: 'supersede', roles: releasers, from: ['published', 'published-internally'], to: 'superseded' },
  { step: 'withdraw', roles: releasers, from: ['published'], to: 'withdrawn' },
  { step: 'withdraw-internally', roles: releasers, from: ['published-internally'], to: 'withdrawn' },
] // prettier-ignore

/** Urging is for everybody of the house except whoever has the turn. */
const urgers: Readonly<Partial<Record<State, readonly Role[]>>> = {
  'section-review': ['disclosure-office', 'information-officer', 'leader-in-charge', 'main-leader'],
  'secrecy-review': ['disclosure-office', 'information-officer', 'section-head', 'leader-in-charge', 'main-leader'],
  referred: ['disclosure-office', 'information-officer', 'section-head', 'leader-in-charge', 'main-leader'],
  confirming: ['disclosure-office', 'information-officer', 'section-head', 'leader-in-charge', 'main-leader'],
  signing: ['disclosure-office', 'information-officer', 'section-head'],
  'signing-important': ['disclosure-office', 'information-officer', 'section-head', 'leader-in-charge'],
  signed: ['information-officer', 'section-head'],
}

const allRoles = Object.keys(roles) as Role[]
const allStates = Object.keys(states) as State[]

describe('the table of steps', () => {
  it('stands here row by row', () => {
    expect([...table.map((row) => row.step), 'urge'].toSorted()).toEqual(Object.keys(stepRows).toSorted())
  })

  describe.each(table)('$step', ({ step, roles: allowed, from, to, given, as = 'somebody', at }) => {
    it.each(allRoles)('by %s', (role) => {
      for (const state of allStates) {
        const ruling = takeStep(step, { ...facts, ...given, state }, handOf(as, grantOf(role, at)), everything)
        const open = allowed.includes(role) && from.includes(state)
        expect([state, ruling.ok]).toEqual([state, open])
        if (ruling.ok) expect(ruling.value.to).toBe(to === 'same' ? state : to)
      }
    })
  })

  it.each(allRoles)('lets %s urge where it is not their own turn', (role) => {
    for (const state of allStates) {
      const ruling = takeStep('urge', { ...facts, state }, handOf('somebody', grantOf(role)), everything)
      expect([state, ruling.ok]).toEqual([state, urgers[state]?.includes(role) ?? false])
    }
  })

  it.each(allRoles)('lets %s of another bureau do nothing', (role) => {
    // reading everywhere is the inspector's, changing is nobody's
    for (const state of allStates) expect(stepsOpenTo({ ...facts, state }, handOf('somebody', grantOf(role, 'elsewhere')))).toEqual([])
  })
})

const codes = (
  step: StepName,
  change: Partial<EditionFacts>,
  input: Partial<StepInput> = {},
  by = handOf('somebody', ...allRoles.map((role) => grantOf(role))),
): string[] => {
  const ruling = takeStep(step, { ...facts, state: stepRows[step].from[0]!, ...change }, by, { ...everything, ...input })
  return ruling.ok ? [] : ruling.refusals.map((refusal) => refusal.code)
}
const standing = (onBehalfOf: string, role: Role): Hand => handOf('somebody', grantOf(role, unit, onBehalfOf))

describe('what a step needs', () => {
  it.each<{ because: string; step: StepName; change?: Partial<EditionFacts>; input?: Partial<StepInput>; by?: Hand; codes: string[] }>([
    { because: 'the author never approves', step: 'approve-section', by: handOf('author', grantOf('section-head')), codes: ['own-work'] },
    { because: 'nor does who stands in for the author', step: 'approve-section', by: standing('author', 'section-head'), codes: ['own-work'] },
    { because: 'one hand signs once', step: 'sign', change: { signerIds: ['somebody'] }, codes: ['signed-before'] },
    { because: 'the absent leader has signed already', step: 'sign', change: { signerIds: ['fen'] }, by: standing('fen', 'leader-in-charge'), codes: ['signed-before'] },
    { because: 'somebody has looked', step: 'take-back', change: { lookedAt: true }, by: handOf('author', grantOf('information-officer')), codes: ['looked-at'] },
    { because: 'only the author takes back', step: 'take-back', codes: ['not-the-author'] },
    { because: 'all reasons are told at once', step: 'sign', change: { important: true, secrecyPassed: false }, codes: ['secrecy-review-missing', 'main-leader-signs'] },
    { because: 'a return says why', step: 'return-from-signing', input: { opinion: '  ' }, codes: ['opinion-missing'] },
    { because: 'a review names its basis', step: 'pass-secrecy', input: { secrecy: { basis: ' ', conclusion: 'may-disclose' } }, codes: ['secrecy-basis-missing'] },
    { because: 'what may not be disclosed is not let out', step: 'pass-secrecy', input: { secrecy: { basis: '依据', conclusion: 'not-to-disclose' } }, codes: ['secrecy-conclusion-forbids'] },
    { because: 'a unit is still silent', step: 'end-confirmation', change: { confirmations: [{ unitId: 'finance', answer: null }] }, by: handOf('x', grantOf('section-head', 'finance')), codes: ['confirmation-awaited'] },
    { because: 'a unit objects', step: 'end-confirmation', change: { confirmations: [{ unitId: 'finance', answer: 'objected' }] }, by: handOf('x', grantOf('section-head', 'finance')), codes: ['confirmation-objected'] },
    { because: 'every question is answered', step: 'pass-secrecy', change: { review: { ...clear, answers: newestOf(allNo.slice(1)) } }, codes: ['review-unanswered'] },
    { because: 'an earlier answer on the sheet counts', step: 'pass-secrecy', input: { review: [] }, codes: [] },
    { because: 'an uncertain answer is referred, not passed', step: 'pass-secrecy', input: { review: [{ question: 'stability', answer: 'uncertain' }] }, codes: ['review-uncertain'] },
    { because: 'a state secret goes nowhere', step: 'pass-secrecy', input: { review: [{ question: 'state-secret', answer: 'yes' }] }, codes: ['review-forbids'] },
    { because: 'what stays inside may be secret', step: 'pass-secrecy', change: { disclosureMode: 'not-disclosed' }, input: { review: [{ question: 'state-secret', answer: 'yes' }] }, codes: [] },
    { because: 'harm to a third party needs a ground', step: 'pass-secrecy', input: { review: [{ question: 'third-party', answer: 'yes' }] }, codes: ['review-ground-missing'] },
    { because: 'the third party agrees', step: 'pass-secrecy', input: { review: [{ question: 'third-party', answer: 'yes', ground: 'third-party-agrees' }] }, codes: [] },
    { because: 'no ground lets a secret out', step: 'pass-secrecy', input: { review: [{ question: 'state-secret', answer: 'yes', ground: 'unit-decides' }] }, codes: ['review-ground-wrong', 'review-forbids'] },
    { because: 'another unit is touched', step: 'pass-secrecy', input: { review: [{ question: 'other-unit', answer: 'yes' }] }, codes: ['other-unit-unasked'] },
    { because: 'another unit is touched and asked', step: 'ask-confirmation', input: { review: [{ question: 'other-unit', answer: 'yes' }] }, codes: [] },
    { because: 'the text names a unit', step: 'pass-secrecy', change: { review: { ...clear, proposals: [{ unitId: 'civil', unitName: '民政局' }] } }, codes: ['proposals-open'] },
    { because: 'a unit is struck with a reason', step: 'pass-secrecy', change: { review: { ...clear, proposals: [{ unitId: 'civil', unitName: '民政局' }] } }, input: { struck: [{ unitId: 'civil', reason: '只引用名称' }] }, codes: [] },
    { because: 'a unit is struck without one', step: 'pass-secrecy', change: { review: { ...clear, proposals: [{ unitId: 'civil', unitName: '民政局' }] } }, input: { struck: [{ unitId: 'civil', reason: ' ' }] }, codes: ['strike-reason-missing', 'proposals-open'] },
    { because: 'one named unit is asked, the other forgotten', step: 'ask-confirmation', change: { review: { ...clear, proposals: [{ unitId: 'finance', unitName: '财政局' }, { unitId: 'civil', unitName: '民政局' }] } }, codes: ['proposals-open'] },
    { because: 'a state secret is not shown inside either', step: 'sign', change: { disclosureMode: 'internal', review: answering({ question: 'state-secret', answer: 'yes' }) }, codes: ['review-forbids'] },
    { because: 'what the law forbids is not shown inside either', step: 'sign', change: { disclosureMode: 'internal', review: answering({ question: 'prohibited-by-law', answer: 'yes' }) }, codes: ['review-forbids'] },
    { because: 'third parties have their rights inside too', step: 'sign', change: { disclosureMode: 'internal', review: answering({ question: 'third-party', answer: 'yes' }) }, codes: ['review-ground-missing'] },
    { because: 'matters of the house need no ground inside', step: 'sign', change: { disclosureMode: 'internal', review: answering({ question: 'internal-affairs', answer: 'yes' }) }, codes: [] },
    { because: 'an answer that forbids closes the signature', step: 'sign', change: { review: answering({ question: 'prohibited-by-law', answer: 'yes' }) }, codes: ['review-forbids'] },
    { because: 'an uncertain answer closes the signature', step: 'sign', change: { review: answering({ question: 'third-party', answer: 'uncertain' }) }, codes: ['review-uncertain'] },
    { because: 'a unit has objected', step: 'sign', change: objected, codes: ['confirmation-objected'] },
    { because: 'the objection was ruled on', step: 'sign', change: { confirmations: [{ unitId: 'finance', answer: 'objected', decided: 'release' }] }, codes: [] },
    { because: 'readings are missing', step: 'sign', change: { review: { ...clear, proofsLeft: 1 } }, codes: ['proofs-missing'] },
    { because: 'nothing is uncertain', step: 'refer', codes: ['nothing-uncertain'] },
    { because: 'the answer leaves a question open', step: 'record-referral-answer', change: { review: { ...clear, referredQuestions: ['state-secret', 'stability'] } }, codes: ['referral-question-open'] },
    { because: 'the answer lies ahead', step: 'record-referral-answer', input: { referralAnswer: { ...everything.referralAnswer!, day: '2026-11-21' } }, codes: ['referral-day-ahead'] },
    { because: 'silence is not ruled on before it is escalated', step: 'overrule-confirmation', change: { confirmations: [{ unitId: 'finance', answer: null }] }, codes: ['nothing-to-decide', 'unit-not-to-decide'] },
    { because: 'silence that was escalated is', step: 'overrule-confirmation', change: { confirmations: [{ unitId: 'finance', answer: null, escalated: true }] }, codes: [] },
    { because: 'the ruling names a unit', step: 'overrule-confirmation', change: objected, input: { decision: undefined }, codes: ['unit-not-to-decide'] },
    { because: 'an emergency is ordered by somebody', step: 'submit-urgent', input: { urgent: { reason: '山洪', orderedBy: '' } }, codes: ['urgent-order-missing'] },
    { because: 'the unit has a section level', step: 'submit-to-secrecy', codes: ['section-level'] },
    { because: 'the unit has none', step: 'submit', change: { review: { ...clear, sectionReviews: false } }, codes: ['no-section-level'] },
    { because: 'an ordinary matter is not the main leader’s', step: 'pass-to-main-leader', codes: ['leader-in-charge-signs'] },
    { because: 'the gate has findings', step: 'publish', change: { gateFindings: [{ code: 'column-missing' }] }, codes: ['column-missing'] },
    { because: 'the gate is asked for a schedule too', step: 'schedule', change: { gateFindings: [{ code: 'column-missing' }] }, input: { time: new Date(0) }, codes: ['column-missing', 'time-past'] },
    { because: 'it is not for the public', step: 'publish', change: { disclosureMode: 'on-application' }, codes: ['not-for-publication'] },
    { because: 'what is for the staff is shown to them', step: 'file', change: { disclosureMode: 'internal' }, codes: ['must-be-shown-inside'] },
    { because: 'it is for the public', step: 'publish-internally', codes: ['not-for-staff'] },
    { because: 'it is for the public', step: 'file', codes: ['must-be-published'] },
    { because: 'the public text is withdrawn first', step: 'file', change: { disclosureMode: 'not-disclosed', documentIsLive: true }, codes: ['public-already'] },
    { because: 'one edition is in work at a time', step: 'revise', change: { editionInWork: true }, codes: ['edition-in-work'] },
    { because: 'only the live text is revised', step: 'revise', change: { isLive: false }, codes: ['not-live'] },
    { because: 'a reason is chosen, not typed', step: 'withdraw', input: { reason: '写错了' }, codes: ['withdrawal-reason-missing'] },
    { because: 'once a day is enough', step: 'urge', change: { urgedToday: true }, by: handOf('author', grantOf('information-officer')), codes: ['urged-today'] },
    { because: 'the unit has people of its own', step: 'publish', by: handOf('x', { ...grantOf('disclosure-office', 'county'), reach: ['county', unit] }), codes: ['unit-publishes-itself'] },
    { because: 'the unit has nobody', step: 'publish', change: { unitHasStaff: false }, by: handOf('x', { ...grantOf('disclosure-office', 'county'), reach: ['county', unit] }), codes: [] },
  ])('$step is $codes because $because', ({ step, change = {}, input = {}, by, codes: expected }) => {
    expect(codes(step, change, input, by)).toEqual(expected)
  }) // prettier-ignore

  it('closes no button for what its form will ask', () => {
    const reviewer = handOf('somebody', grantOf('secrecy-reviewer'))
    expect(stepsOpenTo({ ...facts, state: 'secrecy-review' }, reviewer)).toEqual(['pass-secrecy', 'ask-confirmation', 'refer', 'return-from-secrecy'])
  })

  it('offers nobody what follows by itself', () => {
    expect(stepsFrom({ ...facts, state: 'published' }, handOf('x')).map((step) => step.name)).toEqual(['revise', 'withdraw', 'complete-paper'])
  })

  it('says who does it where the person may not', () => {
    const [closed] = stepsFrom({ ...facts, state: 'signing-important', important: true }, handOf('x', grantOf('information-officer'))).filter(
      (step) => step.name === 'sign-important',
    )
    expect(closed?.refusals).toEqual([{ code: 'not-yours-to-do', article: 'ogi-2019/17', facts: { step: '签发', who: '主要领导' } }])
  })

  it('lets the text be changed only before it goes round', () => {
    const officer = handOf('somebody', grantOf('information-officer'))
    expect(allStates.filter((state) => mayChange({ ...facts, state }, officer).ok)).toEqual(['draft', 'returned'])
  })
})
