// What is made of a published text for other channels, on one text written by hand.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import { ledLinesOf, linesOf } from './led.ts'
import { microBlogOf } from './micro-blog.ts'
import { runningText, type PublishedText, type TextPart } from './published-text.ts'
import { scriptOf } from './script.ts'
import { clipped, lengthOf, sentencesOf } from './sentences.ts'
import { wechatOf } from './wechat.ts'

const p = (text: string, align: 'left' | 'right' = 'left'): TextPart => ({ kind: 'paragraph', runs: [{ text }], align })
const cell = (text: string, head = false) => ({ runs: [{ text }], head, columns: 1, rows: 1 })

const text: PublishedText = {
  title: '关于调整冬季供热时间的通告',
  documentNumber: '青建发〔2026〕31号',
  unitName: '青岚县住房和城乡建设局',
  indexNumber: 'MBQL09060/2026-00012',
  publishedOn: day('2026-10-20'),
  summary: '',
  parts: [
    p('城区各用热单位、居民用户：'),
    p('受冷空气影响，今年城区供热提前至10月25日开始。室温不低于18℃。'),
    { kind: 'heading', level: 2, runs: [{ text: '一、注水试压' }] },
    p('10月22日8:00至18:00注水试压，请留人在家；发现漏水，拨打12345。'),
    {
      kind: 'table',
      rows: [
        [cell('片区', true), cell('试压日期', true)],
        [cell('东湖片区'), cell('10月22日')],
      ],
    },
    p('青岚县住房和城乡建设局', 'right'),
    p('2026年10月19日', 'right'),
  ],
  attachments: ['各片区联系电话.xlsx'],
  address: 'https://www.qinglan.example/documents/1',
}

describe('shortening', () => {
  it.each([
    { of: '甲。乙乙。丙丙丙。', limit: 5, is: '甲。乙乙。' },
    { of: '甲。乙乙。丙丙丙。', limit: 4, is: '甲。' },
    { of: '甲甲甲甲甲。', limit: 3, is: '' },
    { of: '他说：“好。”然后走了。', limit: 7, is: '他说：“好。”' },
    { of: '甲；乙；丙。', limit: 4, is: '甲；乙。' },
    { of: '没有句号', limit: 10, is: '没有句号' },
  ])('$of to $limit: $is', ({ of, limit, is }) => expect(clipped(of, limit)).toBe(is))

  it('never cuts a sentence and never says more than was written', () => {
    const words = fc.array(fc.constantFrom('水', '电', '暖', '。', '，', '；', '！', '”'), { maxLength: 60 }).map((all) => all.join(''))
    fc.assert(
      fc.property(words, fc.integer({ min: 0, max: 40 }), (of, limit) => {
        const cut = clipped(of, limit)
        expect(lengthOf(cut)).toBeLessThanOrEqual(limit)
        const whole = sentencesOf(of).join('')
        expect(whole.startsWith(cut.slice(0, -1))).toBe(true)
        expect(sentencesOf(of).some((_one, at, all) => all.slice(0, at).join('').replace(/；$/, '。') === cut) || cut === whole.replace(/；$/, '。')).toBe(true)
      }),
    )
  })

  it('takes the running text alone: no salutation, heading, table or signature', () => {
    expect(runningText(text)).toBe(
      '受冷空气影响，今年城区供热提前至10月25日开始。室温不低于18℃。10月22日8:00至18:00注水试压，请留人在家；发现漏水，拨打12345。',
    )
  })
})

describe('a micro-blog', () => {
  it('is title, whole sentences, and the address, within the limit', () => {
    expect(microBlogOf(text, 131).text).toContain('请留人在家；发现漏水，拨打12345。全文')
    expect(microBlogOf(text, 130)).toEqual({
      text: '【关于调整冬季供热时间的通告】受冷空气影响，今年城区供热提前至10月25日开始。室温不低于18℃。10月22日8:00至18:00注水试压，请留人在家。全文：https://www.qinglan.example/documents/1',
      length: 118,
      tooLong: false,
    })
    expect(microBlogOf(text, 90).text).toBe(
      '【关于调整冬季供热时间的通告】受冷空气影响，今年城区供热提前至10月25日开始。全文：https://www.qinglan.example/documents/1',
    )
  })
  it('says the summary where there is one', () => {
    expect(microBlogOf({ ...text, summary: '供热提前到10月25日。' }, 140).text).toContain('】供热提前到10月25日。全文')
  })
  it('tells when title and address alone are too long', () => {
    expect(microBlogOf(text, 40)).toMatchObject({ text: '【关于调整冬季供热时间的通告】全文：https://www.qinglan.example/documents/1', tooLong: true })
  })
})

