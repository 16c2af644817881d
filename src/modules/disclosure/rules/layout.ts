// 一键排版: a cleaned text laid out as official documents are: paragraphs indented by two characters, headings by their numbers, the end to the right.
import { cleanHtml, textOfHtml } from '../../../platform/html/clean.ts'

const firstLevel = /^[一二三四五六七八九十]{1,3}、.{1,40}$/
const secondLevel = /^（[一二三四五六七八九十]{1,3}）.{1,40}$/
const chapter = /^第[一二三四五六七八九十百]{1,5}[章节]\s*.{0,30}$/
const sentenceEnd = /[。；;！!？?，,：:]$/
const writtenDay = /^[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/
const spaces = /^(?:&nbsp;|[\s\u00a0\u3000])+|(?:&nbsp;|[\s\u00a0\u3000])+$/g

const styled = (style: string, inner: string): string => `<p style="${style}">${inner}</p>`

function paragraph(style: string, inner: string): string {
  const trimmed = inner.replaceAll(spaces, '')
  const text = textOfHtml(trimmed)
  if (text === '' && !/<img\b/.test(trimmed)) return ''
  if (/text-align:\s*center/.test(style) || (/<img\b/.test(trimmed) && text === '')) return styled('text-align:center', trimmed)
  if (/text-align:\s*right/.test(style) || writtenDay.test(text)) return styled('text-align:right', trimmed)
  const heading = !sentenceEnd.test(text)
  if (heading && (firstLevel.test(text) || chapter.test(text))) return `<h2>${trimmed.replaceAll(/<\/?(?:strong|span)\b[^>]*>/g, '')}</h2>`
  if (heading && secondLevel.test(text)) return `<h3>${trimmed.replaceAll(/<\/?(?:strong|span)\b[^>]*>/g, '')}</h3>`
  return styled('text-indent:2em', trimmed)
}

/** The salutation (各乡镇人民政府：) stands at the margin, the name above the date to the right. */
function edges(html: string): string {
  const opened = html.replace(/^<p style="text-indent:2em">((?:(?!<\/p>).){2,120}：)<\/p>/, '<p>$1</p>')
  return opened.replaceAll(/<p style="text-indent:2em">([^<>。，；：]{2,30})<\/p>(?=\s*<p style="text-align:right">)/g, '<p style="text-align:right">$1</p>')
}

export function layOut(bodyHtml: string): string {
  const html = cleanHtml(bodyHtml)
  // What stands in a table, a list or a quotation has a layout of its own.
  const pieces = html.split(/(<(table|ul|ol|blockquote|figure)\b[\s\S]*?<\/\2>)/)
  const laid: string[] = []
  for (let at = 0; at < pieces.length; at += 3) {
    laid.push(
      (pieces[at] ?? '').replaceAll(/<p(?:\s+style="([^"]*)")?[^>]*>([\s\S]*?)<\/p>/g, (_whole, style: string | undefined, inner: string) =>
        paragraph(style ?? '', inner),
      ),
    )
    laid.push(pieces[at + 1] ?? '')
  }
  return edges(cleanHtml(laid.join('')).replaceAll(/\s*\n\s*/g, ''))
}
