// Takes one step with one edition: loads the facts, asks the rules, carries it out and records it, and tells whose turn it is.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { oweReexamination } from '../../catalogue/index.ts'
import type { WithdrawalReason } from '../../publication/law/withdrawal-reasons.ts'
import type { State } from '../law/states.ts'
import { stepRows, type StepName } from '../law/steps.ts'
import { lockEdition, type Edition } from '../queries/edition.ts'
import { handAt, knownOf } from '../queries/facts.ts'
import type { Review } from '../queries/review/review.ts'
import type { StepInput } from '../rules/facts.ts'
import { takeStep as judgeStep, type Taken } from '../rules/take-step.ts'
import { moveEdition, setSchedule } from '../store/editions.ts'
import { recordStep } from '../store/steps.ts'
import { answerConfirmation, goOnWhenSettled } from './answer-confirmation.ts'
import { actedFor, publishEdition } from './publish-edition.ts'
import { keepReview } from './review/keep-review.ts'
import { publishInternally, withdrawInternally } from './publish-internally.ts'
import { reviseEdition } from './revise-edition.ts'
import { tellOfStep } from './tell.ts'
import { withdrawEdition } from './withdraw-edition.ts'

export interface StepRequest {
  readonly editionId: string
  readonly step: StepName
  readonly input: StepInput
}

export interface Outcome {
  /** The new edition after a revision, else the same. */
  readonly editionId: string
  readonly documentId: string
  readonly title: string
  readonly state: State
  readonly indexNumber: string | null
}

export async function takeStep(tx: Tx, by: By, { editionId, step, input }: StepRequest): Promise<Ruling<Outcome>> {
  const edition = await lockEdition(tx, by.actor, editionId)
  if (!edition) return refused('not-found')
  const { facts, review } = await knownOf(tx, edition, by)

  const ruling = judgeStep(step, facts, handAt(by.actor, edition), input)
  if (!ruling.ok) return ruling

  const done = await carryOut(tx, by, { edition, review }, step, input, ruling.value)
  if (!done.ok) return done
  await tellOfStep(tx, by, edition, step, done.value.state)
  return done
}

const detailOf = (input: StepInput, by: By, step: StepName): Record<string, unknown> => ({
  ...(input.secrecy && { secrecy: { basis: input.secrecy.basis.trim(), conclusion: input.secrecy.conclusion } }),
  ...(input.units && { unitIds: input.units.unitIds, question: input.units.question }),
  ...(input.answer && { answer: input.answer }),
  ...(input.time && { time: input.time.toISOString() }),
  ...(input.reach && step === 'publish-internally' && { reach: input.reach }),
  ...(input.reason && { reason: input.reason }),
  ...(input.paper && { paper: input.paper }),
  ...(input.referral && step === 'refer' && { referral: input.referral }),
  ...(input.referralAnswer && step === 'record-referral-answer' && { referralAnswer: { ...input.referralAnswer, answers: undefined } }),
  ...(input.urgent && step === 'submit-urgent' && { urgent: input.urgent }),
  ...(input.decision && { decision: input.decision }),
  ...(step === 'urge' && { day: by.today }),
})

interface Held {
  readonly edition: Edition
  readonly review: Review
}

async function carryOut(tx: Tx, by: By, { edition, review }: Held, step: StepName, input: StepInput, { from, to, grant }: Taken): Promise<Ruling<Outcome>> {
  const { editionId, documentId, title, unitId } = edition
  const outcome: Outcome = { editionId, documentId, title, state: to, indexNumber: null }
  if (step === 'publish') {
    // The rules have seen that the secrecy review was passed.
    const published = await publishEdition(tx, by, { edition, grant, secrecyReviewed: true })
    return published.ok ? granted({ ...outcome, indexNumber: published.value.indexNumber }) : published
  }
  if (step === 'publish-internally') {
    const shown = await publishInternally(tx, by, edition, grant, input.reach ?? 'unit')
    if (!shown.ok) return shown
  } else if (step === 'withdraw-internally') await withdrawInternally(tx, by, edition)
  else if (step === 'withdraw') {
    const withdrawn = await withdrawEdition(tx, by, edition, input.reason as WithdrawalReason)
    if (!withdrawn.ok) return withdrawn
  } else if (to !== from) await moveEdition(tx, editionId, { to, at: by.at, newRound: stepRows[step].begins === true })

  await keepReview(tx, by, { edition, step, input, grant, review })
  // what stays inside is looked at again in a year (ogi-2019/18)
  if (step === 'file') await oweReexamination(tx, by, { documentId, unitId, sectionId: edition.sectionId, title })
  if (step === 'schedule') await setSchedule(tx, editionId, input.time ?? null)
  if (step === 'unschedule') await setSchedule(tx, editionId, null)
  const nextId = step === 'revise' ? await reviseEdition(tx, by, edition) : editionId

  await recordStep(tx, {
    editionId,
    documentId,
    unitId,
    step,
    from,
    to,
    by: by.actor,
    role: grant.role,
    onBehalfOf: input.paper && step === 'record-paper-signature' ? input.paper.signerId : grant.onBehalfOf,
    at: by.at,
    opinion: input.opinion,
    detail: {
      ...detailOf(input, by, step),
      ...(step === 'revise' && { editionId: nextId }),
      ...(step === 'answer-confirmation' && { unitId: grant.unitId }),
      ...actedFor(edition, grant),
    },
  })
  if (step === 'answer-confirmation') return granted({ ...outcome, state: await answerConfirmation(tx, by, edition, grant, input) })
  if (step === 'overrule-confirmation') return granted({ ...outcome, state: await goOnWhenSettled(tx, by, edition, grant) })
  return granted({ ...outcome, editionId: nextId, state: step === 'revise' ? 'draft' : to })
}
