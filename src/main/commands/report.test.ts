// The command as an operator runs it: in a process of its own, where no server runs and no data are.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { corpus } from '../../modules/reports/corpus/corpus.ts'
import { printed } from '../../modules/reports/corpus/print.ts'
import type { PaperShape } from '../../modules/reports/corpus/shape.ts'
import { testPdf } from '../../platform/documents/read/fixtures.ts'

const program = join(import.meta.dirname, '../../../bin/gongkai.mjs')
let folder: string

function check(...words: string[]): { status: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'report', 'check', ...words], { cwd: folder, encoding: 'utf8' })
  return { status, out: stdout, error: stderr }
}

async function put(name: string, shape: PaperShape): Promise<string> {
  const paper = corpus.find((one) => one.name === name)
  if (!paper) throw new Error(`no paper ${name}`)
  const file = await printed(paper, shape)
  writeFileSync(join(folder, file.name), file.bytes)
  return file.name
}

interface Checked {
  readonly file: string
  readonly cells: Readonly<Record<string, number | string | null>>
  readonly findings: readonly { readonly severity: string; readonly code: string; readonly place: string; readonly expected: string; readonly found: string }[]
}

describe('gongkai report check', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'report-check-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('finds nothing in a clean report and ends with 0', async () => {
    const file = await put('clean-c-water', 'docx')
    const { status, out } = check(file)
    expect(status).toBe(0)
    expect(out).toContain('云溪县水务局，2022年，2021年格式，读出单元格200个')
    expect(out).toContain('没有发现问题')
  })

  test('prints one JSON object a line, with cells and findings, and ends with 1 where there are errors', async () => {
    const files = [await put('faulty-c-balance', 'html'), await put('faulty-a-sums', 'lines')]
    const { status, out } = check('--json', ...files)
    expect(status).toBe(1)
    const [balance, sums] = out.trim().split('\n').map((line) => JSON.parse(line) as Checked) // prettier-ignore
    expect(balance).toMatchObject({ file: files[0], generation: 'C', year: 2022, unit: '云溪县司法局' })
    expect(balance?.cells).toMatchObject({ 'newReceived.person': 11, 'newReceived.total': 14, 'reconsideration.total': 0, 'documents.inForce': 6 })
    expect(balance?.findings[0]).toMatchObject({ severity: 'error', code: 'sum-of-cells', expected: '11', found: '12' })
    expect(balance?.findings[0]?.place).toContain('办理结果总计·自然人')
    expect(Object.keys(balance?.findings[0] ?? {}).toSorted()).toEqual(['code', 'expected', 'found', 'message', 'place', 'severity'])
    expect(sums).toMatchObject({ generation: 'A', year: 2017, cells: { a1: 640, c1: 9, h3: 5 } })
  })

  test('warnings and remarks alone are no errors', async () => {
    const { status, out } = check(await put('faulty-plain-hall', 'bars'))
    expect(status).toBe(0)
    expect(out).toContain('! 存疑')
    expect(out).toContain('· 提示')
  })

  test('holds citations against the table that it is given, and ends with 2 where that is none', () => {
    writeFileSync(join(folder, 'cites.txt'), '云溪县水务局2022年工作总结\n\n按照《云溪县政务公开办法》（云政发〔2022〕9号）的要求，做好公开工作。')
    writeFileSync(join(folder, 'cited.csv'), '\uFEFF文号,标题,标题用语,停用\r\n云政发〔2022〕3号,云溪县政务公开办法,政务公开办法,\r\n')
    expect(check('cites.txt').status).toBe(0)
    const told = check('--citations', 'cited.csv', 'cites.txt')
    expect(told.out).toContain('《云溪县政务公开办法》的文号是云政发〔2022〕3号')
    const none = check('--citations', 'cites.txt', 'cites.txt')
    expect([none.status, none.out, none.error]).toEqual([2, '', expect.stringContaining('不是引用文件表') as string])
  })

  test('reads the text of a PDF', () => {
    const lines = ['云溪县水务局2022年工作总结', '重点做好三项工作：一是抓建设；二是抓管理。'].map((text) => ({ text }))
    writeFileSync(join(folder, 'summary.pdf'), testPdf([lines]))
    const { status, out } = check('summary.pdf', '--json')
    expect(status).toBe(1)
    expect((JSON.parse(out) as Checked).findings).toMatchObject([{ code: 'items-announced', expected: '2', found: '三项' }])
  })

  test('ends with 2 where a file cannot be read, says why, and checks the others', async () => {
    writeFileSync(join(folder, 'empty.txt'), '')
    const file = await put('clean-a-land', 'html')
    const { status, out, error } = check('nowhere.docx', 'empty.txt', file)
    expect(status).toBe(2)
    expect(error).toContain('nowhere.docx：没有找到这个文件。')
    expect(error).toContain('empty.txt：文件是空的')
    expect(out).toContain('没有发现问题')
  })
})
