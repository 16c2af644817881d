// PDF files by hand: what is painted when, where and how; letters are their own Unicode numbers.
export interface PagePlan {
  readonly content: string
  /** `[0 0 595 842]` where nothing is said. */
  readonly box?: string
  readonly crop?: string
  /** Annotation dictionaries. */
  readonly annotations?: readonly string[]
  /** Further resources: `/ExtGState << … >>`. */
  readonly resources?: string
}

export interface PdfPlan {
  readonly pages: readonly PagePlan[]
  /** Inside of the Info dictionary. */
  readonly info?: string
  readonly xmp?: string
  /** Further entries of the catalogue. */
  readonly catalogue?: string
  /** Objects of one's own; the first is number 20. */
  readonly objects?: readonly string[]
}

const hex = (text: string): string => [...text].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('')

export const stream = (dictionary: string, content: string): string => `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`

/** Letters at a place; every letter is as wide as it is high. */
export const say = (text: string, x: number, y: number, size = 16, before = ''): string =>
  `${before} BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`
export const box = (x: number, y: number, width: number, height: number, colour = '0 g'): string => `${colour} ${x} ${y} ${width} ${height} re f`
export const picture = (x: number, y: number, width: number, height: number): string => `q ${width} 0 0 ${height} ${x} ${y} cm /Im1 Do Q`
/** A string of Info in UTF-16, as programs write Chinese. */
export const wide = (text: string): string => `<feff${hex(text)}>`

export const plainPage: PagePlan = {
  content: [
    say('关于做好秋粮收储工作的通知', 150, 760, 22),
    say('各乡镇人民政府：', 80, 700),
    say('秋粮收储关系农民增收，各乡镇要抓紧落实。', 80, 670),
    say('青岚县农业农村局', 360, 600),
  ].join('\n'),
}

const toUnicode = [
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def',
  '1 begincodespacerange',
  '<0000> <ffff>',
  'endcodespacerange',
  '1 beginbfrange',
  '<0000> <ffff> <0000>',
  'endbfrange',
  'endcmap end end',
].join('\n')

const firstOfOwn = 20
const firstOfPages = 60

export function pdf(plan: PdfPlan): Buffer {
  const objects = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${plan.xmp === undefined ? '' : '/Metadata 9 0 R'} ${plan.catalogue ?? ''} >>`],
    [2, `<< /Type /Pages /Kids [${plan.pages.map((_, at) => `${firstOfPages + at * 2} 0 R`).join(' ')}] /Count ${plan.pages.length} >>`],
    [3, '<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>'],
    [
      4,
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 6 0 R >>',
    ],
    [5, stream('', toUnicode)],
    [6, '<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>'],
    [7, stream('/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8', 'w'.repeat(64))],
  ])
  if (plan.info !== undefined) objects.set(8, `<< ${plan.info} >>`)
  if (plan.xmp !== undefined) objects.set(9, stream('/Type /Metadata /Subtype /XML', Buffer.from(plan.xmp, 'utf8').toString('latin1')))
  for (const [at, object] of (plan.objects ?? []).entries()) objects.set(firstOfOwn + at, object)
  for (const [at, page] of plan.pages.entries()) {
    const notes = page.annotations ? `/Annots [${page.annotations.join(' ')}]` : ''
    objects.set(
      firstOfPages + at * 2,
      `<< /Type /Page /Parent 2 0 R /MediaBox ${page.box ?? '[0 0 595 842]'} ${page.crop ? `/CropBox ${page.crop}` : ''} /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 7 0 R /Fm1 20 0 R >> ${page.resources ?? ''} >> ${notes} /Contents ${firstOfPages + 1 + at * 2} 0 R >>`,
    )
    objects.set(firstOfPages + 1 + at * 2, stream('', page.content))
  }
  let body = '%PDF-1.7\n'
  const size = Math.max(...objects.keys()) + 1
  const rows = Array.from({ length: size }, () => '0000000000 65535 f \n')
  for (const [number, object] of objects) {
    rows[number] = `${String(body.length).padStart(10, '0')} 00000 n \n`
    body += `${number} 0 obj\n${object}\nendobj\n`
  }
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R ${plan.info === undefined ? '' : '/Info 8 0 R'} >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(`${body}xref\n0 ${size}\n${rows.join('')}${trailer}`, 'latin1')
}
