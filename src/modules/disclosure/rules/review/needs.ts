// What the needs of the review come down to: questions answered, other units heard, readings marked, the paper owed.
import type { Need } from '../../law/steps.ts'
import type { EditionFacts, StepInput } from '../facts.ts'
import { when, type Check } from '../check.ts'
import { forbidding, malformed, newestOf, unanswered, uncertain, uncertainRefusals, type Answers } from './answers.ts'

export type ReviewNeed = Extract<
  Need,
  | 'confirmations-agreed'
  | 'section-reviews'
  | 'no-section-review'
  | 'questions-answered'
  | 'nothing-uncertain'
  | 'nothing-forbids'
  | 'review-clear'
  | 'others-asked'
  | 'proposals-settled'
  | 'confirmations-settled'
  | 'something-uncertain'
  | 'referral-addressed'
  | 'referral-answered'
  | 'unit-to-decide'
  | 'decision-named'
  | 'urgent-ordered'
  | 'paper-owed'
  | 'sheet-kept'
  | 'proofs-wanted'
  | 'proofread'
>

/** What stands on the sheet, and over it what is answered with this step. */
const answersWith = (facts: EditionFacts, given: StepInput['review'] = []): Answers => newestOf([...facts.review.answers.values(), ...given])

/** Every asked unit has agreed, or the disclosure office has ruled. */
export const settled = ({ answer, decided }: EditionFacts['confirmations'][number]): boolean => answer === 'agreed' || decided === 'release'

/** Units whose objection or long silence the disclosure office may rule on. */
export const toDecide = (facts: EditionFacts): EditionFacts['confirmations'] =>
  facts.confirmations.filter((one) => !settled(one) && (one.answer === 'objected' || one.escalated === true))

const agreed: Check = ({ facts }) => [
  ...when(
    facts.confirmations.some((one) => !settled(one) && one.answer === null),
    { code: 'confirmation-awaited', article: 'ogi-2019/11' },
  ),
  ...when(
    facts.confirmations.some((one) => !settled(one) && one.answer === 'objected'),
    { code: 'confirmation-objected', article: 'ogi-2019/11' },
  ),
]

const referralAnswered: Check = ({ facts, input: { referralAnswer } }) => {
  if (!referralAnswer) return [{ code: 'referral-answer-missing', field: 'detail.referralAnswer', article: 'ogi-2019/17' }]
  const answers = newestOf(referralAnswer.answers)
  const open = facts.review.referredQuestions.filter((name) => !answers.has(name as never))
  return [
    ...when(referralAnswer.answeredBy.trim() === '' || referralAnswer.document.trim() === '', {
      code: 'referral-answer-missing',
      field: 'detail.referralAnswer',
      article: 'ogi-2019/17',
    }),
    ...when(referralAnswer.day > facts.today, { code: 'referral-day-ahead', field: 'detail.referralAnswer.day' }),
    ...when(open.length > 0 || uncertain(answers).length > 0, {
      code: 'referral-question-open',
      field: 'detail.referralAnswer.answers',
      article: 'ogi-2019/17',
    }),
    ...malformed(referralAnswer.answers),
  ]
}

const proposalsSettled: Check = ({ facts, input }) => {
  const struck = input.struck ?? []
  const asked = new Set(input.units?.unitIds ?? [])
  const settledNow = new Set(struck.filter(({ reason }) => reason.trim() !== '').map(({ unitId }) => unitId))
  const open = facts.review.proposals.filter(({ unitId }) => !asked.has(unitId) && !settledNow.has(unitId))
  return [
    ...when(
      struck.some(({ reason }) => reason.trim() === ''),
      { code: 'strike-reason-missing', field: 'detail.struck', article: 'ogi-2019/11' },
    ),
    ...when(
      struck.some(({ unitId }) => asked.has(unitId)),
      { code: 'struck-and-asked', field: 'detail.struck' },
    ),
    ...when(open.length > 0, {
      code: 'proposals-open',
      field: 'detail.struck',
      article: 'ogi-2019/11',
      facts: { units: open.map(({ unitName }) => unitName).join('、') },
    }),
  ]
}

export const reviewNeeds: Readonly<Record<ReviewNeed, Check>> = {
  'confirmations-agreed': agreed,
  'confirmations-settled': agreed,
  'section-reviews': ({ facts }) => when(!facts.review.sectionReviews, 'no-section-level'),
  'no-section-review': ({ facts }) => when(facts.review.sectionReviews, { code: 'section-level', article: 'ogi-2019/17' }),
  'questions-answered': ({ facts, input }) => [...malformed(input.review ?? []), ...unanswered(answersWith(facts, input.review))],
  'nothing-uncertain': ({ facts, input }) => uncertainRefusals(answersWith(facts, input.review)),
  'nothing-forbids': ({ facts, input }) => forbidding(answersWith(facts, input.review), facts.disclosureMode),
  'review-clear': ({ facts }) => [...uncertainRefusals(facts.review.answers), ...forbidding(facts.review.answers, facts.disclosureMode)],
  'others-asked': ({ facts, input }) =>
    when(answersWith(facts, input.review).get('other-unit')?.answer === 'yes', { code: 'other-unit-unasked', field: 'detail.review', article: 'ogi-2019/11' }),
  'proposals-settled': proposalsSettled,
  'something-uncertain': ({ facts, input }) => [
    ...malformed(input.review ?? []),
    ...when(uncertain(answersWith(facts, input.review)).length === 0, { code: 'nothing-uncertain', field: 'detail.review', article: 'ogi-2019/17' }),
  ],
  'referral-addressed': ({ input: { referral } }) =>
    when(!referral || referral.addressee.trim() === '' || referral.matter.trim() === '', {
      code: 'referral-missing',
      field: 'detail.referral',
      article: 'ogi-2019/17',
    }),
  'referral-answered': referralAnswered,
  'unit-to-decide': ({ facts }) => when(toDecide(facts).length === 0, { code: 'nothing-to-decide', article: 'ogi-2019/11' }),
  'decision-named': ({ facts, input }) =>
    when(!toDecide(facts).some(({ unitId }) => unitId === input.decision?.unitId), {
      code: 'unit-not-to-decide',
      field: 'detail.decision',
      article: 'ogi-2019/11',
    }),
  'urgent-ordered': ({ input: { urgent } }) =>
    when(!urgent || urgent.reason.trim() === '' || urgent.orderedBy.trim() === '', {
      code: 'urgent-order-missing',
      field: 'detail.urgent',
      article: 'secrecy-rules-2024/42',
    }),
  'paper-owed': ({ facts }) => when(!facts.review.paperOwed, 'no-paper-owed'),
  'sheet-kept': ({ facts, input }) =>
    when(!input.sheet || !facts.signedSheetIds.includes(input.sheet.attachmentId), { code: 'signed-sheet-missing', field: 'detail.sheet' }),
  'proofs-wanted': ({ facts }) => when(facts.review.proofsLeft === null || facts.review.proofsLeft === 0, 'no-proof-wanted'),
  proofread: ({ facts }) =>
    when((facts.review.proofsLeft ?? 0) > 0, { code: 'proofs-missing', article: 'ogi-2019/6', facts: { left: facts.review.proofsLeft ?? 0 } }),
}

/** Needs that the form of the step meets: they close no button. */
export const reviewMetByInput: readonly ReviewNeed[] = [
  'questions-answered',
  'nothing-uncertain',
  'nothing-forbids',
  'others-asked',
  'proposals-settled',
  'something-uncertain',
  'referral-addressed',
  'referral-answered',
  'decision-named',
  'urgent-ordered',
  'sheet-kept',
]
