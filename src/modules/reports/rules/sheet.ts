// A report as it stands: cells of its form and text of its parts. Output, checks, sums and references in the text all read this shape.
import type { Day } from '../../../kernel/day.ts'
import type { Generation } from '../law/forms/shape.ts'
import type { ReportOrigin, ReportScope, ReportState, RoundKind } from '../law/states.ts'

/** What stands in one cell. Not applicable, empty and 0 are three things; a figure of money is in 万元. */
export type CellValue =
  | { readonly stands: 'figure'; readonly figure: number }
  | { readonly stands: 'change'; readonly words: string }
  | { readonly stands: 'not-applicable' }
  | { readonly stands: 'blank' }

export interface SheetCell {
  readonly value: CellValue
  /** What the system counted when it filled the cell; null where it does not know this figure. */
  readonly counted: number | null
  /** Why it stands otherwise than counted, or where a typed figure comes from. */
  readonly reason: string
  /** Who typed it; null where the system filled it. */
  readonly byName: string | null
  readonly changedAt: Date
}

/** A figure in `body` is a reference to a cell: 受理{newReceived.total}件. Paragraphs are lines. */
export interface SheetPart {
  readonly ordinal: number
  readonly title: string
  readonly body: string
}

export interface ReportSheet {
  readonly id: string
  readonly roundId: string | null
  readonly kind: RoundKind
  readonly year: number
  readonly unitId: string
  readonly unitName: string
  readonly scope: ReportScope
  /** Null: a summary has no form. */
  readonly generation: Generation | null
  readonly origin: ReportOrigin
  readonly state: ReportState
  readonly handInBy: Day | null
  readonly publishBy: Day | null
  readonly signedByName: string | null
  readonly signedOn: Day | null
  readonly sealedOn: Day | null
  readonly documentId: string | null
  readonly version: number
  /** By key of the form (`keyOf`); what is not there is empty. */
  readonly cells: ReadonlyMap<string, SheetCell>
  readonly parts: readonly SheetPart[]
}

/** The figure for sums: not applicable and empty count as nothing. */
export const figureOf = (value: CellValue | undefined): number => (value?.stands === 'figure' ? value.figure : 0)
