// Sums in attachments: the corpus, and files made by hand.
import { describe, expect, it } from 'vitest'
import { unreadCell } from '../../../../kernel/file-inspection.ts'
import { paragraph, run, word } from '../../../../platform/documents/inspect/corpus/build-docx.ts'
import { book } from '../../../../platform/documents/inspect/corpus/build-xlsx.ts'
import { inspectBytes } from '../../../../platform/documents/inspect/inspect-file.ts'
import { fileTables } from '../../corpus/file-tables.ts'
import { tableSums } from '../detect/sums.ts'
import { subjectOf } from '../subject-of.ts'

const item = { unitName: '县教育局', title: '公示', kind: '公告', columnIds: ['a'], summary: '', documentNumber: null, sourceUrl: null, draftedOn: null, bodyHtml: '<p>见附件。</p>' } as const // prettier-ignore
const nothingAround = { unit: { name: '县教育局', shortName: '县教育局' }, otherUnits: [], leaders: [], words: [], documents: new Map() }

const foundIn = (tables: readonly { place: string; rows: readonly (readonly string[])[] }[]) => {
  const text = tables.flatMap(({ rows }) => rows.map((row) => row.join('\t'))).join('\n')
  const subject = subjectOf({ ...item, attachments: [{ id: 'f1', name: '表.xlsx', text, tables }] }, nothingAround)
  return [...tableSums(subject)]
}

describe('sums of a table in an attachment', () => {
  it.each(fileTables)('$because', ({ rows, finds }) => {
    const found = foundIn([{ place: '工作表“汇总”', rows: rows.map((row) => row.map(String)) }])
    expect(found.map(({ place, facts }) => [place, facts?.['stated'], facts?.['expected']])).toEqual(
      finds.map(([row, column, stated, expected]) => [`附件“表.xlsx”工作表“汇总”第${row}行第${column}列`, stated, expected]),
    )
    expect(found.every(({ field }) => field === 'attachments.f1')).toBe(true)
  })
})

describe('an inspection tells the tables in which something is summed up', () => {
  it('of a workbook, without what is hidden and what a merged cell covers', async () => {
    const rows = [['类别', '数量', '备注'], ['甲', '1'], { cells: ['乙', '2'], hidden: true as const }, ['丙', '3', '无'], ['合计', '7']]
    const bytes = book({
      sheets: [
        { name: '汇总', rows, after: '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>' },
        {
          name: '名单',
          rows: [
            ['姓名', '班级'],
            ['某某', '一班'],
          ],
        },
        { name: '底稿', state: 'hidden', rows: [['合计', '9']] },
      ],
    })
    const { tables } = await inspectBytes({ name: '表.xlsx', bytes })
    const u = unreadCell
    expect(tables).toEqual([
      { place: '工作表“汇总”', rows: [['类别', '数量', '备注'], [u, '1'], [u, u], ['丙', '3', '无'], ['合计', '7']] },
    ]) // prettier-ignore
    expect(foundIn(tables)).toEqual([])
  })

  it('of a Word file, and finds the sum that does not come out', async () => {
    const cell = (text: string, properties = ''): string => `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${paragraph(run(text))}</w:tc>`
    const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
    const table = `<w:tbl>${row(cell('经费情况', '<w:gridSpan w:val="2"/>'))}${row(cell('项目'), cell('件数'))}${row(cell('甲'), cell('4'))}${row(cell('乙'), cell('5'))}${row(cell('合计'), cell('8'))}</w:tbl>`
    const { tables } = await inspectBytes({ name: '表.docx', bytes: word({ body: `${paragraph(run('见下表'))}${table}` }) })
    expect(tables).toEqual([{ place: '正文表1', rows: [['经费情况', unreadCell], ['项目', '件数'], ['甲', '4'], ['乙', '5'], ['合计', '8']] }]) // prettier-ignore
    expect(foundIn(tables).map(({ place, facts }) => [place, facts])).toEqual([['附件“表.xlsx”正文表1第5行第2列', { stated: '8', expected: '9' }]])
  })

  it('ends in time with a sheet that covers the same cells again and again', async () => {
    const merges = Array.from({ length: 5000 }, () => '<mergeCell ref="A1:BH5000"/>').join('')
    const bytes = book({ sheets: [{ name: '汇总', rows: Array.from({ length: 4000 }, () => ['合计', '1']), after: `<mergeCells>${merges}</mergeCells>` }] })
    const began = performance.now()
    expect((await inspectBytes({ name: '表.xlsx', bytes })).inspected).toBe('full')
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})
