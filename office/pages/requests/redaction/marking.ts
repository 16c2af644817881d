// What is marked for removal on the screen, how it is found in a text again, and what a person has selected.
import type { RedactionBody } from '../../../../src/modules/requests/http/file-contract.ts'
import type { WithholdingGround } from '../../../../src/modules/requests/law/outcomes.ts'

export type Mark = RedactionBody['marks'][number]['mark']

/** One line of the list at the side. */
export interface Marked {
  readonly key: string
  readonly ground: WithholdingGround
  /** What the person sees it as. */
  readonly words: string
  /** A place; without it the words are removed wherever they stand. */
  readonly mark: Mark | null
}

export interface Range {
  readonly from: number
  readonly to: number
}

/** Places of the words in a text. */
function placesOf(words: string, text: string): Range[] {
  if (words === '') return []
  let at = 0
  return text
    .split(words)
    .slice(0, -1)
    .map((before) => {
      const from = at + before.length
      at = from + words.length
      return { from, to: at }
    })
}

/** What a paragraph loses: its own marks, and every other place of the same words. */
export function rangesIn(text: string, paragraph: number, marked: readonly Marked[]): Range[] {
  const all = marked.flatMap(({ mark, words }): Range[] => {
    if (mark === null) return placesOf(words, text)
    if (mark.in !== 'paragraph') return []
    return mark.paragraph === paragraph ? [mark] : placesOf(words, text)
  })
  const joined: Range[] = []
  for (const range of all.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && range.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    else joined.push({ from: range.from, to: range.to })
  }
  return joined
}

const lettersUpTo = (paragraph: HTMLElement, node: Node, offset: number): number => {
  const range = document.createRange()
  range.selectNodeContents(paragraph)
  range.setEnd(node, offset)
  return range.toString().length
}

export interface Chosen extends Range {
  readonly paragraph: number
  readonly words: string
}

/** What is selected inside `root`, paragraph by paragraph. */
export function chosenIn(root: HTMLElement): Chosen[] {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return []
  const range = selection.getRangeAt(0)
  return [...root.querySelectorAll<HTMLElement>('[data-paragraph]')].flatMap((paragraph) => {
    if (!range.intersectsNode(paragraph)) return []
    const text = paragraph.textContent ?? ''
    const from = paragraph.contains(range.startContainer) ? lettersUpTo(paragraph, range.startContainer, range.startOffset) : 0
    const to = paragraph.contains(range.endContainer) ? lettersUpTo(paragraph, range.endContainer, range.endOffset) : text.length
    const words = text.slice(from, to)
    return words.trim() === '' ? [] : [{ paragraph: Number(paragraph.dataset['paragraph']), from, to, words }]
  })
}
