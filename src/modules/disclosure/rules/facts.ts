// What a step is judged by: found out by queries, weighed by the rules, so that no rule reads a clock or a database.
import type { Grant } from '../../../kernel/actor.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import type { Action } from '../../access/law/permissions.ts'
import type { InternalReach } from '../law/internal-reach.ts'
import type { DisclosureMode } from '../law/metadata.ts'
import type { SecrecyConclusion } from '../law/secrecy.ts'
import type { ReferralAddressee } from '../law/referral.ts'
import type { State } from '../law/states.ts'
import type { Answers, GivenAnswer } from './review/answers.ts'

/** What somebody fills in for a step; which parts are asked for stands in the step's row. */
export interface StepInput {
  readonly opinion: string
  readonly secrecy?: { readonly basis: string; readonly conclusion: SecrecyConclusion } | undefined
  readonly units?: { readonly unitIds: readonly string[]; readonly question: string } | undefined
  readonly answer?: 'agreed' | 'objected' | undefined
  readonly time?: Date | undefined
  readonly reason?: string | undefined
  readonly reach?: InternalReach | undefined
  readonly paper?: { readonly attachmentId: string; readonly day: string; readonly signerId: string } | undefined
  /** Answers to the questions of the sheet, given with this step. */
  readonly review?: readonly GivenAnswer[] | undefined
  /** Units that the text names and that need not be asked, each with the reason. */
  readonly struck?: readonly { readonly unitId: string; readonly reason: string }[] | undefined
  readonly referral?: { readonly kind: ReferralAddressee; readonly addressee: string; readonly matter: string } | undefined
  readonly referralAnswer?:
    | { readonly day: string; readonly answeredBy: string; readonly document: string; readonly answers: readonly GivenAnswer[] }
    | undefined
  readonly decision?: { readonly unitId: string } | undefined
  readonly urgent?: { readonly reason: string; readonly orderedBy: string } | undefined
  /** The full sheet signed on paper that follows an urgent release. */
  readonly sheet?: { readonly attachmentId: string } | undefined
}

export interface ConfirmationFacts {
  readonly unitId: string
  readonly answer: 'agreed' | 'objected' | null
  /** What the disclosure office ruled. */
  readonly decided?: 'release' | 'change' | null
  /** Silence has been brought before the disclosure office. */
  readonly escalated?: boolean
}

/** What the record of the review says. */
export interface ReviewFacts {
  /** The newest answer of each question on this sheet. */
  readonly answers: Answers
  /** Units named by the text that were neither asked nor struck. */
  readonly proposals: readonly { readonly unitId: string; readonly unitName: string }[]
  readonly sectionReviews: boolean
  readonly urgent: boolean
  /** An urgent release whose paper has not followed. */
  readonly paperOwed: boolean
  /** Readings still to be marked; null where the unit marks none. */
  readonly proofsLeft: number | null
  /** Where the edition is referred: the questions that were asked. */
  readonly referredQuestions: readonly string[]
}

export interface EditionFacts {
  readonly state: State
  readonly unitId: string
  /** Who wrote it and who submitted it: they never approve it. */
  readonly authorIds: readonly string[]
  /** Who has signed this sheet since it was last submitted, for themselves or through somebody standing in. */
  readonly signerIds: readonly string[]
  readonly lookedAt: boolean
  /** The main leader signs: an important matter, or a unit that reviews with four levels; never an urgent one. */
  readonly important: boolean
  readonly disclosureMode: DisclosureMode
  /** What the metadata still lack. */
  readonly findings: readonly Refusal[]
  /** What the release gate would say; empty where it would let it pass, or was not asked. */
  readonly gateFindings: readonly Refusal[]
  /** A secrecy review that lets it out has been signed since the last submission. */
  readonly secrecyPassed: boolean
  readonly confirmations: readonly ConfirmationFacts[]
  readonly review: ReviewFacts
  /** It is the text that the public sees. */
  readonly isLive: boolean
  /** Some edition of the document is public. */
  readonly documentIsLive: boolean
  readonly editionInWork: boolean
  readonly scheduled: boolean
  readonly urgedToday: boolean
  readonly unitHasStaff: boolean
  /** Ids of the sheets signed on paper that were scanned and attached. */
  readonly signedSheetIds: readonly string[]
  /** Who could have signed on paper: they hold the right, did not write it and have not signed yet. */
  readonly paperSignerIds: readonly string[]
  readonly now: Date
  readonly today: string
}

/** The acting person with the grant that each action would use here; undefined where they have none. */
export interface Hand {
  readonly accountId: string
  readonly grantFor: (action: Action) => Grant | undefined
}
