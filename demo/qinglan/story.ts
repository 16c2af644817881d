// One document of the town: what it says, when it was made, and what became of it.
import type { Day } from '../../src/kernel/day.ts'
import type { InterpretationForm, RelationKindName } from '../../src/modules/publication/law/relation-kinds.ts'
import type { DocumentKind } from '../../src/law/document-kinds.ts'
import type { UnitKey } from './cast/units.ts'

export interface StoryFile {
  readonly name: string
  readonly make: () => Promise<Uint8Array>
}

export interface Story {
  /** Unique; other stories name it. */
  readonly key: string
  readonly unit: UnitKey
  readonly title: string
  readonly kind: DocumentKind
  /** First and second level of 主题分类. */
  readonly theme: readonly [string, string]
  /** Slugs of columns. */
  readonly columns: readonly string[]
  readonly keywords: readonly string[]
  readonly summary?: string
  readonly number?: string
  readonly draftedOn: Day
  /** Left out: the day of drafting or the working days after it. */
  readonly publishedOn?: Day
  readonly effectiveOn?: Day
  readonly expiresOn?: Day
  readonly body: string
  readonly important?: boolean
  /** For the staff alone. */
  readonly inside?: boolean
  readonly files?: readonly StoryFile[]
  /** A later edition: other words, another validity, or both. */
  readonly revision?: {
    readonly on: Day
    readonly note: string
    readonly body: string
    readonly validity?: 'amended' | 'expired' | 'repealed'
    /** Key of the document that took its place. */
    readonly replacedBy?: string
  }
  /** How it belongs with documents that were published before it; one of the ends is this one. */
  readonly relations?: readonly {
    readonly kind: RelationKindName
    readonly from?: string
    readonly to?: string
    readonly form?: InterpretationForm
    readonly period?: readonly [from: Day, to: Day]
    readonly shortReason?: string
  }[]
  readonly withdrawal?: { readonly on: Day; readonly reason: 'wrong-content' | 'duplicate' | 'penalty-changed' | 'personal-privacy'; readonly note: string }
}
