// Which relation does a text suggest to each document that it names? A guess, which only a person can make true.
import type { RelationKindName } from '../../publication/law/relation-kinds.ts'
import { relationSigns } from '../law/relation-signs.ts'

export interface Named {
  readonly documentId: string
  readonly title: string
  readonly documentNumber: string | null
  readonly written: readonly string[]
}

export interface Proposal extends Named {
  readonly kind: RelationKindName
  /** The words that suggest it. */
  readonly because: string
}

const sentenceEnd = /(?<=[。；！？\n])/u
const longestReason = 80

const shortened = (sentence: string): string => (sentence.length <= longestReason ? sentence : `${sentence.slice(0, longestReason - 1)}…`)

/** Brackets differ between a number as it was written and as the standard asks for: only its characters count. */
const bare = (text: string): string => text.replaceAll(/[\s〔〕[\]［］【】()（）]/gu, '')

export function proposalsOf(text: { readonly title: string; readonly bodyText: string }, named: readonly Named[]): Proposal[] {
  const sentences = text.bodyText.split(sentenceEnd).map((sentence) => sentence.trim())
  const holding = (one: Named): string | undefined => sentences.find((sentence) => one.written.some((name) => bare(sentence).includes(bare(name))))
  const inTitle = named.filter((one) => one.written.some((name) => text.title.includes(name)) || text.title.includes(one.title))
  const meant = inTitle.length > 0 ? inTitle : named.slice(0, 1)
  return relationSigns.flatMap(({ kind, inTitle: titled, inSentence }): Proposal[] => {
    if (titled) {
      if (!titled.test(text.title)) return []
      return (kind === 'cleans' ? named : meant).map((one) => ({ ...one, kind, because: text.title }))
    }
    return named.flatMap((one) => {
      const sentence = holding(one)
      return sentence !== undefined && inSentence?.test(sentence) ? [{ ...one, kind, because: shortened(sentence) }] : []
    })
  })
}
