// A PDF with a text layer as lines, page after page, with indents, gaps and a large title recognised by its type size.
import { getDocumentProxy } from 'unpdf'
import type { TextBlock } from '../../../kernel/text-block.ts'
import { withoutRadicals } from './radicals.ts'
import { linesOf, withoutRepeats, type PageLine, type PdfPage, type Piece } from './pdf-lines.ts'

export interface PdfRead {
  readonly blocks: readonly TextBlock[]
  readonly pages: number
  readonly pagesWithoutText: readonly number[]
  readonly pageNumbers: number
  readonly runningHeads: readonly string[]
  readonly title: string | undefined
  /** Pages whose lines run over two columns. */
  readonly columnPages: readonly number[]
}

export type PdfFault = 'broken' | 'encrypted' | 'too-many-pages'

interface PdfItem {
  readonly str?: string
  readonly transform?: readonly number[]
  readonly width?: number
  readonly height?: number
}

const pieceOf = (item: PdfItem): Piece[] => {
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform ?? []
  return item.str ? [{ text: withoutRadicals(item.str), x, y, width: item.width ?? 0, size: Math.hypot(a, b) || (item.height ?? 10) }] : []
}

const middle = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** The size that most letters have: lines of a table are many and short. */
function commonSize(lines: readonly PageLine[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) letters.set(Math.round(size * 2) / 2, (letters.get(Math.round(size * 2) / 2) ?? 0) + text.length)
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** No part of a title: a sentence, the number of a section, the day and source of a page. */
const runningText = /[，。；]|^(?:发布|公布)?(?:日期|时间|来源)[：:]|^[一二三四五六七八九十]+、|^（[一二三四五六七八九十]+）/

function blocksOf(pages: readonly PdfPage[]): TextBlock[] {
  const all = pages.flatMap((page) => page.lines)
  const body = commonSize(all)
  const lefts = all.filter((line) => Math.abs(line.size - body) < body * 0.15).map((line) => line.x)
  const left = lefts.toSorted((a, b) => a - b)[Math.floor(lefts.length * 0.1)] ?? 0
  const rights = all.map((line) => line.right).toSorted((a, b) => a - b)
  const right = rights[Math.floor(rights.length * 0.9)] ?? 0
  const steps = pages.flatMap((page) => page.lines.slice(1).map((line, at) => (page.lines[at]?.y ?? 0) - line.y)).filter((step) => step > 0)
  const step = middle(steps)
  const centred = (line: PageLine, page: PdfPage): boolean =>
    line.x - left > body * 2.5 && right - line.right > body * 2.5 && Math.abs((line.x + line.right) / 2 - page.width / 2) < page.width * 0.06
  const atRight = (line: PageLine, page: PdfPage): boolean => line.x > page.width * 0.45 && line.right > right - body * 6

  const blocks: TextBlock[] = []
  for (const [number, page] of pages.entries()) {
    for (const [at, line] of page.lines.entries()) {
      const before = page.lines[at - 1]
      const large = number === 0 && at < 12 && line.size >= body * 1.25 && !line.text.includes('\t') && !runningText.test(line.text.trim())
      const last = blocks.at(-1)
      if (large) {
        // lines of one large title follow each other closely
        if (last?.kind === 'heading' && before && before.y - line.y < line.size * 2.5 && Math.abs(before.size - line.size) < 1) {
          blocks[blocks.length - 1] = { ...last, spans: [...last.spans, { text: line.text.trim() }] }
        } else blocks.push({ kind: 'heading', level: 1, spans: [{ text: line.text.trim() }] })
        continue
      }
      const gap = before && before.y - line.y > step * 1.5 ? 1 : 0
      const align = centred(line, page) ? ('center' as const) : atRight(line, page) ? ('right' as const) : undefined
      const indent = (line.x - left) / body
      blocks.push({
        kind: 'line',
        spans: [{ text: line.text }],
        gap: at === 0 ? 1 : gap,
        indented: align === undefined && indent > 1.3 && indent < 6,
        ...(align && { align }),
        ...(at === 0 && number > 0 && { pageStart: true }),
      })
    }
  }
  return blocks
}

const runsOverColumns = (page: PdfPage): boolean => {
  const two = page.lines.filter((line) => {
    const sides = line.text.split('\t')
    return sides.length === 2 && sides.every((side) => side.length >= 12)
  })
  return page.lines.length >= 8 && two.length > page.lines.length * 0.5
}

export async function readPdf(bytes: Uint8Array, bounds: { readonly mostPages: number }): Promise<PdfRead | PdfFault> {
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>
  try {
    // a copy: the reader takes the memory it is given
    pdf = await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      verbosity: 0,
      stopAtErrors: false,
    })
  } catch (error) {
    return (error as Error).name === 'PasswordException' ? 'encrypted' : 'broken'
  }
  try {
    if (pdf.numPages > bounds.mostPages) return 'too-many-pages'
    const pages: PdfPage[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      pages.push({ width, height, lines: linesOf(items.flatMap((item) => pieceOf(item as PdfItem))) })
      page.cleanup()
    }
    const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
    const title = (info as { Title?: unknown }).Title
    const bare = withoutRepeats(pages)
    return {
      blocks: blocksOf(bare.pages),
      pages: pages.length,
      pagesWithoutText: pages.flatMap((page, at) => (page.lines.length === 0 ? [at + 1] : [])),
      pageNumbers: bare.pageNumbers,
      runningHeads: bare.runningHeads,
      title: typeof title === 'string' && /\p{Script=Han}{4}/u.test(title) ? title : undefined,
      columnPages: pages.flatMap((page, at) => (runsOverColumns(page) ? [at + 1] : [])),
    }
  } catch {
    return 'broken'
  } finally {
    await pdf.loadingTask.destroy()
  }
}
