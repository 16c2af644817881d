// Puts the pieces of text of a PDF page into lines, and drops what every page repeats: heads, feet, page numbers.
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export interface PageLine {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly lines: readonly PageLine[]
}

const cellGap = 2.2

/** Pieces on one height are a line, from left to right; a wide gap between them parts cells of a table. */
export function linesOf(pieces: readonly Piece[]): PageLine[] {
  const rows: Piece[][] = []
  for (const piece of pieces.filter((one) => one.text.trim() !== '').toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    const height = row?.[0]
    if (row && height && Math.abs(height.y - piece.y) < Math.max(2, Math.min(height.size, piece.size) * 0.5)) row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => {
    const sorted = row.toSorted((a, b) => a.x - b.x)
    let text = ''
    let end = Number.NEGATIVE_INFINITY
    for (const piece of sorted) {
      const gap = piece.x - end
      if (text !== '') text += gap > piece.size * cellGap ? '\t' : gap > piece.size * 0.3 ? ' ' : ''
      text += piece.text
      end = piece.x + piece.width
    }
    const size = Math.max(...sorted.map((piece) => piece.size))
    return { text: text.replace(/\u00a0/g, ' '), x: sorted[0]?.x ?? 0, right: end, y: sorted[0]?.y ?? 0, size }
  })
}

const pageNumber = /^[\s\-—–－·.]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}\s*页?)?[\s\-—–－·.]*$/
const pattern = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, '')
const edges = 2

export interface Bare {
  readonly pages: readonly PdfPage[]
  readonly pageNumbers: number
  readonly runningHeads: readonly string[]
}

/** A line at the edge of a page goes if most pages have it there, or if it is a page number. */
export function withoutRepeats(pages: readonly PdfPage[]): Bare {
  const count = new Map<string, number>()
  const edgeLines = (page: PdfPage): PageLine[] => [...new Set([...page.lines.slice(0, edges), ...page.lines.slice(-edges)])]
  for (const page of pages) for (const key of new Set(edgeLines(page).map((line) => pattern(line.text)))) count.set(key, (count.get(key) ?? 0) + 1)
  const often = Math.max(3, Math.ceil(pages.length * 0.6))
  const heads = new Set<string>()
  let pageNumbers = 0
  const bare = pages.map((page) => {
    const edge = new Set(edgeLines(page))
    const outermost = new Set([page.lines[0], page.lines.at(-1)])
    return {
      ...page,
      lines: page.lines.filter((line) => {
        if (!edge.has(line)) return true
        if (outermost.has(line) && pageNumber.test(line.text.trim()) && (line.y < page.height * 0.12 || line.y > page.height * 0.92)) {
          pageNumbers += 1
          return false
        }
        if ((count.get(pattern(line.text)) ?? 0) < often) return true
        heads.add(line.text.trim())
        return false
      }),
    }
  })
  return { pages: bare, pageNumbers, runningHeads: [...heads] }
}
