// Prints a paper of the corpus in the shapes in which reports come: a page, a Word file, a text with a cell a line, a text with bars.
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import type { Paper, PaperBlock, PaperCell, PaperShape, PaperTable, WideCell } from './shape.ts'

export interface PrintedPaper {
  readonly name: string
  readonly bytes: Buffer
}

const wide = (cell: PaperCell): WideCell => (typeof cell === 'string' ? { text: cell } : cell)

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\u00a0', '&nbsp;')

const span = ({ across = 1, down = 1 }: WideCell): string => `${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}`

function htmlOf(block: PaperBlock): string {
  if (typeof block !== 'string') {
    const rows = block.rows.map((row) => `<tr>${row.map(wide).map((cell) => `<td${span(cell)}><p><span>${escaped(cell.text)}</span></p></td>`).join('')}</tr>`) // prettier-ignore
    return `<table border="1" cellspacing="0"><tbody>${rows.join('\n')}</tbody></table>`
  }
  if (block.startsWith('## ')) return `<p><strong>${escaped(block.slice(3))}</strong></p>`
  if (block.startsWith('>> ')) return `<p style="text-align:right">${escaped(block.slice(3))}</p>`
  if (block.startsWith('- ')) return `<ul><li>${escaped(block.slice(2))}</li></ul>`
  return `<p>　　${escaped(block)}</p>`
}

function page({ title, blocks, publishedOn }: Paper): string {
  const meta = publishedOn ? `<meta name="PubDate" content="${publishedOn} 09:30">` : ''
  return `<!doctype html><html><head><meta charset="utf-8">${meta}<title>${title}</title></head><body><div class="article"><h1>${title}</h1>${
    publishedOn ? `<p class="info">发布日期：${publishedOn}</p>` : ''
  }<div class="TRS_Editor">${blocks.map(htmlOf).join('\n')}</div></div></body></html>`
}

const plainWords = (block: string): string => block.replace(/^(?:## |>> |- )/, '')

/** Covered places as empty cells, so that columns stay where they are. */
function gridOf({ rows }: PaperTable): string[][] {
  const grid: string[][] = rows.map(() => [])
  const taken = new Set<string>()
  for (const [y, row] of rows.entries()) {
    let x = 0
    for (const { text, across = 1, down = 1 } of row.map(wide)) {
      while (taken.has(`${y},${x}`)) x += 1
      for (let dy = 0; dy < down; dy += 1)
        for (let dx = 0; dx < across; dx += 1) {
          taken.add(`${y + dy},${x + dx}`)
          const line = grid[y + dy]
          if (line) line[x + dx] = dx === 0 && dy === 0 ? text : ''
        }
      x += across
    }
  }
  return grid
}

function plainText({ title, blocks, publishedOn }: Paper, tables: 'lines' | 'bars'): string {
  const lines = blocks.flatMap((block) => {
    if (typeof block === 'string') return [block.startsWith('>> ') ? `                    ${plainWords(block)}` : plainWords(block), '']
    if (tables === 'bars') return [...gridOf(block).map((row) => `| ${row.join(' | ')} |`), '']
    return block.rows.flatMap((row) => row.map(wide).flatMap(({ text }) => (text === '' ? [' ', ''] : [text, ''])))
  })
  return [title, '', ...(publishedOn ? [`发布日期：${publishedOn}`, ''] : []), ...lines].join('\n')
}

function wordBlock(block: PaperBlock): Paragraph | Table {
  const paragraph = (words: string, bold = false): Paragraph => new Paragraph({ children: [new TextRun({ text: words, bold })] })
  if (typeof block === 'string')
    return block.startsWith('>> ')
      ? new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun(plainWords(block))] })
      : paragraph(plainWords(block), block.startsWith('## '))
  return new Table({
    rows: block.rows.map(
      (row) =>
        new TableRow({
          children: row.map(wide).map(({ text, across = 1, down = 1 }) => new TableCell({ columnSpan: across, rowSpan: down, children: [paragraph(text)] })),
        }),
    ),
  })
}

async function word({ title, blocks, publishedOn }: Paper): Promise<Buffer> {
  const head = new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: title, bold: true, size: 44 })] })
  const info = publishedOn ? [new Paragraph({ children: [new TextRun(`发布日期：${publishedOn}`)] })] : []
  return Packer.toBuffer(new Document({ sections: [{ children: [head, ...info, ...blocks.map(wordBlock)] }] }))
}

/** The bytes of a paper in one shape, under a name that says it. */
export async function printed(paper: Paper, shape: PaperShape): Promise<PrintedPaper> {
  switch (shape) {
    case 'html':
      return { name: `${paper.name}.html`, bytes: Buffer.from(page(paper)) }
    case 'docx':
      return { name: `${paper.name}.docx`, bytes: await word(paper) }
    case 'lines':
    case 'bars':
      return { name: `${paper.name}.txt`, bytes: Buffer.from(plainText(paper, shape)) }
  }
}
