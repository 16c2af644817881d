// What a person sees of the correction that they asked for: where it is, what happened, the letter. No names but the office's.
import type { Day } from '../../../kernel/day.ts'
import { shownSteps } from '../law/applicant-steps.ts'
import { recordLetter, recordResultRows, recordStates, recordStepRows } from '../law/record-corrections.ts'
import { serviceWays } from '../law/service.ts'
import type { ApplicantView } from './applicant-view.ts'
import { applicantHand } from './facts.ts'
import { recordFactsOf, recordStepsFrom, type TakenRecordStep } from './record-correction.ts'

export interface ShownRecord {
  readonly number: string
  readonly subject: string
  readonly unitName: string
  readonly receivedOn: Day
}

interface IssuedLetter {
  readonly id: string
  readonly number: string
  readonly unitName: string
  readonly addressee: string
  readonly body: string
  readonly contact: string
  readonly issuedOn: Day
}

export function recordView(
  { number, subject, unitName, receivedOn }: ShownRecord,
  taken: readonly TakenRecordStep[],
  letter: IssuedLetter | undefined,
): ApplicantView {
  const facts = recordFactsOf(taken)
  const { state, result, service, concludedOn } = facts
  const told = concludedOn !== null
  return {
    correction: true,
    number,
    subject,
    unitName,
    arrivedOn: receivedOn,
    receivedOn,
    state: recordStates[state].title,
    words: recordStates[state].forApplicant,
    dueOn: null,
    provisional: false,
    ledger: [],
    awaitedUntil: null,
    // A decision is nobody's before it is served.
    outcome: told && result ? recordResultRows[result].title : null,
    reply: told && letter ? { number: letter.number, on: concludedOn } : null,
    files: [],
    events: taken.flatMap(({ step, on, input }) => {
      const { shown } = recordStepRows[step]
      return shown ? [{ on: input.day ?? on, title: shown, text: '', notes: [] }] : []
    }),
    letters:
      letter && service
        ? [
            {
              id: letter.id,
              title: recordLetter.title,
              number: letter.number,
              unitName: letter.unitName,
              paragraphs: [...letter.body.split('\n'), letter.contact],
              addressee: letter.addressee,
              issuedOn: letter.issuedOn,
              servedOn: service.on,
              way: serviceWays[service.way].title,
              replaced: false,
            },
          ]
        : [],
    // A withdrawal asks for no day but that on which it comes, which is never before the receipt.
    open: recordStepsFrom(facts, applicantHand, receivedOn)
      .filter(({ name, refusals }) => name === 'withdraw' && refusals.length === 0)
      .map(() => ({ step: 'withdraw', title: recordStepRows.withdraw.title, ask: shownSteps.withdraw?.ask ?? '' })),
  }
}
