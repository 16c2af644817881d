// What an applicant sees of their application: where it is, by when an answer is owed and why, what happened, what they can do. No names but the office's.
import type { Calendar } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/day.ts'
import { dayReason } from '../../../law/ledger-words.ts'
import { shownSteps } from '../law/applicant-steps.ts'
import { letterRows, type LetterKind } from '../law/letters.ts'
import { outcomes } from '../law/outcomes.ts'
import { serviceWays, type ServiceWayName } from '../law/service.ts'
import { states } from '../law/states.ts'
import { stepRows, type StepName } from '../law/steps.ts'
import { awaitedOf, replyDue } from './clock.ts'
import { applicantHand, type TakenStep } from './facts.ts'
import { factsOf } from './fold.ts'
import { notesOf } from './notes.ts'
import { stepsFrom } from './take-step.ts'

/** A file that came with the answer; `sha256` is its name in the store. */
export interface ServedFile {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

export interface ApplicantView {
  /** Asks for the correction of a record (ogi-2019/41), not for information. */
  readonly correction?: true
  readonly number: string
  readonly subject: string
  readonly unitName: string
  readonly arrivedOn: Day
  readonly receivedOn: Day | null
  readonly state: string
  readonly words: string
  readonly dueOn: Day | null
  readonly provisional: boolean
  readonly ledger: readonly { readonly day: Day; readonly counted: boolean; readonly why: string }[]
  readonly awaitedUntil: Day | null
  readonly outcome: string | null
  readonly reply: { readonly number: string | null; readonly on: Day } | null
  /** Given here where the answer was served electronically; on paper they came with it. */
  readonly files: readonly ServedFile[]
  readonly events: readonly { readonly on: Day; readonly title: string; readonly text: string; readonly notes: readonly string[] }[]
  /** What was served, newest first; views that were kept before there were letters have none. */
  readonly letters?: readonly ShownLetter[]
  /** What the applicant can do now. */
  readonly open: readonly { readonly step: StepName; readonly title: string; readonly ask: string }[]
}

/** A letter as it is read and printed. */
export interface ShownLetter {
  readonly id: string
  readonly title: string
  readonly number: string
  readonly unitName: string
  readonly paragraphs: readonly string[]
  readonly addressee: string
  readonly issuedOn: Day
  readonly servedOn: Day
  readonly way: string
  readonly replaced: boolean
}

export interface ServedLetter {
  readonly id: string
  readonly kind: LetterKind
  readonly number: string
  readonly unitName: string
  readonly addressee: string
  readonly body: string
  readonly remedy: string | null
  readonly contact: string
  readonly issuedOn: Day
  readonly servedOn: Day
  readonly way: ServiceWayName
  readonly replaced: boolean
}

/** Letters to others, who are asked for their opinion, are not the applicant's to read. */
const shownLetters = (served: readonly ServedLetter[]): ShownLetter[] =>
  served
    .filter(({ kind }) => letterRows[kind].to === 'applicant')
    .map(({ kind, body, remedy, contact, way, ...rest }) => ({
      ...rest,
      title: letterRows[kind].title,
      paragraphs: [...body.split('\n'), ...(remedy ? [remedy] : []), contact],
      way: serviceWays[way].title,
    }))

export interface ShownBy {
  readonly number: string
  readonly subject: string
  readonly unitName: string
  readonly arrivedOn: Day
}

export function applicantView(
  { number, subject, unitName, arrivedOn }: ShownBy,
  taken: readonly TakenStep[],
  calendar: Calendar,
  enclosed: readonly ServedFile[] = [],
  served: readonly ServedLetter[] = [],
): ApplicantView {
  const facts = factsOf(taken)
  const { state, receivedOn, outcome, concludedOn, replyNumber } = facts
  const due = replyDue(facts, calendar)
  // A draft is nobody's answer yet.
  const given = concludedOn ? outcome : null
  // What is open to an applicant asks for no day but that of the Regulation, which is known since the arrival.
  const open = stepsFrom(facts, applicantHand, { today: arrivedOn, calendar }).filter(({ refusals }) => refusals.length === 0)
  return {
    number,
    subject,
    unitName,
    arrivedOn,
    receivedOn,
    state: states[state].title,
    words: states[state].forApplicant,
    dueOn: due?.due ?? null,
    provisional: due?.provisional ?? false,
    ledger: (due?.days ?? []).map((one) => ({ day: one.day, counted: one.counted, why: dayReason(one) })),
    awaitedUntil: state === 'consulting' ? null : (awaitedOf(facts, calendar)?.until ?? null),
    outcome: given ? outcomes[given.name].title : null,
    reply: given && concludedOn ? { number: replyNumber, on: concludedOn } : null,
    files: facts.service?.way === 'electronic' ? enclosed.map(({ id, name, bytes, sha256 }) => ({ id, name, bytes, sha256 })) : [],
    events: taken.flatMap((one) => {
      const shown = shownSteps[one.step]
      if (!shown) return []
      return [{ on: one.input.day ?? one.on, title: shown.title, text: shown.text ? one.input.text : '', notes: shown.notes ? notesOf(one) : [] }]
    }),
    letters: shownLetters(served),
    open: open.map(({ name }) => ({ step: name, title: stepRows[name].title, ask: shownSteps[name]?.ask ?? '' })),
  }
}

/** Days that came from the ledger, counted ones alone, for the sentence above it. */
export const countedDays = ({ ledger }: Pick<ApplicantView, 'ledger'>): number => ledger.filter(({ counted }) => counted).length
