// PDF files that keep a secret where few look for it; written by hand, so that every byte is known.
import { deflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import { testPdf } from '../../read/fixtures.ts'
import { secrets, stays, type HostileFile } from './secrets.ts'

const { latin, identity, phone, name } = secrets
const told = `${latin} ${identity} ${phone}`
const stream = (dictionary: string, content: string | Buffer): Buffer => {
  const bytes = Buffer.from(content)
  return Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from('\nendstream')])
}
const line = (text: string, y: number): string => `BT /F1 12 Tf 1 0 0 1 60 ${y} Tm (${text}) Tj ET\n`
const usual = line(`Applicant ${latin} number ${identity} phone ${phone}`, 760) + line('The rest may be disclosed.', 720)

interface Made {
  /** Added behind the lines that every file shows. */
  readonly content?: string
  readonly page?: string
  readonly resources?: string
  readonly catalog?: string
  readonly trailer?: string
  readonly size?: string
  /** Numbered from 10. */
  readonly objects?: readonly (string | Buffer)[]
}

/** One page with the usual lines; a second one carries only what is handed in. */
export function rawPdf({ content = '', page = '', resources = '', catalog = '', trailer = '', size = '0 560 595 842', objects = [] }: Made): Buffer {
  const all: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 560 595 842] /Resources << /Font << /F1 7 0 R >> >> /Contents 4 0 R >>`,
    stream('', usual),
    `<< /Type /Page /Parent 2 0 R /MediaBox [${size}] /Resources << /Font << /F1 7 0 R >> ${resources} >> /Contents 6 0 R ${page} >>`,
    stream('', `${line('Second page stays.', 760)}${content}`),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    'null',
    'null',
    ...objects,
  ]
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  let length = chunks[0]?.length ?? 0
  const push = (bytes: Buffer): void => {
    chunks.push(bytes)
    length += bytes.length
  }
  const places = all.map((object, at) => {
    const place = length
    push(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]))
    return place
  })
  const start = length
  push(Buffer.from(`xref\n0 ${all.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`))
  push(Buffer.from(`trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(chunks)
}

