// A published text as the rules that make other forms of it read it. Nothing is invented: what is not here is not said.
import type { Day } from '../../../../kernel/day.ts'

interface Run {
  readonly text: string
  readonly bold?: boolean
}

interface Cell {
  readonly runs: readonly Run[]
  readonly head: boolean
  readonly columns: number
  readonly rows: number
}

export type TextPart =
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly align: 'left' | 'center' | 'right' }
  | { readonly kind: 'item'; readonly runs: readonly Run[]; readonly mark: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] }

export interface PublishedText {
  readonly title: string
  readonly documentNumber: string | null
  readonly unitName: string
  readonly indexNumber: string
  readonly publishedOn: Day
  readonly summary: string
  readonly parts: readonly TextPart[]
  readonly attachments: readonly string[]
  /** Where the public reads it. */
  readonly address: string
}

export const textOf = (runs: readonly Run[]): string =>
  runs
    .map((run) => run.text)
    .join('')
    .trim()

const salutation = /^[^。；！？]{2,80}：$/

/** Whole sentences of running text, in order: no salutation, heading, signature or table. */
export function runningText({ parts }: Pick<PublishedText, 'parts'>): string {
  return parts
    .flatMap((part) => (part.kind === 'item' || (part.kind === 'paragraph' && part.align === 'left') ? [textOf(part.runs)] : []))
    .filter((text) => text !== '' && !salutation.test(text) && /[。；！？]/.test(text))
    .join('')
}
