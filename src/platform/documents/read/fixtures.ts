// Files made for tests: a small PDF with a Chinese text layer, zip packages, and a Word document.
import { AlignmentType, Document, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { strToU8, zipSync } from 'fflate'

export interface TestLine {
  readonly text: string
  readonly x?: number
  readonly size?: number
  /** Distance to the line above, in points. */
  readonly down?: number
}

const hex = (text: string): string => [...text].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')

/** A PDF whose letters are their own Unicode numbers: no font is embedded, the text layer says what they are. */
export function testPdf(pages: readonly (readonly TestLine[])[]): Buffer {
  const toUnicode = [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CMapName /X def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    '1 beginbfrange',
    '<0000> <ffff> <0000>',
    'endbfrange',
    'endcmap',
    'end end',
  ].join('\n')
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${7 + at * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 6 0 R >>',
    `<< /Length ${toUnicode.length} >>\nstream\n${toUnicode}\nendstream`,
    '<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  ]
  for (const [at, lines] of pages.entries()) {
    let y = 800
    const drawn = lines.map(({ text, x = 80, size = 16, down = 28 }) => {
      y -= down
      return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`
    })
    const content = drawn.join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${8 + at * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    )
  }
  let body = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const start = body.length
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`
  return Buffer.from(`${body}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`, 'latin1')
}

export const testZip = (files: Readonly<Record<string, string | Uint8Array>>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]))))

/** One red dot. */
export const testPng = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')

export async function testDocx(): Promise<Buffer> {
  const paragraph = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] })
  const row = (...texts: string[]): TableRow => new TableRow({ children: texts.map((text) => new TableCell({ children: [paragraph(text)] })) })
  return Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({
              heading: HeadingLevel.TITLE,
              alignment: AlignmentType.CENTER,
              children: [new TextRun('青岚县农业农村局关于做好秋粮收储工作的通知')],
            }),
            paragraph('青农发[2026]8号'),
            paragraph('各乡镇人民政府：'),
            new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('一、提高认识')] }),
            new Paragraph({ children: [new TextRun('秋粮收储关系'), new TextRun({ text: '农民增收', bold: true }), new TextRun('，各乡镇要抓紧落实。')] }),
            new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('二、任务安排')] }),
            new Table({ rows: [row('乡镇', '任务（吨）'), row('云溪镇', '1200'), row('石门镇', '860')] }),
            new Paragraph({ children: [new ImageRun({ type: 'png', data: testPng, transformation: { width: 10, height: 10 } })] }),
            paragraph('青岚县农业农村局'),
            paragraph('2026年9月3日'),
          ],
        },
      ],
    }),
  )
}

/** A Word 97 file: a compound file with the two streams that hold the text and its piece table. */
export function testDoc(text: string): Buffer {
  const sector = 512
  const streamBytes = 4096
  const word = Buffer.alloc(streamBytes)
  word.writeUInt16LE(0xa5ec, 0)
  word.writeUInt16LE(0x0200, 10)
  word.write(text, 1024, 'utf16le')
  const clx = Buffer.alloc(21)
  clx[0] = 2
  clx.writeUInt32LE(16, 1)
  clx.writeUInt32LE(text.length, 9)
  clx.writeUInt32LE(1024, 15)
  word.writeUInt32LE(0, 0x01a2)
  word.writeUInt32LE(clx.length, 0x01a6)
  const table = Buffer.concat([clx, Buffer.alloc(streamBytes - clx.length)])

  const header = Buffer.alloc(sector, 0xff)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.fill(0, 8, 76)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(0xfffffffe, 60)
  header.writeUInt32LE(0xfffffffe, 68)
  header.writeUInt32LE(0, 76)
  const fat = Buffer.alloc(sector, 0xff)
  const chain = (from: number, count: number): void => {
    for (let at = 0; at < count; at += 1) fat.writeUInt32LE(at === count - 1 ? 0xfffffffe : from + at + 1, (from + at) * 4)
  }
  fat.writeUInt32LE(0xfffffffd, 0)
  chain(1, 1)
  chain(2, 8)
  chain(10, 8)
  const directory = Buffer.alloc(sector)
  const entry = (at: number, name: string, start: number, size: number): void => {
    directory.write(name, at * 128, 'utf16le')
    directory.writeUInt16LE((name.length + 1) * 2, at * 128 + 64)
    directory.writeUInt32LE(start, at * 128 + 116)
    directory.writeUInt32LE(size, at * 128 + 120)
  }
  entry(0, 'Root Entry', 0xfffffffe, 0)
  entry(1, 'WordDocument', 2, streamBytes)
  entry(2, '1Table', 10, streamBytes)
  return Buffer.concat([header, fat, directory, word, table])
}
