// Whole pages of former sites, with the damage they come with.
import { describe, expect, test } from 'vitest'
import { readPlainText } from '../../../../platform/documents/read/read-text.ts'
import { structureOf, type StructuredDocument } from './structure.ts'
import { renderBlocks } from './render.ts'

const read = (text: string, importingUnit?: string): StructuredDocument =>
  structureOf(readPlainText(text, false).blocks, { fileName: '文件.txt', ...(importingUnit && { importingUnit }) })
const codes = (of: StructuredDocument, kind: 'recognised' | 'doubtful' | 'lost' | 'dropped'): string[] => of.findings[kind].map((found) => found.code)
const sentences = (of: StructuredDocument, kind: 'doubtful' | 'lost'): string[] => of.findings[kind].map((found) => found.sentence)

describe('a page converted to traditional script, with its metadata above and its tools below', () => {
  const page = read(`青嵐縣水利局關于2018年防汛工作的總結報告
              索引號
              620700099/2020-00031
              文號
              關鍵詞
              發布機構
              縣水利局
              公開形式
              主動公開
              責任部門
              辦公室
              生成日期
              2020-03-05 08:12:33
              是否有效

              ?

              2018年,我局認真落實防汛責任。

              一、落實責任

              各鄉鎮簽訂了責任書。

              ?

              〇一八年十一月二十日


              掃一掃在手機打開當前頁面`)

  test('gives its metadata as fields, blank ones told as lost', () => {
    expect(page.fields.map(({ name, value }) => [name, value])).toEqual([
      ['indexNumber', '620700099/2020-00031'],
      ['documentNumber', ''],
      ['keywords', ''],
      ['issuingAgency', '縣水利局'],
      ['disclosureMode', '主動公開'],
      ['responsibleDepartment', '辦公室'],
      ['createdOn', '2020-03-05 08:12:33'],
      ['validity', ''],
    ])
    expect(sentences(page, 'lost')).toEqual(['页面信息“文號”是空的。', '页面信息“關鍵詞”是空的。', '页面信息“是否有效”原来可能是图标，导出时丢失，请填写。'])
  })
  test('is dated by its own words, not by the day of the page, and the lost first character is doubted', () => {
    expect(page.draftedOn).toBe('2018-11-20')
    expect(sentences(page, 'doubtful')).toEqual(['日期“〇一八年十一月二十日”缺少年份的第一个字，可能是2018年11月20日，请核对。'])
  })
  test('has its title, the unit in full, its headings and nothing of the page', () => {
    expect(page).toMatchObject({ title: '青嵐縣水利局關于2018年防汛工作的總結報告', signedBy: '青嵐縣水利局' })
    expect(codes(page, 'dropped')).toEqual(['mark-lost', 'scan-code'])
    expect(renderBlocks(page.blocks)).toBe(
      '<p>2018年,我局認真落實防汛責任。</p>\n<h2>一、落實責任</h2>\n<p>各鄉鎮簽訂了責任書。</p>\n<p style="text-align:right">〇一八年十一月二十日</p>',
    )
  })
})

describe('an old yearly report whose figures and tables a page export crushed', () => {
  const report = read(`石桥镇2018年政府信息公开工作报告

本报告所列数据的统计期限从201811日起1231。

一、概述

(一)推进预算公开。及时公开预算,公开率达到100%,通过不同渠道和方式公开政府信息共计400余条

统 计 指 标

单位

统计数

主动公开情况

(一)主动公开政府信息数

412

其中:规范性文件数

2

二、重点领域

截至20181231,公开各类信息400余条,根据《关于加强公开的意见》(青政办发〔201821号)要求办理。

    重点领域公开

单位

统计数

    (一)公开环保信息数

 条

35

    (二)公开扶贫信息数

18

三、问题

公开还不够及时。

                       石桥镇政务公开领导小组办公室

                              201932`)

  test('keeps both tables, rebuilt from their cells, and tells which cells are gone', () => {
    expect(report.blocks.filter((block) => block.kind === 'table')).toEqual([
      {
        kind: 'table',
        rows: [
          ['统计指标', '单位', '统计数'],
          ['主动公开情况', '', ''],
          ['(一)主动公开政府信息数', '', '412'],
          ['其中:规范性文件数', '', '2'],
        ],
      },
      {
        kind: 'table',
        rows: [
          ['重点领域公开', '单位', '统计数'],
          ['(一)公开环保信息数', '条', '35'],
          ['(二)公开扶贫信息数', '', '18'],
        ],
      },
    ])
    expect(sentences(report, 'lost').slice(0, 2)).toEqual([
      '表格“统计指标”的“单位”一列全部丢失，请对照原文件补正。',
      '表格“(二)公开扶贫信息数”一行缺少“单位”。',
    ])
  })
  test('tells every date and number that lost its marks, and corrects none of them', () => {
    expect(sentences(report, 'lost').slice(2)).toEqual([
      '“201811日”中的日期丢失了“年”“月”等字，可能是2018年1月1日，请对照原文件改正。',
      '“1231”中的日期丢失了“年”“月”等字，可能是2018年12月31日，请对照原文件改正。',
      '“20181231”中的日期丢失了“年”“月”等字，可能是2018年12月31日，请对照原文件改正。',
    ])
    expect(sentences(report, 'doubtful')).toEqual([
      '日期“201932”丢失了年月日分隔，可能是2019年3月2日，请核对。',
      '“%,通过不同渠道和方式公开政府信息共计400余条”段末没有标点，可能有缺失，请对照原文件。',
      '正文引用的文号“青政办发〔201821号”括号残缺，请对照原文件改正。',
    ])
    expect(renderBlocks(report.blocks)).toContain('从201811日起1231。')
  })
  test('is signed and dated', () => expect(report).toMatchObject({ signedBy: '石桥镇政务公开领导小组办公室', draftedOn: '2019-03-02' }))
  test('marks the words that open a paragraph', () => expect(renderBlocks(report.blocks)).toContain('<p><strong>(一)推进预算公开。</strong>及时公开预算'))
})

