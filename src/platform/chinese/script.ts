// 简 and 繁: simplified script for searching, traditional script for readers who prefer it.
import { configs, from, to } from 'opencc-js/preset'
import { once } from '../../kernel/once.ts'
import { dictionaryMaker, replaced, segmentsOf, type Dictionary, type Entries } from './dictionary.ts'

type Convert = (text: string) => string

/** How OpenCC converts from one usage to another: what is made alike first, where the text is cut, and what then replaces the words of each part. */
interface Conversion {
  readonly normalizationChain?: readonly (readonly Entries[])[]
  readonly segmentation: Entries | readonly Entries[]
  readonly conversionChain: readonly (readonly Entries[])[]
}

type ConversionName = 's2hk' | 'tw2s' | 'hk2s'

function conversion(name: ConversionName): Convert {
  const { alike, words, steps } = dictionariesOf(name)
  const through = (chain: readonly Dictionary[], text: string): string => chain.reduce((sofar, dictionary) => replaced(dictionary, sofar), text)
  return (text) =>
    segmentsOf(words, through(alike, text))
      .map((part) => through(steps, part))
      .join('')
}

/** On its own, so that nothing which is only needed while they are made is kept with the conversion. */
function dictionariesOf(name: ConversionName): { alike: Dictionary[]; words: Dictionary; steps: Dictionary[] } {
  const of: Conversion | undefined = configs[name]
  if (!of) throw new Error(`OpenCC does not know ${name}`)
  const { normalizationChain = [], segmentation, conversionChain } = of
  const dictionaryOf = dictionaryMaker()
  return {
    alike: normalizationChain.map(dictionaryOf),
    words: dictionaryOf(typeof segmentation === 'string' ? [segmentation] : (segmentation as readonly Entries[])),
    steps: conversionChain.map(dictionaryOf),
  }
}

const simplifying = once(() => [conversion('tw2s'), conversion('hk2s')])
const convertToSimplified: Convert = (text) => simplifying().reduce((sofar, step) => step(sofar), text)

/** The left sides of dictionaries, which hold their pairs as `從 从|後 后`. */
function leftSides(dictionaries: unknown): string[] {
  if (typeof dictionaries === 'string') return dictionaries.split('|').map((pair) => pair.split(' ', 1)[0] ?? '')
  return Array.isArray(dictionaries) ? dictionaries.flatMap(leftSides) : []
}

/** Finds what the conversion changes: characters of traditional script alone, and phrases whose characters all stand in simplified script too, as 藉口. */
const traditionalParts = once((): RegExp => {
  const changed = changedOf([from['tw'], from['hk'], to['cn']].flatMap(leftSides))
  const characters = new Set(changedOf([...new Set(changed.join(''))]))
  const phrases = changed.filter((key) => Array.from(key).every((character) => !characters.has(character)))
  return new RegExp([`[${[...characters].join('')}]`, ...new Set(phrases)].join('|'), 'u')
})

/** Those that the conversion changes; asked for all at once, which is ten times as fast as one after the other. */
function changedOf(texts: readonly string[]): string[] {
  const converted = convertToSimplified(texts.join('\n')).split('\n')
  return texts.filter((text, at) => converted[at] !== text)
}

/** Simplified script, from the usage of Taiwan, Hong Kong or the standard of OpenCC. */
export function toSimplified(text: string): string {
  // Nearly every text is simplified already, and to see that costs a small part of converting it.
  return traditionalParts().test(text) ? convertToSimplified(text) : text
}

const writingTraditional = once(() => conversion('s2hk'))

/** Traditional script as Hong Kong and Macao write it. */
export const toTraditional: Convert = (text) => writingTraditional()(text)

const pieces = /(<(script|style)\b[\s\S]*?<\/\2>|<[^>]*>)/i
const spokenAttributes = /\b(alt|title|placeholder|aria-label|content|value)="([^"]*)"/gi

/** A page in traditional script: its text, and the attributes that a reader sees or hears; addresses and code stay. */
export function toTraditionalHtml(html: string): string {
  return html
    .split(new RegExp(pieces.source, 'gi'))
    .map((piece, index) => {
      // The pattern has two groups: text, then the whole tag, then the name of a script or style.
      if (index % 3 === 2) return ''
      if (index % 3 === 0) return toTraditional(piece)
      if (/^<(script|style)\b/i.test(piece)) return piece
      return piece.replaceAll(spokenAttributes, (_whole, name: string, value: string) => `${name}="${toTraditional(value)}"`)
    })
    .join('')
}
