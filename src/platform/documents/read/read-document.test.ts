import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, test } from 'vitest'
import { textOf } from '../../../kernel/text-block.ts'
import { blocksOfHtml } from '../write/blocks-of-html.ts'
import { openPdfPress } from '../write/pdf.ts'
import { testDoc, testDocx, testPdf, testPng, testZip } from './fixtures.ts'
import { readDocument, type ReadResult } from './read-document.ts'
import { openReader } from './reader.ts'

const story = '青岚县人民政府办公室关于印发防汛工作方案的通知\n\n各乡镇人民政府，县直各部门：\n\n现将防汛工作方案印发给你们，请认真贯彻执行。\n'

const textsOf = (result: ReadResult): string[] => (result.as === 'text' ? result.blocks.map(textOf) : [])
const refusalOf = (result: ReadResult): string => (result.as === 'refused' ? result.code : result.as)

describe('encodings', () => {
  const written: readonly (readonly [string, Buffer])[] = [
    ['UTF-8', Buffer.from(story)],
    ['UTF-8', Buffer.from(`\uFEFF${story}`)],
    ['GB18030', iconv.encode(story, 'gb18030')],
    ['UTF-16LE', iconv.encode(story, 'utf16le', { addBOM: true })],
    ['UTF-16BE', iconv.encode(story, 'utf16be', { addBOM: true })],
    ['UTF-16LE', iconv.encode(`${story}\n2026 plan, version 1\n`, 'utf16le', { addBOM: false })],
    ['Big5', iconv.encode('青嵐縣政府關於印發工作計劃的通知，各鄉鎮要認真學習，全面總結工作情況，及時發布信息。', 'big5')],
  ]
  test.each(written)('finds %s by the bytes', async (encoding, bytes) => {
    const result = await readDocument({ name: '通知.txt', bytes })
    expect(result).toMatchObject({ as: 'text', encoding })
    expect(textsOf(result)[0]).toMatch(/的通知/)
    expect(result.as === 'text' && result.notes.map((note) => note.code)).toEqual(['encoding'])
  })

  test('says when it is not sure', async () => {
    const result = await readDocument({ name: '短.txt', bytes: Buffer.from([0xb0, 0xa1, 0xff, 0xb0, 0x81]) })
    expect(result.as === 'text' && result.notes[0]?.code).toBe('encoding-unsure')
  })
})

describe('files that are refused', () => {
  const bomb = testZip({ 'word/document.xml': Buffer.alloc(80 * 1024 * 1024, 0x20), '[Content_Types].xml': '<x/>' })
  const entity = testZip({ 'word/document.xml': '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' })
  const encrypted = testZip({ 'word/document.xml': '<a/>' })
  encrypted.writeUInt16LE(1, encrypted.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 8)
  const lying = testZip({ 'word/document.xml': 'x'.repeat(5000) })
  lying.writeUInt32LE(10, lying.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24)
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])
  const cases: readonly (readonly [string, string, Buffer])[] = [
    ['file-empty', '空.txt', Buffer.alloc(0)],
    ['file-empty', '空白.txt', Buffer.from(' \r\n\r\n\u3000'.replace('\u3000', ' '))],
    ['file-unsupported', '程序.exe', Buffer.from('MZ')],
    ['file-unsupported', '没有扩展名', Buffer.from(story)],
    ['file-disguised', '程序.pdf', Buffer.from('MZ\u0090\u0000\u0003\u0000\u0000\u0000\u0004\u0000', 'latin1')],
    ['file-disguised', '网页.txt', Buffer.from('<!DOCTYPE html><html><body>通知</body></html>')],
    ['file-disguised', '文字.docx', Buffer.from(story)],
    ['file-disguised', '图片.pdf', testPng],
    ['file-disguised', '压缩包.docx', testZip({ 'a.txt': 'a' })],
    ['file-broken', '坏.pdf', Buffer.from('%PDF-1.7\nnothing')],
    ['file-broken', '坏.docx', Buffer.from('PK\u0003\u0004nothing', 'latin1')],
    ['file-broken', '缺.docx', testZip({ 'word/document.xml': '<w:document' })],
    ['file-too-expanded', '炸弹.docx', bomb],
    ['file-too-expanded', '谎报.docx', lying],
    ['file-unsafe-xml', '实体.docx', entity],
    ['file-encrypted', '加密.docx', encrypted],
    ['file-encrypted', '加密文档.docx', ole],
  ]
  test.each(cases)('%s: %s', async (code, name, bytes) => {
    expect(refusalOf(await readDocument({ name, bytes }))).toBe(code)
  })
})

