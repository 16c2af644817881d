// Reports as they could stand in the database, for tests of what is printed: sums hold, every cell is filled.
import { day } from '../../../../kernel/day.ts'
import { applicantKinds } from '../../../requests/law/applicants.ts'
import { formOfGeneration } from '../../law/forms/forms.ts'
import { keyOf, type Generation } from '../../law/forms/shape.ts'
import type { CellValue, ReportSheet, SheetCell, SheetPart } from '../sheet.ts'

export const yearOfGeneration: Readonly<Record<Generation, number>> = { A: 2017, B: 2020, C: 2025 }

const cell = (value: CellValue): SheetCell => ({ value, counted: null, reason: '', byName: null, changedAt: new Date('2026-01-20T01:00:00Z') })

const text = {
  A: ['全年工作平稳有序。', '信息按时对外公布。', '依申请公开工作正常。', '依申请提供政府信息未收取费用。', '复议和诉讼情况见表。', '问题是人手不足。'],
  six: ['各项工作平稳有序，完成了年度任务。', '', '', '', '存在的问题是更新不够及时，将加强督促。', '没有其他需要报告的事项。'],
} as const

const titlesOf = (generation: Generation): readonly string[] =>
  generation === 'A' ? ['概述', ...formOfGeneration('A').parts.map(({ title }) => title)] : formOfGeneration(generation).parts.map(({ title }) => title)

const partsOf = (generation: Generation): SheetPart[] =>
  titlesOf(generation).map((title, at) => ({ ordinal: at + 1, title, body: text[generation === 'A' ? 'A' : 'six'][at] ?? '' }))

export function sheetWith(generation: Generation, values: ReadonlyMap<string, CellValue>, given: Partial<ReportSheet> = {}): ReportSheet {
  const year = yearOfGeneration[generation]
  return {
    id: '00000000-0000-4000-8000-000000000001',
    roundId: null,
    kind: 'yearly',
    year,
    unitId: '00000000-0000-4000-8000-000000000002',
    unitName: '青岚县水利局',
    scope: 'own',
    generation,
    origin: 'system',
    state: 'accepted',
    handInBy: null,
    publishBy: null,
    signedByName: '周明',
    signedOn: day(`${year + 1}-01-18`),
    sealedOn: null,
    documentId: null,
    version: 1,
    cells: new Map([...values].map(([key, value]) => [key, cell(value)])),
    parts: partsOf(generation),
    ...given,
  }
}

/** Figures for every cell of the form in which every sum holds: free cells by `next`, totals from them. */
export function balanced(generation: Generation, next: () => number): Map<string, CellValue> {
  const form = formOfGeneration(generation)
  const figures = new Map<string, number>()
  const get = (key: string): number => figures.get(key) ?? 0
  const values = new Map<string, CellValue>()
  for (const { rows } of form.tables)
    for (const row of rows)
      for (const column of row.columns) {
        const key = keyOf(row, column)
        const number = next()
        figures.set(key, column.kind === 'money' ? number / 100 : number)
        if (column.kind === 'change')
          values.set(key, number === 0 ? { stands: 'figure', figure: 0 } : { stands: 'change', words: `${number % 2 ? '减' : '增'}${number}` })
        else values.set(key, { stands: 'figure', figure: 0 })
      }
  if (generation !== 'A') {
    // each kind of applicant: what came in must be what went out and what is left
    for (const kind of Object.keys(applicantKinds)) {
      const results = form.tables.flatMap(({ key, rows }) => (key === 'requests' ? rows.map((row) => row.key) : [])).filter((key) => !['newReceived', 'carriedOver', 'totalProcessed', 'carriedForward'].includes(key)) // prettier-ignore
      const total = results.reduce((sum, key) => sum + get(`${key}.${kind}`), 0)
      figures.set(`totalProcessed.${kind}`, total)
      const all = total + get(`carriedForward.${kind}`)
      const before = Math.min(get(`carriedOver.${kind}`), all)
      figures.set(`carriedOver.${kind}`, before)
      figures.set(`newReceived.${kind}`, all - before)
    }
  }
  // from the innermost parts to the wholes, which stand before them
  for (const { relation, left, right, id } of form.sums.toReversed()) {
    const [whole] = left
    if (!whole || id === 'A1' || id === 'A2') continue
    if (relation === 'equal') figures.set(whole, right.reduce((sum, key) => sum + get(key), 0))
    else if (right.length === 1) figures.set(whole, Math.min(get(whole), get(right[0] ?? '')))
    else figures.set(whole, Math.min(get(whole), right.reduce((sum, key) => sum + get(key), 0)))
  } // prettier-ignore
  // totals of a column follow from the totals of its rows
  for (const { id, left, right } of form.sums) if (id === 'A2' && left[0]) figures.set(left[0], right.reduce((sum, key) => sum + get(key), 0)) // prettier-ignore
  for (const [key, value] of values) if (value.stands === 'figure') values.set(key, { stands: 'figure', figure: key.endsWith('.change') ? 0 : get(key) })
  return values
}
