// A report of the corpus: written by hand with what a careful person finds in it, and printed in any of the shapes in which reports come.
import type { FindingCode } from '../law/findings.ts'
import type { Generation } from '../law/forms/shape.ts'

export interface WideCell {
  readonly text: string
  readonly across?: number
  readonly down?: number
}

export type PaperCell = string | WideCell

export interface PaperTable {
  readonly rows: readonly (readonly PaperCell[])[]
}

/** `## ` opens a heading, `>> ` a line at the right, `- ` an item of a list; everything else is a paragraph. */
export type PaperBlock = string | PaperTable

export type PaperShape = 'html' | 'docx' | 'lines' | 'bars'

export const paperShapes: readonly PaperShape[] = ['html', 'docx', 'lines', 'bars']

/** The code, and the very figure or words in which the fault stands. */
export type Expected = readonly [FindingCode, string]

export interface Paper {
  readonly name: string
  readonly generation: Generation | null
  readonly year: number
  readonly unit: string
  readonly title: string
  readonly blocks: readonly PaperBlock[]
  /** As the page says it. */
  readonly publishedOn?: string
  /** Shapes in which it is told; all where it is not said. A blank cell cannot be seen where each cell is a line. */
  readonly shapes?: readonly PaperShape[]
  readonly finds: readonly Expected[]
}

/** A report as it came: the text of a file under its name. */
export interface RawPaper {
  readonly name: string
  readonly text: string
  readonly generation: Generation | null
  readonly year: number
  readonly unit: string
  readonly finds: readonly Expected[]
  /** What a careful person finds and the reader is known to miss. */
  readonly leaves?: readonly Expected[]
}
