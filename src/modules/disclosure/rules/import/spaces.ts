// Strips the spaces that a page export puts into Chinese text, and keeps those that mean something.
import { plainText, type Span } from '../../../../kernel/text-block.ts'

const invisible = /[\u200b-\u200d\u2060\ufeff\u00ad\u0000-\u0008\u000b\u000e-\u001f]/g
const space = /[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]/
const chinese = /[\p{Script=Han}〇，。；：、？！“”‘’（）《》〈〉【】〔〕…—％]/u
const digit = /[0-9０-９]/

const wide = '\u3000'

/** Most texts hold nothing to tidy, and are not looked through letter by letter. */
const untidy = new RegExp(`${invisible.source}|${space.source}|[\\r\\n\\f\\v]`)

/** What a run of spaces between two letters becomes. */
function spaceBetween(left: string, run: string, right: string): string {
  // a tab was typed to part two things
  const single = run.length === 1 && run !== wide && run !== '\t'
  if (!single && (chinese.test(left) || chinese.test(right))) return wide
  const stray = (chinese.test(left) && (chinese.test(right) || digit.test(right))) || (digit.test(left) && chinese.test(right))
  return single && stray ? '' : ' '
}

/** `spans` without stray spaces; `removed` counts the places inside the text (not at its ends) where one was taken away. */
export function tidySpans(spans: readonly Span[]): { spans: Span[]; removed: number } {
  if (!spans.some(({ text }) => untidy.test(text))) return { spans: spans.filter(({ text }) => text !== ''), removed: 0 }
  const letters = spans.flatMap((span, at) => [...span.text.replace(invisible, '').replace(/[\r\n\f\v]+/g, ' ')].map((letter) => ({ letter, at })))
  const kept: { letter: string; at: number }[] = []
  let removed = 0
  for (let here = 0; here < letters.length; here += 1) {
    const one = letters[here]
    if (!one) continue
    if (!space.test(one.letter)) {
      kept.push(one)
      continue
    }
    let end = here
    while (end < letters.length && space.test(letters[end]?.letter ?? '')) end += 1
    const left = kept.at(-1)?.letter
    const right = letters[end]?.letter
    if (left !== undefined && right !== undefined) {
      const run = letters
        .slice(here, end)
        .map((each) => each.letter)
        .join('')
      const instead = spaceBetween(left, run, right)
      if (instead === '') removed += 1
      else kept.push({ letter: instead, at: one.at })
    }
    here = end - 1
  }
  const texts = spans.map(() => '')
  for (const { letter, at } of kept) texts[at] += letter
  const tidied = spans.map((span, at) => ({ ...span, text: texts[at] ?? '' })).filter(({ text }) => text !== '')
  return { spans: tidied, removed }
}

export const tidyText = (text: string): string => plainText(tidySpans([{ text }]).spans)
