// Lines for an electronic screen: plain, as wide as the screen, and as much as passes in the time set.
import { runningText, type PublishedText } from './published-text.ts'
import { clipped, lengthOf } from './sentences.ts'
import { chineseDay } from '../../../../kernel/day.ts'

export interface Screen {
  /** Characters in a line. */
  readonly columns: number
  /** Characters that pass in one showing. */
  readonly most: number
}

/** Marks that never begin a line, and those that never end one. */
const closing = /^[，。、；：！？）》」』”’…%℃]$/u
const opening = /^[（《「『“‘]$/u
/** What a reader takes in at once stays in one line: numbers with their point, words of Latin letters. */
const tokens = /[A-Za-z0-9][A-Za-z0-9.,:/%+-]*|[\s\S]/gu

export function linesOf(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  const put = (): void => {
    if (line.trim() !== '') lines.push(line.trim())
    line = ''
  }
  for (const token of text.replaceAll(/\s+/g, ' ').match(tokens) ?? []) {
    const width = lengthOf(token)
    if (lengthOf(line) + width > columns && !(closing.test(token) && lengthOf(line) <= columns)) {
      const last = [...line].at(-1) ?? ''
      const carried = opening.test(last) ? last : ''
      if (carried !== '') line = line.slice(0, -carried.length)
      put()
      line = carried
    }
    if (width <= columns) {
      line += token
      continue
    }
    // a word longer than the screen is broken: it cannot be shown otherwise
    const letters = [...line, ...token]
    while (letters.length > columns) {
      line = letters.splice(0, columns).join('')
      put()
    }
    line = letters.join('')
  }
  put()
  return lines
}

export function ledLinesOf(of: PublishedText, { columns, most }: Screen): string[] {
  const [who, when] = [of.unitName, chineseDay(of.publishedOn)]
  const from = lengthOf(who) + lengthOf(when) < columns ? [`${who} ${when}`] : [...linesOf(who, columns), ...linesOf(when, columns)]
  const head = [...linesOf(of.title, columns), ...from]
  const room = most - head.reduce((sum, line) => sum + lengthOf(line), 0)
  const body = room > 0 ? clipped(of.summary || runningText(of), room) : ''
  return [...head, ...linesOf(body, columns)]
}
