// Letters that a PDF writes as radicals are the characters that a reader sees.
import { describe, expect, it } from 'vitest'
import { readDocument } from './read-document.ts'
import { testPdf } from './fixtures.ts'
import { withoutRadicals } from './radicals.ts'

describe('radicals in place of characters', () => {
  it.each([
    ['⽯岭市⼈⺠政府', '石岭市人民政府'],
    ['⻘⽲区⽔务局', '青禾区水务局'],
    ['⻔⼾⽹站', '门户网站'],
    ['⼀、总体情况', '一、总体情况'],
    ['石岭市人民政府', '石岭市人民政府'],
  ])('%s is %s', (written, read) => {
    expect(withoutRadicals(written)).toBe(read)
  })

  it('are put right in the text of a PDF, and a paragraph in larger letters than its tables is no title', async () => {
    const cell = { size: 9, down: 14 }
    const lines = [
      { text: '⽯岭市⽔务局⼆〇⼆⼆年年度报告', size: 24 },
      { text: '⼀、总体情况' },
      { text: '全年收到申请六件，其中⾃然⼈五件。' },
      ...['信息内容本年制发件数本年废止件数', '规章零零零现行有效件数零零零零零', '行政规范性文件零零零零零零零零零'].map((text) => ({ text, ...cell })),
    ]
    const read = await readDocument({ name: '年报.pdf', bytes: testPdf([lines]) })
    if (read.as !== 'text') throw new Error('not read as text')
    expect(read.blocks.map((block) => ('spans' in block ? `${block.kind}：${block.spans.map(({ text }) => text).join('')}` : block.kind)).slice(0, 3)).toEqual([
      'heading：石岭市水务局二〇二二年年度报告',
      'line：一、总体情况',
      'line：全年收到申请六件，其中自然人五件。',
    ])
  })
})
