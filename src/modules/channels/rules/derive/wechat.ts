// The article for WeChat: HTML with its styles inside, because the editor it is pasted into keeps no others; and the line on its cover.
import { chineseDay } from '../../../../kernel/day.ts'
import { runningText, textOf, type PublishedText, type TextPart } from './published-text.ts'
import { clipped } from './sentences.ts'

export interface WechatArticle {
  readonly title: string
  /** 摘要, shown on the cover. */
  readonly digest: string
  readonly html: string
}

/** Characters that the editor takes for the summary of an article. */
export const longestDigest = 120

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const style = {
  article: 'margin:0;font-size:16px;line-height:1.9;color:#1b2733;letter-spacing:0.5px;text-align:justify',
  meta: 'margin:0 0 16px;padding:0 0 12px;border-bottom:1px solid #d8e0e8;font-size:14px;color:#566472',
  heading: 'margin:24px 0 8px;font-size:17px;font-weight:bold;color:#0f4c94',
  paragraph: 'margin:0 0 12px;text-indent:2em',
  flush: 'margin:0 0 12px',
  item: 'margin:0 0 8px;padding-left:1.5em',
  table: 'width:100%;margin:12px 0;border-collapse:collapse;font-size:14px;line-height:1.5',
  cell: 'padding:6px;border:1px solid #9aa5b1;text-align:left',
  foot: 'margin:24px 0 0;padding:12px 16px;background:#f4f7fa;font-size:14px;color:#566472;text-align:left;overflow-wrap:anywhere',
} as const

function inline(runs: Extract<TextPart, { kind: 'paragraph' }>['runs']): string {
  return runs
    .map((run) => (run.bold ? `<strong>${escaped(run.text)}</strong>` : escaped(run.text)))
    .join('')
    .trim()
}

function partOf(part: TextPart): string {
  switch (part.kind) {
    case 'heading':
      return `<p style="${style.heading}">${inline(part.runs)}</p>`
    case 'item':
      return `<p style="${style.item}">${escaped(part.mark)} ${inline(part.runs)}</p>`
    case 'table': {
      const rows = part.rows.map((row) => {
        const cells = row.map((cell) => {
          const spans = `${cell.columns > 1 ? ` colspan="${cell.columns}"` : ''}${cell.rows > 1 ? ` rowspan="${cell.rows}"` : ''}`
          return `<td style="${style.cell}${cell.head ? ';font-weight:bold;background:#e8f0fa' : ''}"${spans}>${escaped(textOf(cell.runs))}</td>`
        })
        return `<tr>${cells.join('')}</tr>`
      })
      return `<table style="${style.table}"><tbody>${rows.join('')}</tbody></table>`
    }
    case 'paragraph':
      return part.align === 'left'
        ? `<p style="${textOf(part.runs).endsWith('：') ? style.flush : style.paragraph}">${inline(part.runs)}</p>`
        : `<p style="${style.flush};text-align:${part.align}">${inline(part.runs)}</p>`
  }
}

/** `qr` is a picture as a data address; WeChat opens no outside links, so readers scan it. */
export function wechatOf(of: PublishedText, qr: string): WechatArticle {
  const meta = [of.unitName, of.documentNumber, chineseDay(of.publishedOn)]
    .filter((one) => one !== null)
    .map(escaped)
    .join('　')
  const files = of.attachments.length === 0 ? '' : `<br/>附件：${of.attachments.map(escaped).join('、')}（请到网站下载）`
  const html = [
    `<section style="${style.article}">`,
    `<p style="${style.meta}">${meta}</p>`,
    ...of.parts.map(partOf),
    `<section style="${style.foot}"><p style="margin:0">来源：${escaped(of.unitName)}<br/>索引号：${escaped(of.indexNumber)}${files}<br/>原文：${escaped(of.address)}</p>`,
    `<p style="margin:12px 0 0;text-align:center"><img src="${escaped(qr)}" width="140" height="140" alt="扫码看原文"/><br/>扫码看原文</p></section>`,
    '</section>',
  ].join('')
  return { title: of.title, digest: clipped(of.summary || runningText(of), longestDigest), html }
}
