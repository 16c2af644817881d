// How well the detectors do over the corpus: precision and recall of each kind, counted place by place, across all cases of all kinds.
import { corpus } from '../corpus/corpus.ts'
import { usual, type Case, type Kind, type Setting } from '../corpus/shape.ts'
import { kinds } from '../law/kinds.ts'
import { usualMasks } from '../law/masks.ts'
import type { StartingWord } from '../law/starting-word.ts'
import { startingWords } from '../law/wrong-words.ts'
import { cleanHtml } from '../../../platform/html/clean.ts'
import { assess } from './assess.ts'
import { subjectOf } from './subject-of.ts'
import type { OwnUnit, WrongWord } from './subject.ts'

export interface Score {
  readonly kind: Kind
  readonly title: string
  readonly wrong: number
  readonly right: number
  readonly precision: number
  readonly recall: number
}

const asKept = ({ wrong, right, except = [], severity }: StartingWord): WrongWord => ({ wrong, right, except, severity: severity ?? 'warning' })

export const usualWords: readonly WrongWord[] = startingWords.map(asKept)

/** One list for all cases of a unit, as in use: patterns are made once for it. */
const neighbours = new Map<string, readonly OwnUnit[]>()

function neighboursOf(unitName: string): readonly OwnUnit[] {
  const known = neighbours.get(unitName)
  if (known) return known
  const made = usual.otherUnits.filter((name) => name !== unitName).map((name) => ({ name, shortName: name.replace('青岚县', '县') }))
  neighbours.set(unitName, made)
  return made
}

const asHtml = (text: string): string => (text.startsWith('<') ? text : text.split('\n').map((line) => `<p>${line}</p>`).join('')) // prettier-ignore

/** What all checks together find in one case of the corpus. */
export function foundIn(text: string, setting: Setting = {}): { readonly kind: string; readonly match: string }[] {
  const { documents } = usual
  const of = { ...usual, ...setting }
  const subject = subjectOf(
    {
      unitName: of.unitName,
      title: of.title,
      kind: of.kind,
      columnIds: of.columnIds,
      summary: '',
      documentNumber: setting.documentNumber ?? null,
      sourceUrl: setting.sourceUrl ?? null,
      draftedOn: null,
      bodyHtml: cleanHtml(asHtml(text)),
      attachments: [],
    },
    {
      unit: { name: of.unitName, shortName: of.unitName.replace('青岚县', '县') },
      otherUnits: neighboursOf(of.unitName),
      leaders: setting.leaders ?? usual.leaders,
      words: usualWords,
      documents: new Map(Object.entries(documents)),
    },
  )
  return assess(subject, usualMasks).map(({ kind, match }) => ({ kind, match }))
}

export interface Miss {
  readonly kind: string
  readonly match: string
  readonly text: string
  readonly fault: 'missed' | 'false alarm'
}

/** Every place of the corpus where the checks and the corpus disagree, and the count of those where they agree. */
export function tried(): { readonly scores: readonly Score[]; readonly misses: readonly Miss[] } {
  const agreed = new Map<string, number>()
  const misses: Miss[] = []
  const weigh = (kind: Kind, [text, finds, setting]: Case): void => {
    const left = [...finds]
    for (const found of foundIn(text, setting)) {
      const at = found.kind === kind ? left.indexOf(found.match) : -1
      if (at < 0) misses.push({ ...found, text, fault: 'false alarm' })
      else {
        left.splice(at, 1)
        agreed.set(kind, (agreed.get(kind) ?? 0) + 1)
      }
    }
    for (const match of left) misses.push({ kind, match, text, fault: 'missed' })
  }
  for (const { kind, wrong, right } of corpus) {
    for (const one of wrong) weigh(kind, one)
    for (const one of right) weigh(kind, typeof one === 'string' ? [one, []] : [one[0], [], one[1]])
  }
  const scores = corpus.map(({ kind, wrong, right }) => {
    const good = agreed.get(kind) ?? 0
    const count = (fault: Miss['fault']): number => misses.filter((miss) => miss.kind === kind && miss.fault === fault).length
    return {
      kind,
      title: kinds[kind],
      wrong: wrong.length,
      right: right.length,
      precision: good / Math.max(1, good + count('false alarm')),
      recall: good / Math.max(1, good + count('missed')),
    }
  })
  return { scores, misses }
}
