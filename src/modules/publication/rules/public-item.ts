// What goes through the door, and what comes back.
import type { Day } from '../../../kernel/day.ts'
import type { PublishedReport } from '../../../law/published-report.ts'

export interface PublicAttachment {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly text: string
  readonly hasText: boolean
}

/** One piece of information as the public will see it. The index number and all times of publication are set by the door. */
export interface PublicItem {
  readonly documentId: string
  readonly unitId: string
  readonly unitName: string
  /** Organization code or unified credit code of the unit: front of the index number. */
  readonly frontCode: string
  readonly columnIds: readonly string[]
  readonly title: string
  readonly kind: string
  readonly theme: string | null
  readonly keywords: readonly string[]
  readonly summary: string
  readonly documentNumber: string | null
  readonly responsibleDepartment: string
  readonly source: string
  readonly sourceUrl: string | null
  readonly draftedOn: Day | null
  readonly effectiveOn: Day | null
  readonly expiresOn: Day | null
  readonly validity: 'valid' | 'amended' | 'expired' | 'repealed'
  /** Document id of what replaces it. */
  readonly replacedBy: string | null
  /** Already sanitized; cleaned once more at the door. */
  readonly bodyHtml: string
  readonly attachments: readonly PublicAttachment[]
  /** For the public change history; empty at first publication. */
  readonly changeNote: string
  /** Old stock: keeps its day, number and address. */
  readonly historic: { readonly originalPublishedOn: Day; readonly originalIndexNumber: string | null; readonly originalAddress: string | null } | null
  /** Somebody had applied for it (ogi-2019/44); of whom and by which application, nothing goes out. */
  readonly fromApplication?: true
  /** A yearly report: the figures that its tables show. */
  readonly report?: PublishedReport
}

/** What module gate found, bound to one exact content. */
export interface Verdict {
  readonly contentHash: string
  readonly passed: boolean
}

export interface Published {
  readonly documentId: string
  readonly indexNumber: string
  readonly revision: number
  readonly publishedAt: Date
  readonly registerEntryId: number
}

export type PublishRefusal =
  | 'verdict-missing'
  | 'verdict-of-other-content'
  | 'verdict-failed'
  | 'index-number-taken'
  | 'index-serial-exhausted'
  | 'withdrawn-before'
  | 'column-unknown'
  | 'column-of-other-line'
  | 'front-code-malformed'
  | 'not-published'
