// 简 and 繁: simplified script for searching, traditional script for readers who prefer it.
import { Converter, Locale } from 'opencc-js'

type Convert = (text: string) => string

const once = (make: () => Convert): Convert => {
  let made: Convert | undefined
  return (text) => (made ??= make())(text)
}

const convertToSimplified: Convert = once(() => {
  const steps = [Converter({ from: 'tw', to: 'cn' }), Converter({ from: 'hk', to: 'cn' })]
  return (text) => steps.reduce((sofar, step) => step(sofar), text)
})

/** The left sides of dictionaries, which hold their pairs as `從 从|後 后`. */
function leftSides(dictionaries: unknown): string[] {
  if (typeof dictionaries === 'string') return dictionaries.split('|').map((pair) => pair.split(' ', 1)[0] ?? '')
  return Array.isArray(dictionaries) ? dictionaries.flatMap(leftSides) : []
}

let traditional: RegExp | undefined

/** Finds what the conversion changes: characters of traditional script alone, and phrases whose characters all stand in simplified script too, as 藉口. */
function traditionalParts(): RegExp {
  const changed = changedOf([Locale.from.tw, Locale.from.hk, Locale.to.cn].flatMap(leftSides))
  const characters = new Set(changedOf([...new Set(changed.join(''))]))
  const phrases = changed.filter((key) => Array.from(key).every((character) => !characters.has(character)))
  return new RegExp([`[${[...characters].join('')}]`, ...new Set(phrases)].join('|'), 'u')
}

/** Those that the conversion changes; asked for all at once, which is ten times as fast as one after the other. */
function changedOf(texts: readonly string[]): string[] {
  const converted = convertToSimplified(texts.join('\n')).split('\n')
  return texts.filter((text, at) => converted[at] !== text)
}

/** Simplified script, from the usage of Taiwan, Hong Kong or the standard of OpenCC. */
export function toSimplified(text: string): string {
  // Nearly every text is simplified already, and to see that costs a small part of converting it.
  traditional ??= traditionalParts()
  return traditional.test(text) ? convertToSimplified(text) : text
}

/** Traditional script as Hong Kong and Macao write it. */
export const toTraditional: Convert = once(() => Converter({ from: 'cn', to: 'hk' }))

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