/** Writes an update behind a file: its second page is emptied, the old bytes remain. */
function updated(before: Buffer): Buffer {
  const object = Buffer.concat([Buffer.from('6 0 obj\n'), stream('', line('Second page stays.', 760)), Buffer.from('\nendobj\n')])
  const start = before.length + object.length
  const old = /startxref\n(\d+)/.exec(before.toString('latin1'))?.[1] ?? '0'
  return Buffer.concat([
    before,
    object,
    Buffer.from(
      `xref\n6 1\n${String(before.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 20 /Root 1 0 R /Prev ${old} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  ])
}

async function packed(): Promise<Buffer> {
  const document = await PDFDocument.load(rawPdf({ content: line(told, 700) }))
  document.setAuthor(told)
  return Buffer.from(await document.save({ useObjectStreams: true }))
}

const show = (operator: string, y = 700): string => `BT /F1 12 Tf 1 0 0 1 60 ${y} Tm ${operator} ET\n`
const octal = (text: string): string => [...text].map((letter) => `\\${(letter.codePointAt(0) ?? 0).toString(8).padStart(3, '0')}`).join('')
const hex = (text: string): string => Buffer.from(text, 'latin1').toString('hex')
const utf16 = (text: string): string => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
const file = (title: string, made: Made, refusedAs?: string): HostileFile => ({
  name: title,
  bytes: () => rawPdf(made),
  ...(refusedAs !== undefined && { refusedAs }),
})
const form = (content: string, dictionary = ''): Buffer =>
  stream(`/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 7 0 R >> ${dictionary} >>`, content)
const zeros = deflateSync(Buffer.alloc(300_000_000))

export const hostilePdf: readonly HostileFile[] = [
  file('plain.pdf', {}),
  { name: 'chinese.pdf', bytes: () => testPdf([[{ text: `申请人${name}电话${phone}` }, { text: stays }]]) },
  file('kerned.pdf', { content: show(`[${[...told].map((letter) => `(${letter}) -40`).join(' ')}] TJ`) }),
  file('letter-by-letter-backwards.pdf', {
    content: [...identity]
      .map((letter, at) => `BT /F1 12 Tf 1 0 0 1 ${60 + at * 7} 700 Tm (${letter}) Tj ET\n`)
      .toReversed()
      .join(''),
  }),
  file('hex.pdf', { content: show(`<${hex(told)}> Tj`) }),
  file('octal.pdf', { content: show(`(${octal(told)}) Tj`) }),
  file('in-a-form.pdf', { content: '/X1 Do\n', resources: '/XObject << /X1 10 0 R >>', objects: [form(line(told, 700))] }),
  file('in-a-form-in-a-form.pdf', {
    content: '/X1 Do\n',
    resources: '/XObject << /X1 10 0 R >>',
    objects: [form('/X2 Do\n', '/XObject << /X2 11 0 R >>'), form(line(told, 700))],
  }),
  file('form-never-drawn.pdf', { resources: '/XObject << /X1 10 0 R >>', objects: [form(line(told, 700))] }),
  file('actual-text.pdf', { content: `/Span << /ActualText ${utf16(told)} >> BDC ${show('(nothing) Tj')} EMC\n` }),
  file('actual-text-by-name.pdf', {
    content: `/Span /P1 BDC ${show('(nothing) Tj')} EMC\n`,
    resources: `/Properties << /P1 << /ActualText ${utf16(told)} >> >>`,
  }),
  file('note.pdf', { page: `/Annots [<< /Type /Annot /Subtype /Text /Rect [60 600 80 620] /Contents (${told}) /T (${latin}) >>]` }),
  file('free-text.pdf', {
    page: '/Annots [10 0 R]',
    objects: [`<< /Type /Annot /Subtype /FreeText /Rect [60 600 400 640] /DA (/F1 12 Tf) /Contents (${told}) /AP << /N 11 0 R >> >>`, form(line(told, 20))],
  }),
  file('field-value.pdf', {
    catalog: '/AcroForm << /Fields [10 0 R] >>',
    page: '/Annots [10 0 R]',
    objects: [`<< /Type /Annot /Subtype /Widget /FT /Tx /T (${latin}) /V (${told}) /DV (${told}) /Rect [60 600 400 640] >>`],
  }),
  file('form-data-in-xml.pdf', { catalog: '/AcroForm << /Fields [] /XFA 10 0 R >>', objects: [stream('', `<xfa>${told}</xfa>`)] }),
  file('invisible.pdf', { content: show(`3 Tr (${told}) Tj`) }),
  file('white.pdf', { content: `1 1 1 rg ${show(`(${told}) Tj`)}0 g\n` }),
  file('covered.pdf', { content: `${show(`(${told}) Tj`)}0 g 50 690 500 30 re f\n` }),
  file('off-the-page.pdf', { content: show(`(${told}) Tj`, 2000) }),
  file('clipped.pdf', { content: `q 0 0 1 1 re W n ${show(`(${told}) Tj`)} Q\n` }),
  file('layer-switched-off.pdf', {
    content: `/OC /L1 BDC ${show(`(${told}) Tj`)} EMC\n`,
    resources: '/Properties << /L1 10 0 R >>',
    catalog: '/OCProperties << /OCGs [10 0 R] /D << /OFF [10 0 R] >> >>',
    objects: [`<< /Type /OCG /Name (${told}) >>`],
  }),
  file('info.pdf', { trailer: '/Info 10 0 R', objects: [`<< /Title (${told}) /Author ${utf16(told)} /Secret (${identity}) >>`] }),
  file('xmp.pdf', {
    catalog: '/Metadata 10 0 R',
    objects: [stream('/Type /Metadata /Subtype /XML', `<x:xmpmeta><dc:creator>${told}</dc:creator></x:xmpmeta>`)],
  }),
  file('attached-file.pdf', {
    catalog: '/Names << /EmbeddedFiles << /Names [(a) 10 0 R] >> >>',
    objects: [`<< /Type /Filespec /F (${latin}.txt) /EF << /F 11 0 R >> >>`, stream('/Type /EmbeddedFile', told)],
  }),
  file('outline.pdf', {
    catalog: '/Outlines 10 0 R',
    objects: ['<< /Type /Outlines /First 11 0 R /Last 11 0 R /Count 1 >>', `<< /Title (${told}) /Parent 10 0 R /Dest [3 0 R /Fit] >>`],
  }),
  file('script.pdf', { catalog: `/OpenAction << /S /JavaScript /JS (app.alert\\('${told}'\\)) >>` }),
  file('script-of-a-page.pdf', { page: `/AA << /O << /S /JavaScript /JS (${told}) >> >>` }),
  file('named-place.pdf', { catalog: `/Dests << /${latin}${identity} [3 0 R /Fit] >>` }),
  file('page-label.pdf', { catalog: `/PageLabels << /Nums [0 << /P (${told}) >>] >>` }),
  file('tags.pdf', { catalog: '/StructTreeRoot 10 0 R', objects: [`<< /Type /StructTreeRoot /K << /S /P /Alt (${told}) /ActualText (${told}) >> >>`] }),
  file('private-data.pdf', {
    page: `/PieceInfo << /Maker << /Private (${told}) >> >> /Thumb 10 0 R`,
    objects: [stream('/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray', told)],
  }),
  file('name-of-a-font.pdf', {
    content: `BT /F9 12 Tf 1 0 0 1 60 700 Tm (x) Tj ET\n`,
    resources: '',
    objects: [`<< /Type /Font /Subtype /Type1 /BaseFont /${latin}${identity} >>`],
  }),
  file('name-of-a-resource.pdf', { resources: `/ExtGState << /${latin}${identity} << /CA 1 >> >>` }),
  file('object-out-of-reach.pdf', { objects: [`(${told})`, stream('', told)] }),
  file('comment-in-the-drawing.pdf', { content: `% ${told}\n` }),
  file('comment-in-compressed-drawing.pdf', {
    content: '/X1 Do\n',
    resources: '/XObject << /X1 10 0 R >>',
    objects: [stream('/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode', deflateSync(Buffer.from(`% ${told}\n`)))],
  }),
  file('metadata-of-a-picture.pdf', {
    content: 'q 9 0 0 9 60 600 cm /I1 Do Q\n',
    resources: '/XObject << /I1 10 0 R >>',
    objects: [
      stream('/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Metadata 11 0 R', 'x'),
      stream('/Type /Metadata', told),
    ],
  }),
  { name: 'older-state.pdf', bytes: () => updated(rawPdf({ content: line(told, 700) })) },
  { name: 'object-streams.pdf', bytes: packed },
  { name: 'before-the-head.pdf', bytes: () => Buffer.concat([Buffer.from(`${told}\n`), rawPdf({})]) },
  { name: 'behind-the-end.pdf', bytes: () => Buffer.concat([rawPdf({}), Buffer.from(told)]) },
  { name: 'torn.pdf', bytes: () => Buffer.from('%PDF-1.7\n1 0 obj\n<<'), refusedAs: 'broken' },
  file(
    'with-a-password.pdf',
    { trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> /P -4 >> /ID [<00> <00>]` },
    'encrypted',
  ),
  file('huge-page.pdf', { size: '0 0 200000 200000' }, 'page-too-large'),
  file(
    'bomb.pdf',
    {
      content: '/X1 Do\n',
      resources: '/XObject << /X1 10 0 R >>',
      objects: [stream('/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode', zeros)],
    },
    'too-expanded',
  ),
]
