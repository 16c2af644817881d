// Keeps what a step says about the review: answers, struck proposals, referral, ruling, urgent route, reading, paper.
import type { Grant } from '../../../../kernel/actor.ts'
import { day } from '../../../../kernel/day.ts'
import { dueDay } from '../../../../kernel/term.ts'
import { terms } from '../../../../law/terms.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import type { By } from '../../../access/index.ts'
import { currentCalendar } from '../../../calendar/index.ts'
import { proofTurns, type ReviewLevel } from '../../law/review-levels.ts'
import { questionNames } from '../../law/review-questions.ts'
import type { StepName } from '../../law/steps.ts'
import type { Edition } from '../../queries/edition.ts'
import type { Review } from '../../queries/review/review.ts'
import type { StepInput } from '../../rules/facts.ts'
import { newestOf, uncertain } from '../../rules/review/answers.ts'
import { askUnits } from '../../store/confirmations.ts'
import {
  addAnswers,
  addDecision,
  addReferral,
  answerReferral,
  completePaper,
  declareUrgent,
  markProof,
  strikeProposals,
  type DueDay,
  type SheetKey,
} from '../../store/review.ts'

export interface ReviewedStep {
  readonly edition: Edition
  readonly step: StepName
  readonly input: StepInput
  readonly grant: Grant
  readonly review: Review
}

async function dueOf(tx: Tx, term: keyof typeof terms, today: By['today']): Promise<DueDay> {
  const calendar = await currentCalendar(tx)
  const { due, provisional } = dueDay(terms[term], { from: today }, calendar)
  return { on: due, calendarVersion: calendar.version, provisional }
}

const secrecy: ReviewLevel = 'secrecy'

async function keepAnswers(tx: Tx, by: By, sheet: SheetKey, { input, grant, review }: ReviewedStep): Promise<void> {
  const writing = { by: by.actor, onBehalfOf: grant.onBehalfOf, at: by.at }
  await addAnswers(tx, sheet, secrecy, input.review ?? [], writing)
  const struck = (input.struck ?? []).flatMap(({ unitId, reason }) => {
    const found = review.proposals.find((one) => one.unitId === unitId)?.found
    return found === undefined ? [] : [{ unitId, found, reason }]
  })
  await strikeProposals(tx, sheet, struck, writing)
}

async function referTo(tx: Tx, by: By, sheet: SheetKey, { input, review }: ReviewedStep): Promise<void> {
  if (!input.referral) return
  const open = uncertain(newestOf([...review.facts.answers.values(), ...(input.review ?? [])]))
  const questions = questionNames.filter((name) => open.includes(name))
  await addReferral(tx, sheet, { ...input.referral, questions, due: await dueOf(tx, 'referral', by.today) }, { by: by.actor, at: by.at })
}

async function keepReferralAnswer(tx: Tx, by: By, sheet: SheetKey, { input, review, grant }: ReviewedStep): Promise<void> {
  if (!input.referralAnswer || !review.openReferral) return
  const { day: on, answeredBy, document, answers } = input.referralAnswer
  const writing = { by: by.actor, onBehalfOf: grant.onBehalfOf, at: by.at }
  await answerReferral(tx, review.openReferral.referralId, { day: day(on), answeredBy, document }, writing)
  await addAnswers(tx, sheet, 'referral', answers, writing)
}

/** In the transaction of the step, which has been granted. A step that begins a sheet writes on the new one. */
export async function keepReview(tx: Tx, by: By, of: ReviewedStep): Promise<void> {
  const { edition, step, input, review } = of
  const { editionId } = edition
  const writing = { by: by.actor, at: by.at }
  const sheet: SheetKey = { editionId, round: edition.round }
  switch (step) {
    case 'submit-urgent': {
      if (!input.urgent) return
      return declareUrgent(tx, { editionId, round: edition.round + 1 }, { ...input.urgent, due: await dueOf(tx, 'urgent-paper', by.today) }, writing)
    }
    case 'pass-secrecy':
      return keepAnswers(tx, by, sheet, of)
    case 'ask-confirmation': {
      await keepAnswers(tx, by, sheet, of)
      if (!input.units) return
      const due = await dueOf(tx, review.facts.urgent ? 'urgent-confirmation' : 'joint-confirmation', by.today)
      return askUnits(tx, editionId, { ...input.units, round: edition.round, askedBy: by.actor.accountId, at: by.at, due })
    }
    case 'refer':
      await keepAnswers(tx, by, sheet, of)
      return referTo(tx, by, sheet, of)
    case 'record-referral-answer':
      return keepReferralAnswer(tx, by, sheet, of)
    case 'overrule-confirmation':
    case 'uphold-confirmation': {
      if (!input.decision) return
      const outcome = step === 'overrule-confirmation' ? 'release' : 'change'
      return addDecision(tx, sheet, { unitId: input.decision.unitId, outcome, reason: input.opinion }, writing)
    }
    case 'proofread':
      return markProof(tx, sheet, { turn: proofTurns - (review.facts.proofsLeft ?? 0) + 1, note: input.opinion }, writing)
    case 'complete-paper':
      return input.sheet ? completePaper(tx, sheet, input.sheet.attachmentId, writing) : undefined
    default:
      return undefined
  }
}
