// Which of a unit's publications look like what was owed: words that the title shares with the entry.

export interface Candidate {
  readonly documentId: string
  readonly title: string
  readonly publishedOn: string
  /** It stands in a column of the entry. */
  readonly inColumn: boolean
}

export interface Proposal extends Candidate {
  /** 0 to 1. */
  readonly likeness: number
}

const pairs = (text: string): Set<string> => {
  const words = text.normalize('NFKC').replaceAll(/[\s\p{P}\d]/gu, '')
  return new Set(Array.from({ length: Math.max(words.length - 1, 0) }, (_, at) => words.slice(at, at + 2)))
}

/** The part of the entry's pairs that the title has: an entry's name is short, a title is long. */
export function likenessOf(title: string, entry: { readonly item1: string; readonly item2: string; readonly item3: string }): number {
  const name = pairs(`${entry.item2 || entry.item1} ${entry.item3}`)
  const had = pairs(title)
  return name.size === 0 ? 0 : [...name].filter((pair) => had.has(pair)).length / name.size
}

const enoughWithoutColumn = 0.34
const mostShown = 5

/** The likeliest first; what stands in no column of the entry must share words with it. */
export function proposalsOf(candidates: readonly Candidate[], entry: Parameters<typeof likenessOf>[1]): Proposal[] {
  return candidates
    .map((one) => ({ ...one, likeness: likenessOf(one.title, entry) }))
    .filter((one) => one.inColumn || one.likeness >= enoughWithoutColumn)
    .toSorted((a, b) => b.likeness + Number(b.inColumn) - (a.likeness + Number(a.inColumn)) || b.publishedOn.localeCompare(a.publishedOn))
    .slice(0, mostShown)
}
