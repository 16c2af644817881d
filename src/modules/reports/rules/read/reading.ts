// A report as the checks look at it: who, which year, which form, its cells, its paragraphs in one way of writing, and what its other tables count.
import type { Day } from '../../../../kernel/day.ts'
import type { TextBlock } from '../../../../kernel/text-block.ts'
import type { Form, Generation } from '../../law/forms/shape.ts'
import type { Cell } from './cell.ts'
import type { Figure } from './figures.ts'
import type { ReadTable } from './form-cells.ts'

export interface Paragraph {
  /** As people count: 正文第3段. */
  readonly place: string
  readonly written: string
  /** In canonical writing. */
  readonly text: string
  readonly origin: readonly number[]
  readonly figures: readonly Figure[]
  /** Longer than any paragraph of a report: only its beginning was read. */
  readonly cut: boolean
  /** A first-level heading: 一、 or marked as one by the file. */
  readonly heading: boolean
}

/** Text and tables in their order, for what stands under a heading. */
export type Piece = { readonly paragraph: number } | { readonly table: true }

/** A counted row of a table that no form knows: key fields, lists of an office's own. */
export interface CountedRow {
  readonly label: string
  readonly value: number
  readonly place: string
  /** Empty where none stands beside the figure. */
  readonly unit: string
}

export interface Reading {
  readonly title: string
  readonly unit: string | null
  readonly year: number | null
  readonly generation: Generation | null
  /** Whether it is the report that the law orders, and no summary of work. */
  readonly yearly: boolean
  readonly form: Form | null
  readonly cells: ReadonlyMap<string, Cell>
  readonly tables: readonly ReadTable[]
  readonly countedRows: readonly CountedRow[]
  readonly paragraphs: readonly Paragraph[]
  readonly pieces: readonly Piece[]
  readonly publishedOn: Day | null
  readonly signedOn: Day | null
}

/** What the readers of files say of a report, before it is understood. */
export interface ReportText {
  /** As read from the file. */
  readonly raw: readonly TextBlock[]
  /** Lines joined, title and signature taken off. */
  readonly body: readonly TextBlock[]
  readonly title: string
  readonly signedBy: string | null
  readonly signedOn: Day | null
  readonly publishedOn: Day | null
}
