// What is asked of the search, and what it answers.
import type { Segment } from './snippet.ts'

export interface SearchQuestion {
  /** As typed; empty to list everything that the filters leave. */
  readonly text: string
  /** The unit and every unit below it. */
  readonly unitId?: string
  /** The column and every column below it. */
  readonly columnId?: string
  /** A class, or a class and its leaf: `综合政务`, `综合政务\政务公开`. */
  readonly theme?: string
  readonly kind?: string
  readonly year?: number
  readonly validity?: string
  readonly sort?: 'best' | 'newest'
  /** At most 100; 20 where it is left out. */
  readonly size?: number
  /** From the page before. */
  readonly cursor?: string
}

export interface SearchHit {
  readonly documentId: string
  readonly title: readonly Segment[]
  readonly snippet: readonly Segment[]
  /** The attachment that the snippet was taken from. */
  readonly inAttachment: string | null
  readonly unitId: string
  readonly unitName: string
  readonly indexNumber: string
  readonly documentNumber: string | null
  readonly kind: string
  readonly theme: string | null
  readonly validity: string
  readonly draftedOn: string | null
  readonly listedAt: Date
  /** Found by its index number or document number. */
  readonly exact: boolean
}

export interface FacetValue {
  readonly value: string
  readonly label: string
  readonly count: number
}

export interface Facets {
  readonly units: readonly FacetValue[]
  readonly themes: readonly FacetValue[]
  readonly kinds: readonly FacetValue[]
  readonly years: readonly FacetValue[]
  readonly validities: readonly FacetValue[]
}

export interface Suggestions {
  /** Questions that would find something. */
  readonly questions: readonly string[]
  readonly titles: readonly { readonly documentId: string; readonly title: string }[]
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[]
  readonly total: number
  /** False: there are about so many, too many to count. */
  readonly totalIsExact: boolean
  /** Counted over all hits, or, where there are too many, over the newest. */
  readonly facets: Facets
  /** Undefined on the last page. */
  readonly next: string | undefined
  /** Where nothing was found. */
  readonly suggestions: Suggestions | undefined
}

/** Where a page ends: the rank of its last hit, its time with microseconds, its document. */
export interface SearchCursor {
  readonly rank: number
  readonly at: string
  readonly id: string
}

export const writeSearchCursor = ({ rank, at, id }: SearchCursor): string => Buffer.from(JSON.stringify([rank, at, id])).toString('base64url')

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const instant = /^\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/

/** Undefined where somebody made it up: then the first page is shown. */
export function readSearchCursor(text: string | undefined): SearchCursor | undefined {
  if (text === undefined || text.length > 300) return undefined
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (!Array.isArray(read)) return undefined
    const [rank, at, id] = read as unknown[]
    return typeof rank === 'number' && Number.isInteger(rank) && typeof at === 'string' && instant.test(at) && typeof id === 'string' && uuid.test(id)
      ? { rank, at, id }
      : undefined
  } catch {
    return undefined
  }
}
