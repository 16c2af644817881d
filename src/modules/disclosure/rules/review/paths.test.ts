// Whatever people do in whatever order: nothing is published without a secrecy review and a signature of somebody other than the author.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor, Grant } from '../../../../kernel/actor.ts'
import { may } from '../../../access/index.ts'
import { roles, type Role } from '../../../access/law/permissions.ts'
import { questionNames, type ReviewAnswer } from '../../law/review-questions.ts'
import { stepRows, type StepName } from '../../law/steps.ts'
import type { ConfirmationFacts, EditionFacts, Hand, StepInput } from '../facts.ts'
import { sheetOf, type TakenStep } from '../sheet.ts'
import { stepsOpenTo, takeStep } from '../take-step.ts'
import { newestOf, type GivenAnswer } from './answers.ts'
import { settled } from './needs.ts'

const unit = 'bureau'
const cast: Readonly<Record<string, Role>> = {
  author: 'information-officer',
  head: 'section-head',
  reviewer: 'secrecy-reviewer',
  leader: 'leader-in-charge',
  main: 'main-leader',
  office: 'disclosure-office',
}
const handOf = (accountId: string, role: Role, unitId: string): Hand => {
  const grant: Grant = { role, unitId, sectionId: null, reach: [unitId], onBehalfOf: null }
  const actor: Actor = { accountId, name: accountId, grants: [grant] }
  return {
    accountId,
    grantFor: (action) => {
      const ruling = may(actor, action, { unitId: unit, sectionId: null, askedUnitIds: ['finance'] })
      return ruling.ok ? ruling.value : undefined
    },
  }
}

interface Course {
  state: EditionFacts['state']
  history: TakenStep[]
  answers: GivenAnswer[]
  confirmations: ConfirmationFacts[]
  urgent: boolean
}

const factsOf = (course: Course, sectionReviews: boolean, important: boolean): EditionFacts => {
  const sheet = sheetOf(course.history)
  return {
    state: course.state, unitId: unit, authorIds: ['author', ...(sheet.submittedBy === null ? [] : [sheet.submittedBy])], signerIds: sheet.signerIds, lookedAt: false,
    important: important && !course.urgent, disclosureMode: 'proactive', findings: [], gateFindings: [], secrecyPassed: sheet.secrecyPassed, confirmations: course.confirmations,
    review: { answers: newestOf(course.answers), proposals: [], sectionReviews, urgent: course.urgent, paperOwed: course.urgent, proofsLeft: null, referredQuestions: ['state-secret'] },
    isLive: course.state === 'published', documentIsLive: false, editionInWork: false, scheduled: false, urgedToday: false, unitHasStaff: true, signedSheetIds: ['sheet'],
    paperSignerIds: ['leader', 'main'].filter((one) => !sheet.signerIds.includes(one)), now: new Date('2026-11-20T04:00:00Z'), today: '2026-11-20',
  } // prettier-ignore
}

const person = fc.constantFrom(...Object.keys(cast), 'cai')
const answerOf = fc.oneof(
  { weight: 40, arbitrary: fc.constant<ReviewAnswer>('no') },
  { weight: 1, arbitrary: fc.constantFrom<ReviewAnswer>('yes', 'uncertain') },
)
const move = fc.record({
  who: person,
  role: fc.constantFrom(...(Object.keys(roles) as Role[])),
  /** Half of the moves try any step, half one that stands open. */
  any: fc.boolean(),
  step: fc.constantFrom(...(Object.keys(stepRows) as StepName[])),
  place: fc.nat(20),
  answers: fc.tuple(...questionNames.map(() => answerOf)),
  agrees: fc.boolean(),
})

