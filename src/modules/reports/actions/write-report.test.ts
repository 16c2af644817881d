// What is printed is read back by the project's own reader: every cell as it was written, and nothing found in a clean report.
import fc from 'fast-check'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, it } from 'vitest'
import { readDocument } from '../../../platform/documents/read/read-document.ts'
import { openPdfPress } from '../../../platform/documents/write/pdf.ts'
import { cleanHtml } from '../../../platform/html/clean.ts'
import type { Generation } from '../law/forms/shape.ts'
import type { ReportFileForm } from '../law/file-forms.ts'
import { figuresOfReport } from '../rules/print/data-of-report.ts'
import { balanced, sheetWith } from '../rules/print/fixtures.ts'
import { htmlOfReport } from '../rules/print/html-of-report.ts'
import { printedReport } from '../rules/print/printed-report.ts'
import type { CellValue, ReportSheet } from '../rules/sheet.ts'
import { checkFile, type ReportCheck } from './check-file.ts'
import { sheetOfReport } from './sheet-of-report.ts'
import { writeReport } from './write-report.ts'

const press = openPdfPress()
afterAll(() => press.close())

const asWritten = (body: string): string => body
const fileOf = (sheet: ReportSheet, form: ReportFileForm): ReturnType<typeof writeReport> =>
  writeReport(press, { sheet, resolve: asWritten, years: [{ year: sheet.year - 1, figure: 7 }, { year: sheet.year, figure: 9 }], redHead: sheet.generation === 'C' }, form) // prettier-ignore

const pageOf = (sheet: ReportSheet): { name: string; bytes: Buffer } => {
  const printed = printedReport(sheet, asWritten)
  return { name: 'page.html', bytes: Buffer.from(`<h1>${printed.title}</h1>${cleanHtml(htmlOfReport(printed))}`) }
}

/** The reader takes 减4 as the number that it is. */
const asRead = (figures: ReturnType<typeof figuresOfReport>): unknown =>
  Object.fromEntries(
    Object.entries(figures).map(([key, figure]) => {
      const moved = typeof figure === 'string' ? /^([增减])(\d+)$/.exec(figure) : null
      return [key, moved ? Number(moved[2]) * (moved[1] === '减' ? -1 : 1) : figure]
    }),
  )

async function checked(file: { name: string; bytes: Buffer }): Promise<ReportCheck> {
  const result = await checkFile({ read: readDocument }, file)
  if (!result.ok) throw new Error(result.code)
  return result.check
}

const generations: readonly Generation[] = ['A', 'B', 'C']

/** Small figures and those of a large county, and rules that do not apply. */
const sheets = (generation: Generation): fc.Arbitrary<ReportSheet> =>
  fc.tuple(fc.array(fc.oneof(fc.nat(9), fc.nat(999)), { minLength: 250, maxLength: 250 }), fc.boolean()).map(([numbers, noRules]) => {
    let at = 0
    const values = balanced(generation, () => numbers[at++ % numbers.length] ?? 0)
    const slash: CellValue = { stands: 'not-applicable' }
    return sheetWith(generation, noRules ? new Map([...values].map(([key, value]) => [key, key.startsWith('rules.') ? slash : value])) : values)
  })

