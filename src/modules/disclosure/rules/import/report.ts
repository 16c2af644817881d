// What an import tells about a file: what it recognised, what is doubtful, what was lost and what it left out.
import { findingSentences, type FindingCode } from './sentences.ts'

export interface Finding {
  readonly code: string
  readonly field: string | null
  readonly quote: string
  readonly sentence: string
}

export interface ImportStructure {
  readonly headings: number
  readonly paragraphs: number
  readonly tables: number
  readonly lists: number
  readonly pictures: number
  readonly characters: number
  readonly joinedLines: number
  readonly outline: readonly { readonly level: number; readonly text: string }[]
}

export interface ImportReport {
  readonly outcome: 'draft' | 'attachment-only' | 'refused'
  readonly refusal: { readonly code: string; readonly sentence: string } | null
  readonly file: {
    readonly name: string
    readonly bytes: number
    readonly sha256: string
    readonly format: string
    readonly encoding: string | null
    readonly pages: number | null
    readonly hasText: boolean
  }
  readonly title: string
  readonly draftedOn: string | null
  readonly documentNumber: string | null
  readonly signedBy: string | null
  readonly fields: readonly { readonly name: string; readonly label: string; readonly value: string }[]
  readonly structure: ImportStructure
  readonly recognised: readonly Finding[]
  readonly doubtful: readonly Finding[]
  readonly lost: readonly Finding[]
  readonly dropped: readonly Finding[]
}

export const noStructure: ImportStructure = {
  headings: 0,
  paragraphs: 0,
  tables: 0,
  lists: 0,
  pictures: 0,
  characters: 0,
  joinedLines: 0,
  outline: [],
}

export type FindingKind = 'recognised' | 'doubtful' | 'lost' | 'dropped'

/** Findings by kind, as the steps of an import collect them. */
export type Findings = Record<FindingKind, Finding[]>

export const noFindings = (): Findings => ({ recognised: [], doubtful: [], lost: [], dropped: [] })

const longestQuote = 60

export const shortened = (text: string, longest = longestQuote): string => {
  const letters = [...text.replace(/\s+/g, ' ').trim()]
  return letters.length <= longest ? letters.join('') : `${letters.slice(0, longest - 1).join('')}…`
}

/** A finding with its sentence; `facts` fill the `{names}` of the sentence. */
export function finding(code: FindingCode, quote: string, options: { field?: string; facts?: Readonly<Record<string, string | number>> } = {}): Finding {
  const facts: Readonly<Record<string, string | number>> = { quote: shortened(quote, 30), ...options.facts }
  return {
    code,
    field: options.field ?? null,
    quote: shortened(quote),
    sentence: findingSentences[code].replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole)),
  }
}
