// What the detectors look at: the words of a text with their places, its tables, links and pictures, and what the office knows around it.
import type { Day } from '../../../kernel/day.ts'

/** One paragraph, heading, list item or cell; offsets count in `text`. */
export interface Piece {
  /** Field of the edition, or `attachments.<id>`. */
  readonly field: string
  /** For people: 正文第3段. */
  readonly place: string
  readonly text: string
  /** The same letters in half width, one for one, so that offsets hold. */
  readonly plain: string
  /** Heading of its column and first cell of its row, where it is a cell. */
  readonly context: string
  /** A line within a paragraph or cell: what stood before it may go on in it. */
  readonly goesOn?: true
}

export interface TableCell {
  readonly text: string
  /** Index of its piece, or -1 where it continues a merged cell. */
  readonly piece: number
}

export interface SubjectTable {
  /** For people: 正文表2, 附件“收支.xlsx”工作表“汇总” */
  readonly place: string
  readonly field: string
  readonly rows: readonly (readonly TableCell[])[]
  /** The number that each row has where it stands. */
  readonly numbers: readonly number[]
}

export interface WrongWord {
  readonly wrong: string
  readonly right: string
  /** Surroundings in which the letters are right: they contain them. */
  readonly except: readonly string[]
  readonly severity: 'error' | 'warning' | 'remark'
}

export interface OwnUnit {
  readonly name: string
  readonly shortName: string
}

export interface Leader {
  readonly name: string
  readonly titles: readonly string[]
}

export type LinkStanding = 'public' | 'withdrawn'

/** What does not stand in the text itself. */
export interface Surroundings {
  readonly unit: OwnUnit
  readonly otherUnits: readonly OwnUnit[]
  readonly leaders: readonly Leader[]
  readonly words: readonly WrongWord[]
  /** Documents of this site that the text links to, by id; what is not in it does not exist. */
  readonly documents: ReadonlyMap<string, LinkStanding>
}

export interface Subject extends Surroundings {
  readonly pieces: readonly Piece[]
  readonly tables: readonly SubjectTable[]
  readonly links: readonly { readonly href: string; readonly text: string; readonly place: string }[]
  readonly pictures: readonly { readonly src: string; readonly alt: string; readonly place: string }[]
  readonly metadata: {
    readonly title: string
    readonly kind: string
    readonly unitName: string
    readonly columns: number
    readonly attachments: number
    readonly reprint: boolean
    readonly draftedOn: Day | null
  }
}

/** What a detector has met; the place is a piece with an offset, or words where it is none. */
export interface Hit<Code extends string = string> {
  readonly code: Code
  readonly piece?: number
  readonly at?: number
  readonly match: string
  readonly field?: string
  readonly place?: string
  /** What should stand there instead. */
  readonly suggestion?: string
  /** The match goes on in the next line, where masking does not reach. */
  readonly broken?: true
  /** What a waiver is bound to, where the sentence around the match does not say it. */
  readonly about?: string
  readonly facts?: Readonly<Record<string, string | number>>
}

const halfWidth = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)

/** Full-width digits and Latin letters as half-width ones, one for one. */
export const plainOf = (text: string): string => text.replaceAll(/[０-９Ａ-Ｚａ-ｚ]/g, halfWidth).replaceAll('－', '-')

export const pieceOf = (field: string, place: string, text: string, context = '', goesOn = false): Piece => ({
  field,
  place,
  text,
  plain: plainOf(text),
  context,
  ...(goesOn && { goesOn }),
})

/** What stands shortly before an offset, with the heading of the column. */
export const before = (piece: Piece, at: number, letters = 14): string => `${piece.context} ${piece.plain.slice(Math.max(0, at - letters), at)}`