test('a Word document keeps its headings, tables, bold words and pictures', async () => {
  const result = await readDocument({ name: '通知.docx', bytes: await testDocx() })
  expect(result.as).toBe('text')
  if (result.as !== 'text') return
  expect(result.blocks.map((block) => block.kind)).toEqual([
    'heading',
    'paragraph',
    'paragraph',
    'heading',
    'paragraph',
    'heading',
    'table',
    'picture',
    'paragraph',
    'paragraph',
  ])
  expect(result.blocks[6]).toMatchObject({
    rows: [
      ['乡镇', '任务（吨）'],
      ['云溪镇', '1200'],
      ['石门镇', '860'],
    ],
  })
  expect(result.blocks[4]).toMatchObject({ spans: [{ text: '秋粮收储关系' }, { text: '农民增收', bold: true }, { text: '，各乡镇要抓紧落实。' }] })
  expect(result.pictures).toHaveLength(1)
})

test('a PDF keeps the order of its lines and loses page numbers and running heads', async () => {
  const page = (number: number, ...lines: string[]) => [
    { text: '青岚县人民政府公报', size: 10 },
    ...lines.map((text) => ({ text })),
    { text: `— ${number} —`, down: 740 - lines.length * 28 },
  ]
  const pdf = testPdf([page(1, '第一页的第一行文字', '第一页的第二行文字'), page(2, '第二页的文字'), page(3, '第三页的文字')])
  const result = await readDocument({ name: '公报.pdf', bytes: pdf })
  expect(textsOf(result)).toEqual(['第一页的第一行文字', '第一页的第二行文字', '第二页的文字', '第三页的文字'])
  expect(result.as === 'text' && result.notes.map((note) => note.code)).toEqual(['running-head', 'page-number'])
  expect(result).toMatchObject({ pages: 3 })
})

test('a PDF that we set ourselves reads back as it was written', async () => {
  const press = openPdfPress()
  const html = `<p>各乡镇人民政府：</p><p>${'为保障群众用水安全，各乡镇要定期检测水质，并向社会公布结果。'.repeat(6)}</p><table><tr><th>乡镇</th><th>次数</th></tr><tr><td>云溪镇</td><td>12</td></tr></table>`
  const bytes = await press.pdfOf({ title: '关于开展水质检测的通知', number: '', facts: [], blocks: blocksOfHtml(html), attachments: [], foot: [] })
  await press.close()
  const texts = textsOf(await readDocument({ name: '通知.pdf', bytes }))
  const dense = texts.join('').replace(/\s/gu, '')
  expect(dense).toContain('关于开展水质检测的通知')
  expect(dense).toContain('为保障群众用水安全，各乡镇要定期检测水质，并向社会公布结果。'.repeat(6))
  expect(texts).toContain('云溪镇\t12')
})

test('a scanned PDF is taken as an attachment without a text layer', async () => {
  expect(await readDocument({ name: '扫描.pdf', bytes: testPdf([[], []]) })).toMatchObject({ as: 'attachment', text: '', pages: 2 })
})

test('pictures, sheets and OFD files are attachments, with their words where they have any', async () => {
  expect(await readDocument({ name: '扫描.png', bytes: testPng })).toMatchObject({ as: 'attachment', text: '', mediaType: 'image/png' })
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('补贴发放表')
  sheet.addRow(['姓名', '金额'])
  sheet.addRow(['李四', 800])
  book.addWorksheet('底稿', { state: 'hidden' }).addRow(['不公开'])
  const sheets = await readDocument({ name: '名单.xlsx', bytes: Buffer.from(await book.xlsx.writeBuffer()) })
  expect(sheets).toMatchObject({ as: 'attachment', text: '补贴发放表\n姓名\t金额\n李四\t800', notes: [{ code: 'embedded-lost' }] })
  const ofd = testZip({ 'OFD.xml': '<ofd/>', 'Doc_0/Pages/Page_0/Content.xml': '<a><ofd:TextCode X="1">县政府公告</ofd:TextCode></a>' })
  expect(await readDocument({ name: '公告.ofd', bytes: ofd })).toMatchObject({ as: 'attachment', text: '县政府公告' })
})

