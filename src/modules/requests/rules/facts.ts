// What a step is judged by, and what somebody fills in for it. Facts are folded from the steps; no rule reads a clock or a database.
import type { Grant } from '../../../kernel/actor.ts'
import type { Calendar } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Action } from '../../access/law/permissions.ts'
import type { ChannelName } from '../law/channels.ts'
import type { FeeMethod } from '../law/fees.ts'
import type { OutcomeFact, OutcomeName, WithholdingGround } from '../law/outcomes.ts'
import type { ServiceWayName } from '../law/service.ts'
import type { State } from '../law/states.ts'
import type { StepName } from '../law/steps.ts'

export interface GivenOutcome {
  readonly name: OutcomeName
  readonly facts: Partial<Readonly<Record<OutcomeFact, string>>>
  /** By which grounds the withheld parts of a partial disclosure are withheld. */
  readonly withheldUnder: readonly WithholdingGround[]
}

/** Which parts are asked for stands in the row of the step. */
export interface StepInput {
  readonly text: string
  readonly day?: Day | undefined
  readonly until?: Day | undefined
  readonly channel?: ChannelName | undefined
  /** With the application: agreed to be served electronically. */
  readonly agreed?: true | undefined
  readonly assignee?: { readonly sectionId: string | null; readonly accountId: string | null } | undefined
  /** Of the requests of the month the `nth` and those after it; of pages always from the first. */
  readonly fee?: { readonly method: FeeMethod; readonly nth: number; readonly units: number } | undefined
  readonly payment?: { readonly receipt: string } | undefined
  readonly extension?: { readonly days: number; readonly consentBy: string } | undefined
  readonly other?: { readonly name: string } | undefined
  /** Number of the consultation within the application, from 1. */
  readonly consultation?: number | undefined
  readonly opinion?: 'agreed' | 'objected' | undefined
  readonly outcome?: GivenOutcome | undefined
  /** With the draft: the unit then wanted the legality reviewed before signing. */
  readonly legality?: true | undefined
  readonly number?: string | undefined
  /** Number of the application that it is handled with. */
  readonly lead?: string | undefined
  /** Numbers of the applications that were parted from it. */
  readonly parts?: readonly string[] | undefined
  /** Number of the application that it was parted from. */
  readonly origin?: string | undefined
  readonly service?: { readonly way: ServiceWayName; readonly proof: string; readonly consent: boolean } | undefined
}

/** A step as it was taken; the order is that of taking. */
export interface TakenStep {
  readonly step: StepName
  /** The day on which it was entered. */
  readonly on: Day
  /** Null where the applicant did it. */
  readonly by: string | null
  /** The absent person who was stood in for. */
  readonly onBehalfOf?: string | null
  readonly input: StepInput
}

export interface Consultation {
  readonly number: number
  readonly kind: 'third-party' | 'co-maker'
  readonly name: string
  readonly sentOn: Day
  readonly receivedOn: Day | null
  readonly answeredOn: Day | null
  readonly opinion: 'agreed' | 'objected' | 'silent' | null
}

/** A file that goes out with the answer (随附文件). */
export interface Enclosure {
  readonly name: string
  /** A copy without the passages that are withheld. */
  readonly redacted: boolean
  /** In whose words it holds nothing that is withheld; empty where nobody said so. */
  readonly declaration: string
}

export interface CaseFacts {
  readonly state: State
  readonly channel: ChannelName | null
  readonly arrivedOn: Day | null
  readonly receivedOn: Day | null
  readonly correction: { readonly askedOn: Day; readonly until: Day; readonly receivedOn: Day | null } | null
  readonly reasons: { readonly askedOn: Day; readonly until: Day; readonly given: boolean; readonly settled: boolean } | null
  readonly fee: { readonly notifiedOn: Day; readonly receivedOn: Day | null; readonly method: FeeMethod; readonly nth: number; readonly units: number; readonly yuan: number; readonly paidOn: Day | null } | null
  readonly consultations: readonly Consultation[]
  readonly extension: { readonly on: Day; readonly days: number; readonly consentBy: string } | null
  readonly deferredTo: Day | null
  /** Since when the applicant agrees to be served electronically. */
  readonly agreedOn: Day | null
  /** How often further material came. */
  readonly materials: number
  /** Days on which the term for the reply began anew. */
  readonly restarts: readonly Day[]
  readonly outcome: GivenOutcome | null
  /** Who drafted an answer, and whom they stood in for: they never approve it. */
  readonly drafterIds: readonly string[]
  /** The legality review that the draft owes before it is signed; null where the unit wanted none at the time. */
  readonly legality: 'owed' | 'passed' | null
  readonly service: { readonly way: ServiceWayName; readonly on: Day } | null
  readonly replyNumber: string | null
  /** Number of the application that it is handled with (并案). */
  readonly joinedTo: string | null
  /** The day that decides whether it was answered in time, and in which year it is counted. */
  readonly concludedOn: Day | null
  /** The newest day of the course of the application; what comes after cannot be earlier. */
  readonly lastDay: Day | null
  /** Rows of their own, which no step folds. */
  readonly enclosures: readonly Enclosure[]
} // prettier-ignore

/** By which calendar, on which day. */
export interface Now {
  readonly today: Day
  readonly calendar: Calendar
}

/** The acting person with the grant that each action would use here; `applicant` acts from the progress page. */
export interface Hand {
  readonly accountId: string | null
  readonly grantFor: (action: Action) => Grant | undefined
}

/** From the progress page: no right is asked for, only what the workflow lets an applicant do. */
export const applicantHand: Hand = { accountId: null, grantFor: () => undefined }
