// Figures of the text beside the cells that they count.
import { claims, noneClaims, type Claim } from '../../law/claims.ts'
import { standsFor, type Figure } from '../read/figures.ts'
import type { Reading } from '../read/reading.ts'
import { metIn, type Met } from './finding.ts'
import { aroundOf, ofTheYear, type Around } from './sentence.ts'

/** The sum of the cells of one reading; null where one was not read. */
export function amountOf({ cells }: Pick<Reading, 'cells'>, keys: readonly string[]): number | null {
  let all = 0
  for (const key of keys) {
    const cell = cells.get(key)
    if (!cell || cell.fault) return null
    if (typeof cell.value === 'number') all += cell.value
  }
  return all
}

export function claimOf(figure: Figure, words: Around, generation: Reading['generation']): Claim | undefined {
  return claims.find(
    (one) =>
      generation !== null &&
      one.generations.includes(generation) &&
      one.units.test(figure.unit) &&
      one.before.test(words.clause) &&
      (one.after === undefined || one.after.test(words.after)) &&
      (one.with === undefined || one.with.test(words.sentence + words.after)) &&
      !one.without?.test(words.clause + words.after.slice(0, 6)) &&
      !(one.without && /^(?:件|个|项)$/.test(figure.unit) && one.without.test(words.clause)),
  )
}

const several = (numbers: readonly number[]): string => [...new Set(numbers)].join('或者')

const core = (label: string): string =>
  label
    .replace(/^(?:[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．])+/, '')
    .replace(/^其中[:：]?/, '')
    .replace(/（[^）]*）$/, '')
    .replace(/(?:的)?(?:情况|总数|数量|数)$/, '')

const shortestLabel = 6

/** What a row of an unknown table says of the same words. */
function* againstRows({ paragraphs, countedRows, year }: Reading): Generator<Met> {
  const rows = countedRows.map((row) => ({ ...row, core: core(row.label) })).filter((row) => row.core.length >= shortestLabel)
  for (const [index, paragraph] of paragraphs.entries())
    for (const figure of paragraph.figures) {
      const before = paragraph.text.slice(0, figure.at).replace(/(?:共计|共|总数|数量|数|情况)$/, '')
      const same = rows.filter((row) => before.endsWith(row.core))
      const [row] = same.toSorted((a, b) => b.core.length - a.core.length)
      if (!row || same.some(({ value }) => standsFor(figure, value)) || !ofTheYear(aroundOf(paragraph, figure), year)) continue
      yield metIn('text-against-table', paragraphs, index, [figure.at, figure.end], {
        message: `文中“${row.core}”为${figure.written}${figure.unit}，${row.place}为${row.value}。`,
        expected: String(row.value),
        found: figure.written,
      })
    }
}

const softly = (figure: Figure, amount: number): string => (figure.softness === 'exact' ? '' : `“${figure.written}”不能表示${amount}，`)

export function* textAgainstTable(reading: Reading): Generator<Met> {
  const { paragraphs, generation, year } = reading
  for (const [index, paragraph] of paragraphs.entries()) {
    for (const figure of paragraph.figures) {
      const words = aroundOf(paragraph, figure)
      const claim = claimOf(figure, words, generation)
      if (!claim || !ofTheYear(words, year)) continue
      const amounts = claim.readings.map((keys) => amountOf(reading, keys)).filter((one) => one !== null)
      const [amount] = amounts
      if (amount === undefined || amounts.some((one) => standsFor(figure, one))) continue
      yield metIn('text-against-table', paragraphs, index, [figure.at, figure.end], {
        message: `文中“${claim.title}”为${figure.written}${figure.unit}，${softly(figure, amount)}表格中为${several(amounts)}。`,
        expected: String(amount),
        found: figure.written,
      })
    }
    for (const { generations, readings, words, title } of noneClaims) {
      // heads of a table are no sentence
      if (generation === null || !generations.includes(generation) || !/[，。；]/.test(paragraph.text)) continue
      for (const said of paragraph.text.matchAll(words)) {
        const amounts = readings.map((keys) => amountOf(reading, keys)).filter((one) => one !== null)
        const [amount] = amounts
        if (amount === undefined || amounts.includes(0) || !ofTheYear(aroundOf(paragraph, { at: said.index, end: said.index }), year)) continue
        yield metIn('text-against-table', paragraphs, index, [said.index, said.index + said[0].length], {
          message: `文中称“${said[0]}”，表格中“${title}”为${amount}。`,
          expected: String(amount),
          found: '0',
        })
      }
    }
  }
  yield* againstRows(reading)
}