test('a Word 97 file gives its words, and one cut short gives none', async () => {
  const doc = testDoc('青岚县林业局关于护林防火的通告\r各村：\r严禁野外用火。\r')
  expect(await readDocument({ name: '通告.doc', bytes: doc })).toMatchObject({
    as: 'attachment',
    format: 'word-97',
    text: '青岚县林业局关于护林防火的通告\n各村：\n严禁野外用火。',
  })
  expect(await readDocument({ name: '通告.wps', bytes: doc.subarray(0, 2000) })).toMatchObject({ as: 'attachment', text: '' })
})

test('a page gives its article, its meta tags and what stands around it', async () => {
  const html = `<html><head><meta charset="utf-8"><meta name="ArticleTitle" content="关于停水的公告"><title>关于停水的公告-青岚县</title></head><body>
    <ul><li><a href="/">首页</a></li><li><a href="/a">动态</a></li><li><a href="/b">公告</a></li></ul>
    <table><tr><td>索引号：</td><td>11320000/2026-00012</td></tr><tr><td>发布机构：</td><td>县水务局</td></tr></table>
    <div class="article-content"><h1>关于停水的公告</h1><p>因管网改造，定于9月1日停水。</p><p style="display:none">隐藏</p>
    <p>请用户提前储水。<a href="javascript:x()">点此</a><br>特此公告。</p>
    <table><tr><td rowspan="2">片区</td><td colspan="2">时间</td></tr><tr><td>起</td><td>止</td></tr></table><img src="/a.jpg" alt="示意图"></div></body></html>`
  const result = await readDocument({ name: '公告.html', bytes: Buffer.from(html) })
  expect(result).toMatchObject({ as: 'text', meta: { ArticleTitle: '关于停水的公告' } })
  if (result.as !== 'text') return
  expect(result.blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph', 'line', 'line', 'table'])
  expect(result.blocks[4]).toMatchObject({
    rows: [
      ['片区', '时间', ''],
      ['', '起', '止'],
    ],
    html: expect.stringContaining('rowspan="2"'),
  })
  expect(result.surroundings.map((block) => block.kind)).toEqual(['table'])
  expect(result.notes.map((note) => note.code)).toEqual(['encoding', 'picture-lost', 'hidden-text'])
})

test('Markdown tables, lists, bold words and headings are understood', async () => {
  const text = '# 关于公布名单的通知\n\n**重点**事项如下：\n\n- 第一项\n- 第二项\n\n| 姓名 | 单位 |\n| --- | --- |\n| 王五 | 县**财政**局 |\n'
  const result = await readDocument({ name: '通知.md', bytes: Buffer.from(text) })
  if (result.as !== 'text') throw new Error('not read')
  expect(result.blocks).toEqual([
    { kind: 'heading', level: 1, spans: [{ text: '关于公布名单的通知' }] },
    { kind: 'line', spans: [{ text: '重点', bold: true }, { text: '事项如下：' }], gap: 1, indented: false },
    { kind: 'list', ordered: false, items: [[{ text: '第一项' }], [{ text: '第二项' }]] },
    {
      kind: 'table',
      rows: [
        ['姓名', '单位'],
        ['王五', '县财政局'],
      ],
    },
  ])
})

describe('the reader on its own thread', () => {
  const reader = openReader({ milliseconds: 30_000, megabytes: 512 })
  afterAll(() => reader.close())

  test('reads files one after the other, and a broken one does not stop the next', async () => {
    const results = await Promise.all([
      reader.read({ name: '一.txt', bytes: Buffer.from(story) }),
      reader.read({ name: '二.pdf', bytes: Buffer.from('%PDF-1.7\nnothing') }),
      reader.read({ name: '三.docx', bytes: await testDocx() }),
    ])
    expect(results.map(refusalOf)).toEqual(['text', 'file-broken', 'text'])
  })

  test('gives up on a file that takes too long, and goes on with the next', async () => {
    const hasty = openReader({ milliseconds: 1, megabytes: 512 })
    expect(await hasty.read({ name: '三.docx', bytes: await testDocx() })).toMatchObject({ as: 'refused', code: 'file-too-slow' })
    await hasty.close()
  })
})
