// The sheet that goes round: what has been done since the last submission, who signed, and what the secrecy review said.
import { stepRows, type StepName } from '../law/steps.ts'

export interface TakenStep {
  readonly step: StepName
  readonly byAccountId: string
  readonly onBehalfOf: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

export interface Sheet<Step extends TakenStep = TakenStep> {
  /** From the last submission on. */
  readonly round: readonly Step[]
  readonly submittedBy: string | null
  readonly signerIds: readonly string[]
  readonly secrecyPassed: boolean
}

/** A signature recorded from paper is that of the leader who signed, not of who recorded it. */
const signersOf = (step: TakenStep): string[] => {
  if (!stepRows[step.step].signature) return []
  if (step.step === 'record-paper-signature') return step.onBehalfOf === null ? [] : [step.onBehalfOf]
  return step.onBehalfOf === null ? [step.byAccountId] : [step.byAccountId, step.onBehalfOf]
}

/** `history` in the order in which it happened. */
export function sheetOf<Step extends TakenStep>(history: readonly Step[]): Sheet<Step> {
  const start = history.findLastIndex((taken) => stepRows[taken.step]?.begins === true)
  const round = start < 0 ? [] : history.slice(start)
  return {
    round,
    submittedBy: round[0]?.byAccountId ?? null,
    signerIds: [...new Set(round.flatMap(signersOf))],
    secrecyPassed: round.some((taken) => taken.step === 'pass-secrecy' || taken.step === 'ask-confirmation'),
  }
}
