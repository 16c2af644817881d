// A bulletin put together: foreword, contents, and each document with its beginning and where the whole stands.
import { chineseNumeral } from '../../../law/laws.ts'
import { chineseDay, type Day } from '../../../kernel/day.ts'
import { clipped } from './derive/sentences.ts'

export interface BulletinItem {
  readonly documentId: string
  readonly title: string
  readonly unitName: string
  readonly documentNumber: string | null
  readonly indexNumber: string
  readonly publishedOn: Day
  readonly summary: string
  readonly bodyText: string
}

export interface BulletinText {
  readonly foreword: string
  readonly items: readonly BulletinItem[]
  /** Where the public reads, ending with a slash. */
  readonly publicAddress: string
}

const longestExcerpt = 240
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const p = (text: string): string => `<p style="text-indent:2em">${text}</p>`

/** 《政务公开简报》2026年第3期 */
export const bulletinTitle = (title: string, year: number, issue: number): string => `${title}（${year}年第${issue}期）`

/** The beginning of a text in whole sentences: without salutation and headings, which are no sentences. */
function beginning({ summary, bodyText }: BulletinItem): string {
  const lines = bodyText.split('\n').filter((line) => /[。！？；]/.test(line))
  return clipped(summary.trim() || lines.join(''), longestExcerpt)
}

export function bulletinHtml({ foreword, items, publicAddress }: BulletinText): string {
  const opening = foreword
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => p(escaped(line)))
  const contents = items.length === 0 ? [] : ['<h2>本期目录</h2>', `<ol>${items.map((item) => `<li>${escaped(item.title)}</li>`).join('')}</ol>`]
  const parts = items.flatMap((item, at) => {
    const address = `${publicAddress}documents/${item.documentId}`
    const from = [item.unitName, item.documentNumber, chineseDay(item.publishedOn), `索引号 ${item.indexNumber}`].filter((one) => one !== null)
    const text = beginning(item)
    return [
      `<h2>${chineseNumeral(at + 1)}、${escaped(item.title)}</h2>`,
      p(escaped(from.join('，'))),
      ...(text === '' ? [] : [p(escaped(text))]),
      p(`<a href="${escaped(address)}">查看全文</a>`),
    ]
  })
  return [...opening, ...contents, ...parts].join('')
}
