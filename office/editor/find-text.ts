// Finds in the editor what the gate found in the saved text: the same letters, counted in the same order.
import type { Editor } from '@tiptap/core'

export interface TextRange {
  readonly from: number
  readonly to: number
}

/** The `nth` place, from 0, where the letters of `match` stand; cells and paragraphs in the order of the document. */
export function rangeOf(editor: Editor, match: string, nth: number): TextRange | undefined {
  const found: TextRange[] = []
  if (match === '') return undefined
  editor.state.doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    // Every leaf counts as one letter, so that offsets are positions.
    const parts = node.textBetween(0, node.content.size, undefined, '\n').split(match)
    let at = position + 1
    for (const part of parts.slice(0, -1)) {
      at += part.length
      found.push({ from: at, to: at + match.length })
      at += match.length
    }
    return false
  })
  return found[nth]
}

/** Where a picture or a link with this address stands. */
export function rangeOfAddress(editor: Editor, address: string): TextRange | undefined {
  let found: TextRange | undefined
  editor.state.doc.descendants((node, position) => {
    const linked = node.marks.some((mark) => mark.type.name === 'link' && (mark.attrs['href'] ?? '') === address)
    if (!found && (linked || (node.type.name === 'image' && node.attrs['src'] === address))) found = { from: position, to: position + node.nodeSize }
    return !found
  })
  return found
}

/** Marks it and brings it before the eyes. */
export function show(editor: Editor, range: TextRange): void {
  editor.chain().focus().setTextSelection(range).scrollIntoView().run()
  const { node } = editor.view.domAtPos(range.from)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center', behavior: 'smooth' })
}

/** Puts other letters in the place of some, keeping how they look; the last place first, so that the others stay where they are. */
export function replaceAll(editor: Editor, changes: readonly { readonly match: string; readonly nth: number; readonly by: string }[]): number {
  const ranges = changes.flatMap(({ match, nth, by }) => {
    const range = rangeOf(editor, match, nth)
    return range ? [{ ...range, by }] : []
  })
  const { tr } = editor.state
  for (const { from, to, by } of ranges.toSorted((a, b) => b.from - a.from)) tr.insertText(by, from, to)
  if (ranges.length > 0) editor.view.dispatch(tr)
  return ranges.length
}
