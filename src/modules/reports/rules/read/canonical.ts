// One way of writing for all checks: simplified script, half-width digits, full-width marks, no spaces; where each letter came from is kept.
import { toSimplified } from '../../../../platform/chinese/script.ts'

export interface Canonical {
  readonly text: string
  /** For every letter of `text`, and one past its end, its place in what was written. */
  readonly origin: readonly number[]
}

const marks: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
  '％': '%',
  '．': '.',
  '／': '/',
  '﹪': '%',
  '<': '〈',
  '>': '〉',
}
/** Letters of which any text in traditional script has some. */
const traditionalLetters = /[開關報與國務機構會條應實發現領導財責間點請書於為問題進個來時長區門動產業設質員總經過從當對後結組織統計資訊訪訴議複費減]/
const blank = /[\s\u00a0\u3000\u200b-\u200f\ufeff]/

function letter(character: string, traditional: boolean): string {
  const code = character.charCodeAt(0)
  if ((code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)) return String.fromCharCode(code - 0xfee0)
  return marks[character] ?? (traditional ? toSimplified(character) : character)
}

/** A comma between three digits and three digits parts thousands and stays as it is. */
const thousands = (written: string, at: number): boolean =>
  /\d$/.test(written.slice(Math.max(0, at - 1), at)) &&
  /^\d{3}(?!\d)/.test(written.slice(at + 1, at + 5)) &&
  !/\d{4}$/.test(written.slice(Math.max(0, at - 4), at))

export function canonical(written: string): Canonical {
  const traditional = traditionalLetters.test(written)
  const half = written.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  let text = ''
  const origin: number[] = []
  for (let at = 0; at < half.length; at += 1) {
    const character = half[at] ?? ''
    if (blank.test(character)) continue
    const parted = (character === ',' || character === '，') && thousands(half, at)
    const made = parted && character === ',' ? ',' : letter(character, traditional)
    for (let unit = 0; unit < made.length; unit += 1) origin.push(at)
    text += made
  }
  origin.push(half.length)
  return { text, origin }
}

export const dense = (written: string): string => canonical(written).text
