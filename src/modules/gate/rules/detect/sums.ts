// Sums that do not come out. A total is told only where its reading is plain; a reading under which it holds clears it.
import type { Hit, Subject, TableCell } from '../subject.ts'
import { plainOf } from '../subject.ts'

type Row = readonly TableCell[]

const total = /^(?:合计|总计|共计|总合计|总数)(?:[（(][^）)]*[）)])?$/
const subtotal = /^小计$/
const ofWhich = /^(?:其中|#)/
/** Columns that are no amounts, whatever their figures. */
const noAmounts = /率|比|%|％|‰|均|单价|价格|排名|名次|序号|年份|年度$|电话|代码|编号|日期|时间|得分|标准|增长|指数|面积比|系数/
const rounding = /四舍五入|尾数|取整|进位/
/** Measured and not counted: each figure may be rounded, so that the last place of a sum says nothing. */
const measured = /元|吨|亩|公里|千米|平方|公顷|立方|度|千克|公斤|升/

const words = (cell: TableCell | undefined): string => (cell?.text ?? '').replaceAll(/\s+/g, '')
const label = (row: Row): string => words(row.find((cell) => words(cell) !== ''))

const figure = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^-?\d+(?:\.\d+)?$/

/** A number, zero for what stands for nothing, undefined for words and percentages. */
function amount(cell: TableCell | undefined): number | undefined {
  const text = plainOf(words(cell))
  if (text === '' || /^[-—–/无]+$/.test(text)) return 0
  return figure.test(text) ? Number(text.replaceAll(',', '')) : undefined
}

const decimals = (cell: TableCell | undefined): number => (/\.(\d+)$/.exec(plainOf(words(cell)))?.[1] ?? '').length

const close = (a: number, b: number, tolerance: number): boolean => Math.abs(a - b) <= tolerance + 1e-6

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

interface Column {
  readonly rows: readonly Row[]
  readonly at: number
  readonly rounds: boolean
}

/** Details between `from` and `to`, and the subtotals among them. */
function readings({ rows, at }: Column, from: number, to: number): number[][] {
  const own = rows.slice(from, to).filter((row) => !total.test(label(row)))
  const numbersOf = (some: readonly Row[]): number[] => some.map((row) => amount(row[at]) ?? 0)
  const details = own.filter((row) => !subtotal.test(label(row)))
  return [numbersOf(details.filter((row) => !ofWhich.test(label(row)))), numbersOf(own.filter((row) => subtotal.test(label(row)))), numbersOf(details)]
}

const holds = (stated: number, parts: readonly number[], tolerance: number): boolean => parts.length > 0 && close(stated, sum(parts), tolerance)

const ordered = /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)])/

function* downwards(column: Column): Generator<{ row: number; expected: number }> {
  const { rows, at, rounds } = column
  const stated = rows.map((row) => label(row))
  for (const [index, name] of stated.entries()) {
    const row = rows[index]
    const cell = row?.[at]
    if (!row || !(total.test(name) || subtotal.test(name)) || words(cell) === '') continue
    const value = amount(cell)
    if (value === undefined) continue
    const above = stated.slice(0, index)
    const first = Math.max(
      1,
      subtotal.test(name) ? 1 + above.findLastIndex((one) => subtotal.test(one) || total.test(one)) : 1 + above.findLastIndex((one) => total.test(one)),
    )
    const onTop = index <= 1 && rows.length > index + 1
    const [from, to] = onTop ? [index + 1, rows.length] : [first, index]
    const used = rows.slice(from, to)
    // Rows that are sums of rows below them would count twice; words in the column mean that it holds no plain figures.
    if (used.length < 2 && !subtotal.test(name)) continue
    if (used.length === 0 || used.some((one) => amount(one[at]) === undefined)) continue
    const places = Math.max(decimals(cell), ...used.map((one) => decimals(one[at])))
    const rounded = rounds || places > 0 || measured.test(words(rows[0]?.[at]))
    const tolerance = rounded ? (used.length + 1) * 0.5 * 10 ** -decimals(cell) : 0
    const ways = readings(column, from, to)
    const nested = used.some((one) => ofWhich.test(label(one)))
    const numbered = used.filter((one) => ordered.test(label(one)) && words(one[at]) !== '')
    if (numbered.length > 0) ways.push(numbered.map((one) => amount(one[at]) ?? 0))
    if (ways.some((parts) => holds(value, parts, tolerance))) continue
    if (nested || (numbered.length > 0 && numbered.length < used.length)) continue
    yield { row: index, expected: sum(ways[1] && ways[1].length > 0 ? ways[1] : (ways[0] ?? [])) }
  }
}

const money = (value: number): string => String(Math.round(value * 1e6) / 1e6)

