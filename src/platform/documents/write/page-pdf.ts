// A printed page, made as HTML for the browser, as PDF: its text and tables in the layout of a sheet.
import { blocksOfHtml } from './blocks-of-html.ts'
import type { PdfPress } from './pdf.ts'

export function pdfOfPage(press: PdfPress, title: string, page: string): Promise<Buffer> {
  const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(page)?.[1] ?? page
  const text = body.replaceAll(/<(style|script|button)\b[\s\S]*?<\/\1>|<h1\b[\s\S]*?<\/h1>/gi, '')
  return press.pdfOf({ title, number: '', facts: [], blocks: blocksOfHtml(text), attachments: [], foot: [] })
}
