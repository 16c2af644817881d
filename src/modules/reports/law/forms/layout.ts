// How a form is printed: every head with its spans, and which cell stands where. Word, PDF, page and workbook are all made from it.
import type { Generation } from './shape.ts'

/** Words of the form, or a cell of it. A row may begin with a title of a group that reaches down. */
export type PrintedCell =
  | { readonly words: string; readonly head: 'column' | 'row' | 'section' | 'none'; readonly across?: number; readonly down?: number }
  | { readonly key: string; readonly across?: number }

export interface PrintedTable {
  /** Of the table of the form. */
  readonly key: string
  /** Shares of the width, a number a column. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly PrintedCell[])[]
  /** Rows at the top that are printed again on each page. */
  readonly headRows: number
}

export interface Layout {
  readonly generation: Generation
  /** After which part each table stands, by its place among the parts; `after`: behind the whole text. */
  readonly tables: readonly { readonly table: PrintedTable; readonly part: number | 'after' }[]
  /** Labels below the sheet, to be filled by whoever signs it. */
  readonly footer: readonly string[]
}

export const columnHead = (words: string, across = 1, down = 1): PrintedCell => ({ words, head: 'column', across, down })
export const rowHead = (words: string, across = 1, down = 1): PrintedCell => ({ words, head: 'row', across, down })
export const sectionHead = (words: string, across: number): PrintedCell => ({ words, head: 'section', across })
export const plainWords = (words: string, across = 1, down = 1): PrintedCell => ({ words, head: 'none', across, down })
