// Joins what two people did to the same draft since both last agreed: field by field, and the text paragraph by paragraph.
import { diffArrays } from 'diff'
import type { EditionContent } from '../../src/modules/disclosure/http/contract.ts'

export type Field = keyof EditionContent

export interface Conflict {
  readonly field: Field
  readonly mine: unknown
  readonly theirs: unknown
}

export interface Merged {
  readonly content: EditionContent
  /** Fields in which the other's change was taken over. */
  readonly taken: readonly Field[]
  /** Fields that both changed, each in their own way: a person must choose. `content` holds mine there. */
  readonly conflicts: readonly Conflict[]
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

interface Hunk {
  readonly start: number
  readonly end: number
  readonly lines: readonly string[]
}

function hunksOf(before: readonly string[], after: readonly string[]): Hunk[] {
  const hunks: Hunk[] = []
  let at = 0
  let open: { start: number; end: number; lines: string[] } | null = null
  for (const part of diffArrays([...before], [...after])) {
    if (!part.added && !part.removed) {
      if (open) hunks.push(open)
      open = null
      at += part.value.length
      continue
    }
    open ??= { start: at, end: at, lines: [] }
    if (part.added) open.lines.push(...part.value)
    else {
      at += part.value.length
      open.end = at
    }
  }
  if (open) hunks.push(open)
  return hunks
}

const touch = (a: Hunk, b: Hunk): boolean => a.start <= b.end && b.start <= a.end

/** The paragraphs with both changes, or null where both touched the same place differently. */
export function mergeParagraphs(before: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] | null {
  const own = hunksOf(before, mine)
  const other = hunksOf(before, theirs).filter((hunk) => !own.some((one) => same(one, hunk)))
  if (other.some((hunk) => own.some((one) => touch(one, hunk)))) return null
  const result = [...before]
  for (const hunk of [...own, ...other].toSorted((a, b) => b.start - a.start || b.end - a.end)) result.splice(hunk.start, hunk.end - hunk.start, ...hunk.lines)
  return result
}

export interface Sides {
  /** What I have now, and what I had when both agreed. */
  readonly mine: EditionContent
  readonly mineBefore: EditionContent
  /** What is stored now, and what was stored when both agreed. */
  readonly theirs: EditionContent
  readonly theirsBefore: EditionContent
  readonly paragraphsOf: (html: string) => string[]
}

export function mergeContents(sides: Sides): Merged {
  const { mine, mineBefore, theirs, theirsBefore, paragraphsOf } = sides
  const content: Record<string, unknown> = { ...mine }
  const taken: Field[] = []
  const conflicts: Conflict[] = []
  for (const field of Object.keys(mine) as Field[]) {
    const iChanged = !same(mine[field], mineBefore[field])
    const theyChanged = !same(theirs[field], theirsBefore[field])
    if (!theyChanged || same(mine[field], theirs[field])) continue
    if (!iChanged) {
      content[field] = theirs[field]
      taken.push(field)
      continue
    }
    const joined = field === 'bodyHtml' ? mergeParagraphs(paragraphsOf(mineBefore.bodyHtml), paragraphsOf(mine.bodyHtml), paragraphsOf(theirs.bodyHtml)) : null
    if (joined) {
      content[field] = joined.join('')
      taken.push(field)
    } else conflicts.push({ field, mine: mine[field], theirs: theirs[field] })
  }
  return { content: content as unknown as EditionContent, taken, conflicts }
}
