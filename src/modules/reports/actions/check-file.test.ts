// A file of somebody's report goes in, findings come out: what is said, what is not, and what could not be judged.
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../platform/documents/read/read-document.ts'
import { corpus } from '../corpus/corpus.ts'
import { printed } from '../corpus/print.ts'
import { checkFile, type ReportCheck } from './check-file.ts'

const reader = { read: readDocument }

async function checked(lines: readonly string[], name = 'report.txt'): Promise<ReportCheck> {
  const result = await checkFile(reader, { name, bytes: Buffer.from(lines.join('\n\n')) })
  if (!result.ok) throw new Error(result.code)
  return result.check
}

const told = ({ findings }: ReportCheck): string[] => findings.map(({ severity, code, found }) => `${severity} ${code} ${found}`)

describe('a report that somebody else wrote', () => {
  it('is told apart: who, which year, which form', async () => {
    expect(await checked(['青溪县档案局2017年政府信息公开工作年度报告', '一、概述', '全年公开信息12条。'])).toMatchObject({
      unit: '青溪县档案局',
      year: 2017,
      generation: 'A',
    })
    expect(await checked(['青溪县档案局2017年工作总结', '一、概述', '全年公开信息12条。'])).toMatchObject({
      unit: '青溪县档案局',
      year: 2017,
      generation: null,
    })
  })

  it('has a rate beside its figures as a remark and no error, and none where what is left over is told', async () => {
    const said = await checked(['青溪县政务服务中心2014年工作总结', '全年受理办件2000件，办结1900件，按时办结率100%。'])
    expect(told(said)).toEqual(['remark rate-differs 100%'])
    expect(said.findings[0]?.expected).toBe('95%')
    const explained = await checked(['青溪县政务服务中心2014年工作总结', '全年受理办件2000件，办结1900件，其余100件尚在办理期限内，按时办结率100%。'])
    expect(told(explained)).toEqual([])
  })

  it('may count one more than its total, if the one is of another division', async () => {
    expect(told(await checked(['青溪县2014年工作总结', '全县执法主体33个，其中乡镇2个、街道6个，执法部门25个，授权组织1个。']))).toEqual([
      'warning parts-against-total 33',
    ])
    expect(told(await checked(['青溪县2014年工作总结', '收到申请18件，其中自然人15件、法人3件，网上申请11件。']))).toEqual([])
  })

  it('has rows that could not be read told as not judged, and no sum over them', async () => {
    const paper = corpus.find((one) => one.name === 'faulty-c-cells')
    if (!paper) throw new Error('no such paper')
    const result = await checkFile(reader, await printed(paper, 'lines'))
    if (!result.ok) throw new Error(result.code)
    const notJudged = result.check.findings.filter(({ code }) => code === 'not-judged')
    expect(notJudged.map(({ severity }) => severity)).toEqual(['remark', 'remark'])
    expect(notJudged.map(({ message }) => message).join('')).toMatch(/行政规范性文件.*重复申请/)
    expect(result.check.findings.map(({ code }) => code)).not.toContain('sum-of-cells')
  })

  it('hands out an empty cell as null and one that does not apply as a slash', async () => {
    const paper = corpus.find((one) => one.name === 'clean-c-data')
    const blank = corpus.find((one) => one.name === 'faulty-c-cells')
    if (!paper || !blank) throw new Error('no such paper')
    const [slash, empty] = await Promise.all([checkFile(reader, await printed(paper, 'html')), checkFile(reader, await printed(blank, 'html'))])
    expect(slash.ok && slash.check.cells).toMatchObject({ 'rules.made': '/', 'documents.inForce': 2, 'newReceived.total': 6 })
    expect(empty.ok && empty.check.cells).toMatchObject({ 'documents.inForce': null, penalties: -3 })
  })

  it('proposes the only day that a damaged date can be', async () => {
    const { findings } = await checked(['青溪县水务局2016年工作总结', '数据统计期限从201611日起1231。', '工作正常。', '青溪县水务局', '201732'])
    expect(findings.map(({ found, expected }) => [found, expected])).toEqual([
      ['201611日', '2016年1月1日'],
      ['1231', '2016年12月31日'],
      ['201732', '2017年3月2日'],
    ])
  })

  it('is judged up to the length of a paragraph, and says where it stopped', async () => {
    const { findings } = await checked(['青溪县2014年工作总结', '没有'.repeat(100_000)])
    expect(findings.map(({ code, message }) => [code, message])).toEqual([['not-judged', '这一段过长，后面的部分没有核对。']])
  })

  it('is not read where it has no words', async () => {
    expect(await checkFile(reader, { name: 'empty.html', bytes: Buffer.from('') })).toEqual({ ok: false, code: 'file-empty' })
  })

  it('names the letters of each finding, as they were written', async () => {
    const result = await checkFile(reader, { name: 'a.txt', bytes: Buffer.from('青溪县2014年工作总结\n\n重点 抓好 五项 工作：一是学习；二是检查。') })
    if (!result.ok) throw new Error(result.code)
    const [one] = result.report.marked
    expect(result.report.reading.paragraphs[one?.mark?.paragraph ?? -1]?.written.slice(one?.mark?.from, one?.mark?.to).trim()).toBe('五项')
  })
})
