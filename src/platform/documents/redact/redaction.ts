// What a redaction is asked for, and what it answers: new bytes with the checks that were made on them, or why nothing may be served.
/** Paragraphs, pages and pictures are counted from 0, in the order in which `viewOf` tells them. */
export type Mark =
  | { readonly in: 'paragraph'; readonly paragraph: number; readonly from: number; readonly to: number }
  | { readonly in: 'page'; readonly page: number; readonly from: number; readonly to: number }
  | { readonly in: 'area'; readonly page: number; readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
  | { readonly in: 'picture'; readonly picture: number }

export interface RedactionOrder {
  readonly marks: readonly Mark[]
  /** Removed wherever they stand, however they are spaced or written. What a mark covers is removed everywhere too. */
  readonly texts: readonly string[]
}

export type NotRedacted =
  | 'nothing-marked'
  | 'mark-outside'
  | 'unsupported'
  | 'encrypted'
  | 'broken'
  | 'too-expanded'
  | 'unsafe-xml'
  | 'too-deep'
  | 'too-large'
  | 'too-many-pages'
  | 'page-too-large'
  | 'too-slow'
  /** The result still holds something of it, or could not be read again in every part. */
  | 'remains'
  | 'part-unreadable'

/** Where something of a removed passage is left; never what. */
export interface Remain {
  readonly place: string
  readonly what: 'whole' | 'part'
  /** Which of the removed strings. */
  readonly removed: number
}

export interface RedactionReport {
  readonly removed: readonly string[]
  /** Boxes drawn. */
  readonly boxes: number
  /** Kinds of things that did not come along. */
  readonly dropped: readonly string[]
  readonly checks: readonly string[]
  /** What no program can vouch for: pictures, and pages that are pictures; a person has to look at them. */
  readonly toLookAt: readonly string[]
}

export type RedactionResult =
  | { readonly as: 'redacted'; readonly bytes: Uint8Array; readonly name: string; readonly report: RedactionReport }
  | { readonly as: 'refused'; readonly code: NotRedacted; readonly remains: readonly Remain[] }

export const refusedRedaction = (code: NotRedacted, remains: readonly Remain[] = []): RedactionResult => ({ as: 'refused', code, remains })

/** What a person marks in. */
export type RedactionView =
  | { readonly as: 'paragraphs'; readonly paragraphs: readonly { readonly place: string; readonly text: string }[]; readonly pictures: number }
  | { readonly as: 'pages'; readonly pages: readonly ViewPage[] }
  | { readonly as: 'refused'; readonly code: NotRedacted }

export interface ViewPage {
  readonly width: number
  readonly height: number
  readonly text: string
  /** Four numbers for each letter of the text: left, top, right, bottom; zeros where a letter is a break. */
  readonly boxes: readonly number[]
}

/** Always as wide, whatever it hides. */
export const box = '████'

export class Refused extends Error {
  readonly code: NotRedacted
  constructor(code: NotRedacted) {
    super(code)
    this.code = code
  }
}
