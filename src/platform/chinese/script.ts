// 简 and 繁: simplified script for searching, traditional script for readers who prefer it.
import { Converter } from 'opencc-js'

type Convert = (text: string) => string

const once = (make: () => Convert): Convert => {
  let made: Convert | undefined
  return (text) => (made ??= make())(text)
}

/** Simplified script, from the usage of Taiwan, Hong Kong or the standard of OpenCC. */
export const toSimplified: Convert = once(() => {
  const steps = [Converter({ from: 'tw', to: 'cn' }), Converter({ from: 'hk', to: 'cn' })]
  return (text) => steps.reduce((sofar, step) => step(sofar), text)
})

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