describe.each(generations)('a report of form %s', (generation) => {
  it.each([
    { form: 'page', write: (sheet: ReportSheet) => pageOf(sheet), runs: 6 },
    { form: 'docx', write: (sheet: ReportSheet) => fileOf(sheet, 'docx'), runs: 3 },
    { form: 'pdf', write: (sheet: ReportSheet) => fileOf(sheet, 'pdf'), runs: 3 },
  ])('is read back from its $form cell by cell, without a finding', async ({ write, runs }) => {
    await fc.assert(
      fc.asyncProperty(sheets(generation), async (sheet) => {
        const check = await checked(await write(sheet))
        expect(check.cells).toEqual(asRead(figuresOfReport(sheet)))
        expect(check.findings).toEqual([])
        expect(check).toMatchObject({ generation, year: sheet.year, unit: sheet.unitName })
      }),
      { numRuns: runs },
    )
  })

  it('has the same figures in its workbook as numbers, in its JSON by key and in its CSV a line each', async () => {
    await fc.assert(
      fc.asyncProperty(sheets(generation), async (sheet) => {
        const figures = figuresOfReport(sheet)
        const [workbook, json, csv] = await Promise.all([fileOf(sheet, 'xlsx'), fileOf(sheet, 'json'), fileOf(sheet, 'csv')])
        expect(JSON.parse(json.bytes.toString())).toMatchObject({ format: 'gongkai-yearly-report', version: 1, generation, cells: figures })
        const lines = csv.bytes.toString().split('\r\n').slice(1, -1).map((line) => line.split(',').slice(-2)) // prettier-ignore
        expect(Object.fromEntries(lines)).toEqual(Object.fromEntries(Object.entries(figures).map(([key, figure]) => [key, String(figure)])))
        const book = new ExcelJS.Workbook()
        await book.xlsx.load(workbook.bytes as unknown as ArrayBuffer)
        const numbers: unknown[] = []
        book.eachSheet((one) => one.eachRow((row) => row.eachCell((cell) => cell.master === cell && (typeof cell.value === 'number' || (typeof cell.value === 'string' && /^(?:\/|[增减]\d+)$/.test(cell.value))) && numbers.push(cell.value)))) // prettier-ignore
        expect(numbers).toEqual(Object.values(figures))
      }),
      { numRuns: 3 },
    )
  })
})

describe('a report on paper', () => {
  it('prints 0, a slash, money without idle zeros, and leaves an empty cell empty', async () => {
    const values = balanced('C', () => 0)
    values.set('fees', { stands: 'figure', figure: 12.340001 })
    values.set('rules.made', { stands: 'not-applicable' })
    values.set('coercions', { stands: 'blank' })
    const sheet = sheetWith('C', values)
    expect((await checked(pageOf(sheet))).cells).toMatchObject({ fees: 12.340001, 'rules.made': '/', coercions: null, penalties: 0 })
    expect((await fileOf(sheet, 'csv')).bytes.toString()).toContain('行政事业性收费,本年收费金额,万元,fees,12.340001\r\n')
  })

  it('puts figures where the text names cells, in every file', async () => {
    const sheet = sheetWith(
      'C',
      balanced('C', () => 1),
      { parts: [{ ordinal: 1, title: '一、总体情况', body: '（一）主动公开\n新收{newReceived.total}件。' }] },
    )
    const resolve = (body: string): string => body.replaceAll(/\{[^}]*\}/g, '6')
    const { blocks } = printedReport(sheet, resolve)
    expect(blocks.slice(0, 3)).toEqual([
      { kind: 'heading', words: '一、总体情况' },
      { kind: 'paragraph', words: '（一）主动公开', align: 'left' },
      { kind: 'paragraph', words: '新收6件。', align: 'left' },
    ])
    const json = await writeReport(press, { sheet, resolve, years: [], redHead: false }, 'json')
    expect(JSON.parse(json.bytes.toString())).toMatchObject({ parts: [{ text: '（一）主动公开\n新收6件。' }] })
  })

  it('has the heads of narrow columns in two lines, and a red head only where one is asked for', () => {
    const printed = printedReport(
      sheetWith(
        'C',
        balanced('C', () => 1),
      ),
      asWritten,
    )
    const plain = sheetOfReport(printed)
    expect([plain.redHead, sheetOfReport(printed, { redHead: true }).redHead]).toEqual([undefined, '青岚县水利局文件'])
    const heads = plain.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat().map(({ runs }) => runs.map(({ text }) => text).join('|')) : []))
    expect(heads.filter((words) => words.includes('|')).slice(0, 4)).toEqual(['商业|企业', '科研|机构', '结果|维持', '结果|纠正'])
  })

  it('is a summary without tables where its round asks for none', async () => {
    const sheet = sheetWith('C', new Map(), { kind: 'summary', generation: null, parts: [{ ordinal: 1, title: '主要工作', body: '工作正常。' }] })
    const { title, blocks } = printedReport(sheet, asWritten)
    expect([title, ...blocks.map((block) => ('words' in block ? block.words : block.kind))]).toEqual([
      '青岚县水利局2025年政务公开工作总结', '一、主要工作', '工作正常。', '青岚县水利局', '2026年1月18日',
    ]) // prettier-ignore
    expect((await fileOf(sheet, 'pdf')).bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })
})
