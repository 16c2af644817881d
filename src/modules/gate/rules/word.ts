// What a wrong word must be, and how a list of them is read from a table.
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { severities, type Severity } from '../law/kinds.ts'
import type { ListedWord } from './word-list.ts'

export type KeptWord = Pick<ListedWord, 'wrong' | 'right' | 'except' | 'severity' | 'note' | 'ended'>

const shortest = 2
const longest = 20

export function judgeWord(word: KeptWord): Ruling<KeptWord> {
  const foreign = word.except.find((exception) => !exception.includes(word.wrong))
  const reasons: Refusal[] = []
  if (word.wrong.length < shortest || word.wrong.length > longest) reasons.push({ code: 'word-length', field: 'wrong' })
  if (word.right.trim() === '') reasons.push({ code: 'word-right-missing', field: 'right' })
  if (word.right === word.wrong) reasons.push({ code: 'word-says-nothing', field: 'right' })
  if (foreign !== undefined) reasons.push({ code: 'word-exception-foreign', field: 'except', facts: { exception: foreign, wrong: word.wrong } })
  return reasons.length > 0 ? refused(...reasons) : granted(word)
}

export const wordHeadings = ['错误写法', '正确写法', '例外', '程度', '备注'] as const

export const cellsOf = (word: KeptWord): string[] => [word.wrong, word.right, word.except.join('、'), severities[word.severity], word.note]

const severityCalled = (title: string): Severity =>
  (Object.keys(severities) as Severity[]).find((severity) => severities[severity] === title.trim()) ?? 'warning'

export interface ReadRow {
  /** As the table counts, the head being the first. */
  readonly row: number
  readonly word: KeptWord
}

/** The rows below the head 错误写法, 正确写法 …, in whatever order its columns stand; undefined where there is no such head. */
export function readWords(rows: readonly (readonly string[])[]): readonly ReadRow[] | undefined {
  const head = rows.findIndex((row) => row.some((cell) => cell.trim() === wordHeadings[0]) && row.some((cell) => cell.trim() === wordHeadings[1]))
  if (head < 0) return undefined
  const titles = (rows[head] ?? []).map((cell) => cell.trim())
  const columns = wordHeadings.map((heading) => titles.indexOf(heading))
  return rows.slice(head + 1).flatMap((row, at) => {
    const [wrong = '', right = '', except = '', severity = '', note = ''] = columns.map((column) => (row[column] ?? '').replace(/^'(?=[=+@-])/, '').trim())
    if (wrong === '' || wrong === wordHeadings[0]) return []
    const exceptions = [...new Set(except.split(/[、，,;；]/).map((one) => one.trim()).filter((one) => one !== ''))] // prettier-ignore
    return [{ row: head + at + 2, word: { wrong, right, except: exceptions, severity: severityCalled(severity), note: note.slice(0, 200), ended: false } }]
  })
}

const same = (a: KeptWord, b: KeptWord): boolean =>
  a.right === b.right && a.severity === b.severity && a.note === b.note && a.ended === b.ended && a.except.join('\n') === b.except.join('\n')

export interface WordDifferences {
  readonly added: readonly KeptWord[]
  readonly changed: readonly KeptWord[]
  readonly same: number
  readonly refused: readonly { readonly row: number; readonly wrong: string; readonly refusal: Refusal }[]
}

/** What a list would change; the last row of a word counts. */
export function wordDifferences(known: readonly ListedWord[], read: readonly ReadRow[]): WordDifferences {
  const standing = new Map(known.map((word) => [word.wrong, word]))
  const refusals = read.flatMap(({ row, word }) => {
    const ruling = judgeWord(word)
    return ruling.ok ? [] : ruling.refusals.slice(0, 1).map((refusal) => ({ row, wrong: word.wrong, refusal }))
  })
  const good = new Map(read.filter(({ word }) => judgeWord(word).ok).map(({ word }) => [word.wrong, word]))
  const words = [...good.values()]
  const changed = words.filter((word) => {
    const before = standing.get(word.wrong)
    return before !== undefined && !same(before, word)
  })
  const added = words.filter((word) => !standing.has(word.wrong))
  return { added, changed, same: words.length - added.length - changed.length, refused: refusals }
}