/** A column called 合计: its row's other figures, in a table whose head is one row. */
function* across(rows: readonly Row[], rounds: boolean): Generator<{ row: number; at: number; expected: number }> {
  const head = rows[0] ?? []
  const at = head.findIndex((cell) => total.test(words(cell)))
  if (at < 1 || head.some((cell) => cell.piece < 0)) return
  const parts = head.map((_, column) => column).filter((column) => column > 0 && column !== at && !noAmounts.test(words(head[column])))
  if (parts.length < 2 || head.some((cell) => ofWhich.test(words(cell)))) return
  // The row of totals is weighed downwards: a wrong figure above it would be told twice.
  const body = rows.slice(1).map((row, index) => ({ row: index + 1, value: amount(row[at]), numbers: parts.map((column) => amount(row[column])), cells: row }))
  const plain = body.filter(
    ({ value, numbers, cells }) => value !== undefined && !total.test(label(cells)) && words(cells[at]) !== '' && numbers.every((one) => one !== undefined),
  )
  const wrong = plain.filter(
    ({ value, numbers, cells }) => !close(value ?? 0, sum(numbers.map((one) => one ?? 0)), rounds ? numbers.length * 10 ** -decimals(cells[at]) : 0),
  )
  // Where most rows contradict the reading, the reading is wrong and not the table.
  if (plain.length < 2 || wrong.length * 2 > plain.length) return
  for (const { row, numbers } of wrong) yield { row, at, expected: sum(numbers.map((one) => one ?? 0)) }
}

export function* tableSums({ tables, pieces }: Subject): Generator<Hit<'sum-of-table'>> {
  const rounds = pieces.some((piece) => rounding.test(piece.text))
  for (const { place, field, rows, numbers } of tables) {
    const inText = field === 'bodyHtml'
    const width = Math.max(0, ...rows.map((row) => row.length))
    const about = (row: number, at: number): string => JSON.stringify([rows.map((one) => words(one[at])), rows[row]?.map(words)])
    const hit = (row: number, at: number, expected: number): Hit<'sum-of-table'> => {
      const cell = rows[row]?.[at]
      return {
        code: 'sum-of-table',
        ...(inText ? cell && cell.piece >= 0 && { piece: cell.piece, at: 0 } : { field }),
        match: inText ? (pieces[cell?.piece ?? -1]?.text ?? '') : '',
        place: `${place}第${numbers[row] ?? row + 1}行第${at + 1}列`,
        about: about(row, at),
        facts: { stated: words(cell), expected: money(expected) },
      }
    }
    for (let at = 1; at < width; at += 1) {
      if (noAmounts.test(words(rows[0]?.[at])) || rows.some((row) => (row[at]?.text ?? '').includes('%'))) continue
      for (const { row, expected } of downwards({ rows, at, rounds })) yield hit(row, at, expected)
    }
    for (const { row, at, expected } of across(rows, rounds)) yield hit(row, at, expected)
  }
}

const units = '万元|亿元|元|条|件|户|个|人次|人|项|宗|家|处|套|亩|份|篇|期|次|名|公里'
const amountWith = `(?<!\\d)(\\d[\\d,]*(?:\\.\\d+)?)(${units})`
/** A comma of a sentence, not of a number. */
const comma = '(?:，|,(?!\\d{3}(?!\\d)))'
const sentenceOfParts = new RegExp(`${amountWith}(${comma}其中[：:]?|[：:])`, 'g')
/** No sentence lists more letters of parts. */
const longestList = 500
const listed = /((?:[^、，；,。]|,(?=\d{3}(?!\d)))+)(?:[、，；,]|(?=。)|$)/y
/** The amount before 其中 is a change, not what has the parts. */
const change = /(?:增长|增加|减少|下降|多|少)了?$/
const again = /^(?:以上)?(?:共计|合计|总计|共)\d/
const part = new RegExp(`^([^\\d]*?)(\\d[\\d,]*(?:\\.\\d+)?)(${units})$`)
const rest = /^(?:其他|其余|其它)/

interface Part {
  readonly name: string
  readonly amount: string
}

/** The parts of one unit that a list begins with, up to the first thing that is none, and how many letters they take. */
function partsOf(list: string, unit: string | undefined): { readonly parts: readonly Part[]; readonly summed: boolean; readonly length: number } {
  const parts: Part[] = []
  let length = 0
  listed.lastIndex = 0
  for (let met = listed.exec(list); met !== null; met = listed.exec(list)) {
    const [whole, one = ''] = met
    const found = part.exec(one.trim())
    if (!found || found[3] !== unit) break
    if (again.test(one.trim())) return { parts, summed: true, length: length + one.length }
    parts.push({ name: found[1] ?? '', amount: found[2] ?? '' })
    length += whole.length
  }
  return { parts, summed: false, length: /[、，；,]$/.test(list.slice(0, length)) ? length - 1 : length }
}

/** Figures of a narrative are never forced: this only tells. */
export function* sentenceSums({ pieces }: Subject): Generator<Hit<'sum-of-sentence'>> {
  for (const [index, { plain, text }] of pieces.entries())
    for (const found of plain.matchAll(sentenceOfParts)) {
      const [head, stated = '', unit, opened = ''] = found
      if (change.test(plain.slice(Math.max(0, found.index - 4), found.index))) continue
      const list = plain.slice(found.index + head.length, found.index + head.length + longestList)
      const said = partsOf(list, unit)
      const { parts } = said
      if (parts.length < 2) continue
      const numbers = parts.map(({ amount: written }) => Number(written.replaceAll(',', '')))
      const all = Number(stated.replaceAll(',', ''))
      const added = sum(numbers)
      // what follows a colon, or ends with the rest or with the sum once more, is all there is
      const exhausted = !opened.includes('其中') || said.summed || rest.test(parts.at(-1)?.name ?? '')
      if (close(all, added, 0) || (added < all && !exhausted)) continue
      yield {
        code: 'sum-of-sentence',
        piece: index,
        at: found.index,
        match: text.slice(found.index, found.index + head.length + said.length),
        facts: { stated, expected: money(added) },
      }
    }
}
