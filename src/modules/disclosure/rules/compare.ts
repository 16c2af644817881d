// What changed between two editions: field by field, and the text paragraph by paragraph.
import { diffArrays, diffChars } from 'diff'
import { disclosureModes, fieldTitles, validities, type ContentField } from '../law/metadata.ts'
import type { EditionContent } from './content.ts'

interface Part {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

export interface ComparedParagraph {
  readonly kind: 'same' | 'added' | 'removed' | 'changed'
  readonly text: string
  readonly parts: readonly Part[]
}

/** Two paragraphs are one that was changed where at least this part of their letters is common. */
const alike = 0.4

const partsOf = (before: string, after: string): Part[] =>
  diffChars(before, after).map((change) => ({ kind: change.added ? 'added' : change.removed ? 'removed' : 'same', text: change.value }))

const likeness = (parts: readonly Part[], before: string, after: string): number => {
  const common = parts.filter((part) => part.kind === 'same').reduce((letters, part) => letters + part.text.length, 0)
  return common / Math.max(before.length, after.length, 1)
}

function replaced(removed: readonly string[], added: readonly string[]): ComparedParagraph[] {
  const found: ComparedParagraph[] = []
  const pairs = Math.max(removed.length, added.length)
  for (let at = 0; at < pairs; at++) {
    const [before, after] = [removed[at], added[at]]
    if (before !== undefined && after !== undefined) {
      const parts = partsOf(before, after)
      if (likeness(parts, before, after) >= alike) {
        found.push({ kind: 'changed', text: after, parts })
        continue
      }
    }
    if (before !== undefined) found.push({ kind: 'removed', text: before, parts: [] })
    if (after !== undefined) found.push({ kind: 'added', text: after, parts: [] })
  }
  return found
}

const paragraphsOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

export function compareTexts(before: string, after: string): ComparedParagraph[] {
  const found: ComparedParagraph[] = []
  let removed: readonly string[] = []
  for (const change of diffArrays(paragraphsOf(before), paragraphsOf(after))) {
    if (change.removed) {
      removed = change.value
      continue
    }
    if (change.added) found.push(...replaced(removed, change.value))
    else found.push(...replaced(removed, []), ...change.value.map((text) => ({ kind: 'same', text, parts: [] }) as const))
    removed = []
  }
  return [...found, ...replaced(removed, [])]
}

const shown = (content: EditionContent, field: ContentField): string => {
  const value = content[field]
  if (field === 'validity') return validities[content.validity]
  if (field === 'disclosureMode') return disclosureModes[content.disclosureMode]
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'string' ? value : value.join('、')
}

export interface ComparedField {
  readonly field: ContentField
  readonly title: string
  readonly before: string
  readonly after: string
}

/** Fields of the form that differ; `names` puts columns and documents into words. */
export function compareFields(before: EditionContent, after: EditionContent, names: ReadonlyMap<string, string>): ComparedField[] {
  const named = (text: string): string =>
    text
      .split('、')
      .map((one) => names.get(one) ?? one)
      .join('、')
  return (Object.keys(fieldTitles) as ContentField[])
    .filter((field) => field !== 'bodyHtml' && field !== 'changeNote' && shown(before, field) !== shown(after, field))
    .map((field) => ({ field, title: fieldTitles[field], before: named(shown(before, field)), after: named(shown(after, field)) }))
}
