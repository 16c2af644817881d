// The text of a report as it is kept, a paragraph a line with its references in braces, and as the editor holds it.
import type { JSONContent } from '@tiptap/core'
import { parseText, printExpression, printText, readExpression, type Piece } from '../../src/kernel/references.ts'

function nodeOf(piece: Piece): JSONContent {
  if (piece.kind === 'text') return { type: 'text', text: piece.text }
  return { type: 'reference', attrs: { source: piece.kind === 'reference' ? printExpression(piece.expression) : piece.written } }
}

export const paragraphOf = (line: string): JSONContent => {
  const content = parseText(line).map(nodeOf)
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }
}

export const documentOf = (source: string): JSONContent => ({ type: 'doc', content: source.split('\n').map(paragraphOf) })

function pieceOf({ type, text = '', attrs }: JSONContent): Piece[] {
  if (type === 'text') return [{ kind: 'text', text }]
  if (type !== 'reference') return []
  const source = String(attrs?.['source'] ?? '')
  const expression = readExpression(source)
  return [expression ? { kind: 'reference', expression } : { kind: 'broken', written: source }]
}

/** Every line; a line break within a paragraph is none. */
export const sourceOf = (document: JSONContent): string =>
  (document.content ?? []).map(({ content = [] }) => printText(content.flatMap(pieceOf)).replaceAll('\n', '')).join('\n')
