// What a step is judged by: found out by queries, weighed by the rules, so that no rule reads a clock or a database.
import type { Grant } from '../../../kernel/actor.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import type { Action } from '../../access/law/permissions.ts'
import type { DisclosureMode } from '../law/metadata.ts'
import type { SecrecyConclusion } from '../law/secrecy.ts'
import type { State } from '../law/states.ts'

/** What somebody fills in for a step; which parts are asked for stands in the step's row. */
export interface StepInput {
  readonly opinion: string
  readonly secrecy?: { readonly basis: string; readonly conclusion: SecrecyConclusion } | undefined
  readonly units?: { readonly unitIds: readonly string[]; readonly question: string } | undefined
  readonly answer?: 'agreed' | 'objected' | undefined
  readonly time?: Date | undefined
  readonly reason?: string | undefined
  readonly paper?: { readonly attachmentId: string; readonly day: string; readonly signerId: string } | undefined
}

export interface EditionFacts {
  readonly state: State
  readonly unitId: string
  /** Who wrote it and who submitted it: they never approve it. */
  readonly authorIds: readonly string[]
  /** Who has signed this sheet since it was last submitted, for themselves or through somebody standing in. */
  readonly signerIds: readonly string[]
  readonly lookedAt: boolean
  readonly important: boolean
  readonly disclosureMode: DisclosureMode
  /** What the metadata still lack. */
  readonly findings: readonly Refusal[]
  /** What the release gate would say; empty where it would let it pass, or was not asked. */
  readonly gateFindings: readonly Refusal[]
  /** A secrecy review that lets it out has been signed since the last submission. */
  readonly secrecyPassed: boolean
  readonly confirmations: readonly { readonly unitId: string; readonly answer: 'agreed' | 'objected' | null }[]
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
