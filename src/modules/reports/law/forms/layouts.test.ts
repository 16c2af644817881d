// Each printed layout holds every cell of its form exactly once, on a grid without holes; heads and spans counted by hand.
import { describe, expect, it } from 'vitest'
import { forms } from './forms.ts'
import { layoutFor } from './layouts.ts'
import { keyOf } from './shape.ts'

describe('the printed layouts', () => {
  it.each(forms)('of form $generation hold every cell once, in the order of the form', (form) => {
    const keys = form.tables.flatMap(({ rows }) => rows.flatMap((row) => row.columns.map((column) => keyOf(row, column))))
    const printed = layoutFor(form.generation).tables.flatMap(({ table }) =>
      table.rows.flatMap((row) => row.flatMap((cell) => ('key' in cell ? [cell.key] : []))),
    )
    expect(printed).toEqual(keys)
  })

  it.each([
    { generation: 'A', grid: [[66, 3]] },
    { generation: 'B', grid: [[18, 4], [26, 10], [4, 15]] },
    { generation: 'C', grid: [[14, 4], [28, 10], [4, 15]] },
  ] as const)('of form $generation cover their grid: $grid', ({ generation, grid }) => {
    for (const [at, { table }] of layoutFor(generation).tables.entries()) {
      const [rows, columns] = grid[at] ?? [0, 0]
      expect([table.rows.length, table.widths.length]).toEqual([rows, columns])
      const area = table.rows.flat().reduce((sum, cell) => sum + (cell.across ?? 1) * (('down' in cell && cell.down) || 1), 0)
      expect(area).toBe(rows * columns)
    }
  }) // prettier-ignore

  it('name the rows as the notice prints them', () => {
    const [, requests] = layoutFor('C').tables
    const words = requests?.table.rows.map((row) => row.flatMap((cell) => ('words' in cell ? [cell.words] : [])).join(' / '))
    expect(words?.slice(3, 8)).toEqual([
      '一、本年新收政府信息公开申请数量',
      '二、上年结转政府信息公开申请数量',
      '三、本年度办理结果 / （一）予以公开',
      '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
      '（三）不予公开 / 1.属于国家秘密',
    ])
    expect(words?.slice(-3)).toEqual(['3.其他', '（七）总计', '四、结转下年度继续办理'])
    const [, trial] = layoutFor('B').tables
    expect(trial?.table.rows.flat().some((cell) => 'words' in cell && cell.words === '（六）其他处理')).toBe(true)
  })
})