function go(course: Course, step: StepName, who: string, input: StepInput): void {
  const row = stepRows[step]
  if (row.begins) Object.assign(course, { answers: [], confirmations: [], urgent: step === 'submit-urgent' })
  course.history.push({ step, byAccountId: who, onBehalfOf: step === 'record-paper-signature' ? (input.paper?.signerId ?? null) : null, detail: {} })
  if (stepRows[step].asks?.includes('review')) course.answers.push(...(input.review ?? []))
  course.answers.push(...(step === 'record-referral-answer' ? (input.referralAnswer?.answers ?? []) : []))
  if (step === 'ask-confirmation') course.confirmations = [{ unitId: 'finance', answer: null }]
  if (step === 'answer-confirmation') course.confirmations = [{ unitId: 'finance', answer: input.answer ?? null }]
  if (step === 'overrule-confirmation') course.confirmations = course.confirmations.map((one) => ({ ...one, decided: 'release' }))
  if (row.to !== 'same') course.state = row.to
  if (course.state === 'confirming' && course.confirmations.length > 0 && course.confirmations.every(settled)) course.state = 'signing'
}

describe('no order of steps', () => {
  it('publishes without a secrecy review and a signature of another', () => {
    let published = 0
    fc.assert(
      fc.property(fc.array(move, { minLength: 40, maxLength: 160 }), fc.boolean(), fc.boolean(), (moves, sectionReviews, important) => {
        const course: Course = { state: 'draft', history: [], answers: [], confirmations: [], urgent: false }
        for (const { who, role, any, step: anyStep, place, answers, agrees } of moves) {
          const facts = factsOf(course, sectionReviews, important)
          const hand = handOf(who, cast[who] ?? role, who === 'cai' ? 'finance' : unit)
          const open = stepsOpenTo(facts, hand).filter((name) => name !== 'discard')
          const step = any ? anyStep : open[place % Math.max(open.length, 1)]
          if (step === undefined || stepRows[step].automatic) continue
          const given = questionNames.map((question, at): GivenAnswer => ({ question, answer: answers[at] ?? 'no' }))
          const input: StepInput = {
            opinion: '意见', review: given, secrecy: { basis: '依据', conclusion: 'may-disclose' }, units: { unitIds: ['finance'], question: '' }, answer: agrees ? 'agreed' : 'objected',
            paper: { attachmentId: 'sheet', day: '2026-11-19', signerId: agrees ? 'leader' : 'author' }, sheet: { attachmentId: 'sheet' }, urgent: { reason: '山洪', orderedBy: '县长' },
            referral: { kind: 'secrecy-administration', addressee: '保密局', matter: '问' }, decision: { unitId: 'finance' }, reason: 'wrong-content',
            referralAnswer: { day: '2026-11-19', answeredBy: '保密局', document: '3号', answers: [{ question: 'state-secret', answer: agrees ? 'no' : 'yes' }] },
          } // prettier-ignore
          if (takeStep(step, facts, hand, input).ok) go(course, step, who, input)
          if (course.state === 'published') break
        }
        if (course.state !== 'published') return
        published += 1
        const { round, signerIds } = sheetOf(course.history)
        const named = (...steps: StepName[]): TakenStep[] => round.filter((taken) => steps.includes(taken.step))
        const reviewers = named('pass-secrecy', 'ask-confirmation').map(({ byAccountId }) => byAccountId)
        const signed = named('sign', 'sign-important').map(({ byAccountId }) => byAccountId)
        const onPaper = named('record-paper-signature').map(({ onBehalfOf }) => onBehalfOf)
        const submitters = round.slice(0, 1).map(({ byAccountId }) => byAccountId)
        expect(reviewers.length).toBeGreaterThan(0)
        expect([...signed, ...onPaper].length).toBeGreaterThan(0)
        for (const one of [...reviewers, ...signed, ...onPaper]) expect(['author', ...submitters]).not.toContain(one)
        expect(new Set(signerIds).size).toBeGreaterThan(1)
        const last = newestOf(course.answers)
        for (const question of ['state-secret', 'prohibited-by-law', 'stability'] as const) expect(last.get(question)?.answer).toBe('no')
        expect(course.confirmations.every(settled)).toBe(true)
      }),
      { numRuns: 400, seed: 20_261_126 },
    )
    // the property would say nothing of courses that never arrive
    expect(published).toBeGreaterThan(20)
  })
})
