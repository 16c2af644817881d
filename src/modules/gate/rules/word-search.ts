// Chooses among the wrong words for the list, and tries them on a text.
import { severities, type Severity } from '../law/kinds.ts'
import { wrongWords } from './detect/wording.ts'
import { pieceOf, type WrongWord } from './subject.ts'
import type { ListedWord } from './word-list.ts'

export interface WordQuestion {
  readonly q?: string | undefined
  readonly severity?: Severity | undefined
  readonly origin?: 'starting' | 'own' | 'ended' | undefined
  readonly sort?: 'wrong' | '-wrong' | 'changedAt' | '-changedAt' | 'severity' | '-severity' | undefined
}

const grave = Object.keys(severities)

const compare: Readonly<Record<string, (a: ListedWord, b: ListedWord) => number>> = {
  wrong: (a, b) => a.wrong.localeCompare(b.wrong, 'zh'),
  changedAt: (a, b) => (a.changedAt?.getTime() ?? 0) - (b.changedAt?.getTime() ?? 0),
  severity: (a, b) => grave.indexOf(a.severity) - grave.indexOf(b.severity),
}

export function chosenWords(words: readonly ListedWord[], { q = '', severity, origin, sort = '-changedAt' }: WordQuestion): ListedWord[] {
  const by = compare[sort.replace('-', '')] ?? (() => 0)
  const turn = sort.startsWith('-') ? -1 : 1
  return words
    .filter((word) => q === '' || word.wrong.includes(q) || word.right.includes(q) || word.note.includes(q))
    .filter((word) => severity === undefined || word.severity === severity)
    .filter((word) => (origin === 'ended' ? word.ended : !word.ended && (origin === undefined || word.starting === (origin === 'starting'))))
    .toSorted((a, b) => turn * by(a, b) || a.wrong.localeCompare(b.wrong, 'zh'))
}

const around = 12
const mostTold = 200
const severityOf = { 'grave-word': 'error', 'wrong-word': 'warning', 'word-remark': 'remark' } as const

export function tryWords(words: readonly WrongWord[], text: string): { match: string; suggestion: string; severity: Severity; excerpt: string }[] {
  const pieces = text.split('\n').map((line) => pieceOf('bodyHtml', '', line))
  return [...wrongWords({ pieces, words })].slice(0, mostTold).map(({ code, match, suggestion = '', piece = 0, at = 0 }) => ({
    match,
    suggestion,
    severity: severityOf[code],
    excerpt: pieces[piece]?.text.slice(Math.max(0, at - around), at + match.length + around) ?? '',
  }))
}
