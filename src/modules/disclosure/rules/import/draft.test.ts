import { describe, expect, test } from 'vitest'
import { readPlainText } from '../../../../platform/documents/read/read-text.ts'
import { draftedFields, formerPageOf, kindOf, themeOf } from './draft.ts'
import { csvCells, readManifest } from './manifest.ts'
import { structureOf } from './structure.ts'

const titles: readonly (readonly [string, string | undefined, string])[] = [
  ['关于做好防汛工作的通知', undefined, '通知'],
  ['关于做好防汛工作的通知（试行）', undefined, '通知'],
  ['青岚县水利局2018年工作總結報告', undefined, '报告'],
  ['关于商请支持农田建设的函', undefined, '函'],
  ['青岚县人民政府令', undefined, '命令（令）'],
  ['县长办公会议纪要', undefined, '纪要'],
  ['青岚县概况', undefined, '其他'],
  ['青岚县概况', '公告', '公告'],
]
test.each(titles)('“%s” (%s) is a %s', (title, genre, kind) => expect(kindOf(title, genre)).toBe(kind))

const themes: readonly (readonly [string, string | null])[] = [
  ['综合政务\\政务公开', '综合政务\\政务公开'],
  ['综合政务 / 政务公开', '综合政务\\政务公开'],
  ['政务公开', '综合政务\\政务公开'],
  ['其他', '其他'],
  ['我县动态', null],
]
test.each(themes)('the theme "%s" is %s', (written, theme) => expect(themeOf(written)).toBe(theme))

test('metadata of a page go into the fields of the edition, and what has no place is told', () => {
  const text =
    '索引号：015/2019-00007　发布机构：县民政局\n主题分类：我县动态\n公开方式：依申请公开　有效性：失效\n关键词：救助；低保\n来源：县政府网\n发布日期：2019-05-06 10:00\n原地址：http://old.example.cn/a.html\n\n关于调整救助标准的通知\n\n自六月起调整标准。\n'
  const document = structureOf(readPlainText(text, false).blocks, { fileName: 'a.txt' })
  const { content, doubtful } = draftedFields(document, '县民政局', ['c'])
  expect(content).toMatchObject({
    title: '关于调整救助标准的通知',
    kind: '通知',
    theme: null,
    disclosureMode: 'on-application',
    validity: 'expired',
    keywords: ['救助', '低保'],
    source: '县政府网',
    columnIds: ['c'],
  })
  expect(doubtful.map((found) => found.field)).toEqual(['themeCategory'])
  expect(formerPageOf(document.fields, {})).toEqual({
    originalPublishedOn: '2019-05-06',
    originalIndexNumber: '015/2019-00007',
    originalAddress: 'http://old.example.cn/a.html',
  })
})

describe('the list of a former site', () => {
  test('may have quotes, line breaks and commas in its cells', () => {
    expect(csvCells('a,"b,""c""",d\r\n"x\ny",,z')).toEqual([
      ['a', 'b,"c"', 'd'],
      ['x\ny', '', 'z'],
    ])
  })
  test('tells each line that cannot be used', () => {
    const ruling = readManifest('文件名,標題,發布日期,原地址\n1.html,标题一,2019年5月6日,ftp://x\n,无名,2019-1-1,\n1.html,标题二,,/a\n')
    expect(ruling.ok && [...ruling.value.rows]).toEqual([
      [
        '1.html',
        { title: '标题二', originalPublishedOn: null, originalIndexNumber: null, originalAddress: '/a', documentNumber: null, draftedOn: null, column: null },
      ],
    ])
    expect(ruling.ok && ruling.value.problems.map(({ line }) => line)).toEqual([2, 3, 4])
  })
  test('needs a column of file names', () => expect(readManifest('标题,日期\na,b\n')).toEqual({ ok: false, refusals: [{ code: 'manifest-without-names' }] }))
})