describe('the lines of a screen', () => {
  it('are no wider than the screen, and no mark begins one', () => {
    expect(ledLinesOf(text, { columns: 12, most: 90 })).toEqual([
      '关于调整冬季供热时间的通',
      '告',
      '青岚县住房和城乡建设局',
      '2026年10月20日',
      '受冷空气影响，今年城区供',
      '热提前至10月25日开始。',
      '室温不低于18℃。',
    ])
  })
  it('break before an opening bracket, and keep a number whole', () => {
    expect(linesOf('请于即日起到大厅（二楼）办理', 9)).toEqual(['请于即日起到大厅', '（二楼）办理'])
    expect(linesOf('今年投入资金12,345.6元', 8)).toEqual(['今年投入资金', '12,345.6', '元'])
    expect(linesOf('网址www.qinglan.example', 8)).toEqual(['网址', 'www.qing', 'lan.exam', 'ple'])
  })
  it('lose no letter and stay within the width, but for a mark that closes', () => {
    const words = fc
      .array(fc.constantFrom('水', '电', '暖', '。', '，', '（', '）', '《', '》', '12.5', 'PM'), { minLength: 1, maxLength: 60 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 20 }), (of, columns) => {
        const lines = linesOf(of, columns)
        expect(lines.join('')).toBe(of)
        for (const line of lines) expect(lengthOf(line)).toBeLessThanOrEqual(columns + 1)
      }),
    )
  })
})

describe('a script to read aloud', () => {
  it('says what it is, the text in spoken words with its pauses, and where to read it', () => {
    expect(scriptOf(text)).toBe(`下面宣读：《关于调整冬季供热时间的通告》，青建发二零二六年第三十一号，青岚县住房和城乡建设局二零二六年十月二十日公开。
（长停顿）
城区各用热单位、居民用户：
（停顿）
受冷空气影响，今年城区供热提前至十月二十五日开始。室温不低于十八摄氏度。
（停顿）
一、注水试压。
（停顿）
十月二十二日八点整至十八点整注水试压，请留人在家；发现漏水，拨打幺二三四五。
（停顿）
东湖片区，试压日期十月二十二日。
（停顿）
青岚县住房和城乡建设局
（停顿）
二零二六年十月十九日
（长停顿）
宣读完毕。本文件有附件一个，请到网站查看。全文可在政府网站查阅。`)
  })
})

describe('a table read aloud', () => {
  it('says the unit of a column after each of its values', () => {
    const table: TextPart = {
      kind: 'table',
      rows: [
        [cell('指标', true), cell('同比增长（%）', true), cell('金额（万元）', true), cell('备注', true)],
        [cell('工业'), cell('6.3'), cell('1,200'), cell('')],
      ],
    }
    expect(scriptOf({ ...text, parts: [table] })).toContain('工业，同比增长百分之六点三，金额一千二百万元。')
  })
})

describe('an article for WeChat', () => {
  it('carries its styles inside, its source, and the code to scan; what was typed runs nowhere', () => {
    const hostile = { ...text, title: '<b>', unitName: '<script>alert(1)</script>', parts: [p('a<img src=x onerror=alert(1)>。'), ...text.parts] }
    const { html, digest } = wechatOf(hostile, 'data:image/svg+xml;base64,AA')
    expect(html).not.toMatch(/<script|<img src=x|class=|<style/)
    expect(html).toContain('来源：&lt;script&gt;')
    expect(html).toContain('索引号：MBQL09060/2026-00012')
    expect(html).toContain('<img src="data:image/svg+xml;base64,AA" width="140"')
    for (const [tag] of html.matchAll(/<(p|table|td)(?=[\s>])[^>]*>/g)) expect(tag).toContain('style="')
    expect(wechatOf(text, '').digest).toBe(
      '受冷空气影响，今年城区供热提前至10月25日开始。室温不低于18℃。10月22日8:00至18:00注水试压，请留人在家；发现漏水，拨打12345。',
    )
    expect(lengthOf(digest)).toBeLessThanOrEqual(120)
  })
})