test('Markdown headings of any depth follow the Chinese numbering', () => {
  const page = read(
    '# 2026 年工作总结\n\n2026 年，我局工作如下：\n\n## **一、加强领导**\n\n一是**健全制度**。成效明显。\n\n#### **二、加强宣传**\n\n宣传到位。\n\n青岚县司法局\n\n2026年12月7日\n',
  )
  expect(page.structure.outline).toEqual([
    { level: 2, text: '一、加强领导' },
    { level: 2, text: '二、加强宣传' },
  ])
  expect(page).toMatchObject({ title: '2026年工作总结', signedBy: '青岚县司法局', draftedOn: '2026-12-07' })
  expect(renderBlocks(page.blocks)).toContain('<p>一是<strong>健全制度</strong>。成效明显。</p>')
})

test('an official document gives its number, date and imprint', () => {
  const page = read(
    `青岚县人民政府办公室文件

青政办发【2026】第08号

青岚县人民政府办公室关于印发
《青岚县防汛抗旱应急预案》的通知

各乡镇人民政府，县直各部门：

《青岚县防汛抗旱应急预案》已经县政府同意，现印发给你们，请认真贯彻执行。

附件：1.应急预案
2.联系表

青岚县人民政府办公室
二〇二六年五月八日

抄送：县委办公室。
青岚县人民政府办公室 2026年5月8日印发`,
    '青岚县人民政府办公室',
  )
  expect(page).toMatchObject({
    title: '青岚县人民政府办公室关于印发《青岚县防汛抗旱应急预案》的通知',
    documentNumber: '青政办发〔2026〕8号',
    draftedOn: '2026-05-08',
    signedBy: '青岚县人民政府办公室',
  })
  expect(codes(page, 'dropped')).toEqual(['letterhead', 'imprint', 'imprint'])
  expect(codes(page, 'doubtful')).toEqual(['title-joined'])
  expect(page.structure.headings).toBe(0)
})

test('a chain of numbers with a hole is told', () => {
  const page = read('关于开展检查的方案\n\n一、目标\n\n查清底数。\n\n二、范围\n\n全县各单位。\n\n四、要求\n\n按时完成。\n')
  expect(sentences(page, 'doubtful')).toEqual(['标题序号从“二、”跳到“四、”，中间可能缺了一段，请对照原文件。'])
})

test('who signed is compared with who imports', () => {
  const text = '关于停水的公告\n\n因管网检修，定于9月1日停水。\n\n青岚县水务局\n2026年8月30日\n'
  expect(codes(read(text, '青岚县教育局'), 'doubtful')).toEqual(['unit-differs'])
  expect(codes(read(text, '青岚县水务局'), 'doubtful')).toEqual([])
})

test('nothing is made up for a page that has neither date nor unit', () => {
  const page = read('关于秋收的情况\n\n今年秋收形势较好，各乡镇组织有力。\n\n相关信息\n-\n没有关键字相关信息!')
  expect(page).toMatchObject({ title: '关于秋收的情况', draftedOn: null, documentNumber: null, signedBy: null })
  expect(codes(page, 'lost')).toEqual(['date-missing'])
  expect(codes(page, 'dropped')).toEqual(['related-links'])
})
