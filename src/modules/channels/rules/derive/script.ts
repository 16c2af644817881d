// The script that an announcer reads: what it is and from whom, the text in spoken words with its pauses, and where it can be read.
import { chineseDay } from '../../../../kernel/day.ts'
import { textOf, type PublishedText, type TextPart } from './published-text.ts'
import { spoken } from './spoken.ts'

export const shortPause = '（停顿）'
export const longPause = '（长停顿）'

type Rows = Extract<TextPart, { kind: 'table' }>['rows']

/** 同比增长（%） over 6.3 is said 同比增长百分之六点三. */
function cellOf(head: string, value: string): string {
  const [, name, unit] = /^(.+?)[（(]([^（）()]{1,6})[）)]$/.exec(head) ?? []
  return name !== undefined && unit !== undefined && /^[-−－]?[\d,.]+$/.test(value) ? `${name}${value}${unit}` : `${head}${value}`
}

/** A table row by row, each value after the name of its column. */
function spokenTable(rows: Rows): string[] {
  const [head, ...body] = rows.map((row) => row.map((cell) => textOf(cell.runs)))
  if (!head || body.length === 0) return []
  return body.map((row) => {
    const cells = row.flatMap((value, at) => (value === '' ? [] : [at === 0 ? value : cellOf(head[at] ?? '', value)]))
    return `${spoken(cells.join('，'))}。`
  })
}

export function scriptOf(of: PublishedText): string {
  const number = of.documentNumber === null ? '' : `，${of.documentNumber}`
  const opening = spoken(`下面宣读：《${of.title}》${number}，${of.unitName}${chineseDay(of.publishedOn)}公开。`)
  const body = of.parts.flatMap((part): string[] => {
    if (part.kind === 'table') return spokenTable(part.rows)
    const text = textOf(part.runs)
    if (text === '') return []
    return [spoken(text) + (part.kind === 'heading' && !/[。：！？]$/.test(text) ? '。' : '')]
  })
  const files = of.attachments.length === 0 ? '' : `本文件有附件${spoken(String(of.attachments.length))}个，请到网站查看。`
  const closing = `宣读完毕。${files}全文可在政府网站查阅。`
  return [opening, longPause, body.join(`\n${shortPause}\n`), longPause, closing].join('\n')
}
