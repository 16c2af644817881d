// Texts that are not finished, and words that are wrong.
import { emptyTexts, mayHold, placeholderPatterns } from '../../law/placeholders.ts'
import { wordingPatterns } from '../../law/wording-patterns.ts'
import type { Hit, Subject, WrongWord } from '../subject.ts'

export function* placeholders({ pieces }: Subject): Generator<Hit<'placeholder-text'>> {
  const body = pieces.flatMap((piece, index) => (piece.field === 'bodyHtml' ? [index] : []))
  const only = body.length === 1 ? body[0] : undefined
  for (const [index, piece] of pieces.entries()) {
    if (emptyTexts.has(piece.text) && (index === only || piece.field === 'title')) yield { code: 'placeholder-text', piece: index, at: 0, match: piece.text }
    else if (mayHold.test(piece.text))
      for (const pattern of placeholderPatterns)
        for (const { 0: match, index: at } of piece.text.matchAll(pattern)) yield { code: 'placeholder-text', piece: index, at, match }
  }
}

const wordCodes = { error: 'grave-word', warning: 'wrong-word', remark: 'word-remark' } as const

/** Words by their first letter, so that a text is walked once however many words there are. */
const indexes = new WeakMap<readonly WrongWord[], ReadonlyMap<string, readonly WrongWord[]>>()

function byFirstLetter(words: readonly WrongWord[]): ReadonlyMap<string, readonly WrongWord[]> {
  const known = indexes.get(words)
  if (known) return known
  const index = new Map<string, WrongWord[]>()
  for (const word of words.toSorted((a, b) => b.wrong.length - a.wrong.length)) {
    const first = word.wrong.charAt(0)
    index.set(first, [...(index.get(first) ?? []), word])
  }
  indexes.set(words, index)
  return index
}

/** The letters are part of a run in which they are right. */
function excepted(text: string, at: number, { wrong, except }: WrongWord): boolean {
  return except.some((surroundings) => {
    for (let from = surroundings.indexOf(wrong); from >= 0; from = surroundings.indexOf(wrong, from + 1))
      if (text.startsWith(surroundings, at - from)) return true
    return false
  })
}

export function* wrongWords({ pieces, words: all }: Pick<Subject, 'pieces' | 'words'>): Generator<Hit<(typeof wordCodes)[keyof typeof wordCodes]>> {
  const index = byFirstLetter(all)
  for (const [number, piece] of pieces.entries()) {
    const { text } = piece
    for (let at = 0; at < text.length; at += 1) {
      const words = index.get(text.charAt(at))
      if (!words) continue
      const word = words.find((one) => one.wrong.charCodeAt(1) === text.charCodeAt(at + 1) && text.startsWith(one.wrong, at) && !excepted(text, at, one))
      if (!word) continue
      yield { code: wordCodes[word.severity], piece: number, at, match: word.wrong, suggestion: word.right }
      at += word.wrong.length - 1
    }
    let taken = -1
    for (const { pattern, suggestion, grave } of wordingPatterns)
      for (const { 0: match, index: at } of piece.plain.matchAll(pattern)) {
        if (at < taken) continue
        taken = at + match.length
        yield { code: grave ? 'grave-word' : 'wrong-word', piece: number, at, match: text.slice(at, taken), suggestion }
      }
  }
}
