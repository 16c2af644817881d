// A text on its way to paper: what Word and PDF are made from.
export interface Sheet {
  readonly title: string
  /** 发文字号, below the title; empty where there is none. */
  readonly number: string
  /** Name of the agency as red head above a line (版头). */
  readonly redHead?: string
  /** Label and value, above the text. */
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly blocks: readonly Block[]
  /** Names of attachments. */
  readonly attachments: readonly string[]
  /** Lines at the end: where it came from, how to check it. */
  readonly foot: readonly string[]
}

/** A sheet for the wall: with its code to scan, as SVG. */
export interface WallSheet extends Sheet {
  readonly qr: string
  readonly paper: 'a3' | 'a2'
}

export interface Run {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  /** Begins a line of its own. */
  readonly newLine?: boolean
}

export interface Cell {
  readonly runs: readonly Run[]
  readonly head: boolean
  readonly columns: number
  readonly rows: number
  readonly align?: Align
}

export type Align = 'left' | 'center' | 'right'

/** What a text is made of. */
export type WrittenBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  /** `kai`: a second-level line （一）, which the official layout sets in 楷体. */
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly align: Align; readonly indent: boolean; readonly style: 'plain' | 'hei' | 'kai' }
  | { readonly kind: 'item'; readonly runs: readonly Run[]; readonly mark: string; readonly depth: number }
  /** `widths`: shares of the width, one a column; equal where left out. `headRows`: rows that each page prints again. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[]; readonly widths?: readonly number[]; readonly headRows?: number }

/** A chart is drawn where paper takes vectors; Word, whose readers ask for the text, leaves it out. */
export type Block = WrittenBlock | { readonly kind: 'chart'; readonly svg: string }

export const textOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')
