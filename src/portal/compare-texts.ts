// Two texts of one document, paragraph by paragraph, with what was put in and what was taken out.
import { diffArrays, diffChars } from 'diff'

interface Piece {
  readonly text: string
  readonly change: 'same' | 'added' | 'removed'
}

/** One paragraph of the comparison. */
export type Line = readonly Piece[]

const longestCompared = 4000

/** Lines of the newer text with those of the older that are gone; changed lines character by character. */
export function compareTexts(older: string, newer: string): readonly Line[] {
  const parts = diffArrays(older.split('\n'), newer.split('\n'))
  const lines: Line[] = []
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index]
    const next = parts[index + 1]
    if (!part) continue
    if (part.removed && next?.added) {
      lines.push(...changedLines(part.value, next.value))
      index += 1
    } else {
      const change = part.added ? 'added' : part.removed ? 'removed' : 'same'
      lines.push(...part.value.map((text): Line => [{ text, change }]))
    }
  }
  return lines
}

function changedLines(removed: readonly string[], added: readonly string[]): Line[] {
  const count = Math.max(removed.length, added.length)
  return Array.from({ length: count }, (_, at): Line => {
    const [before, after] = [removed[at], added[at]]
    if (before === undefined) return [{ text: after ?? '', change: 'added' }]
    if (after === undefined) return [{ text: before, change: 'removed' }]
    if (before.length + after.length > longestCompared)
      return [
        { text: before, change: 'removed' },
        { text: after, change: 'added' },
      ]
    return diffChars(before, after).map((piece) => ({ text: piece.value, change: piece.added ? 'added' : piece.removed ? 'removed' : 'same' }))
  })
}

/** Whether nothing but the surroundings changed. */
export const isUnchanged = (lines: readonly Line[]): boolean => lines.every((line) => line.every((piece) => piece.change === 'same'))
