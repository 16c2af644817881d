// PDF: what is under boxes, outside the page, invisible, attached, or missing.
import { box, pdf, picture, plainPage, say, stream, wide, type PagePlan, type PdfPlan } from './build-pdf.ts'
import { exif, gps, jpeg, tiffOf } from './build-images.ts'
import { negative, positive, type InspectionCase } from './shape.ts'

const name = '公示.pdf'
const plain = (plan: Partial<PdfPlan>): Buffer => pdf({ pages: [plainPage], ...plan })
const drawn = (...lines: readonly string[]): Buffer => pdf({ pages: [{ content: `${plainPage.content}\n${lines.join('\n')}` }] })
const page = (content: string, rest: Partial<PagePlan> = {}): PagePlan => ({ content: `${plainPage.content}\n${content}`, ...rest })
const secret = '赵小梅，住云溪镇枣园村三组'
const scan = picture(0, 0, 595, 842)
const square = (rest: string): string => `<< /Type /Annot /Subtype /Square /Rect [78 495 400 520] ${rest} >>`
const appearance = stream('/Type /XObject /Subtype /Form /BBox [0 0 322 25]', '0 g 0 0 322 25 re f')
const xmpOf = (inside: string): string =>
  `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`

export const pdfCases: readonly InspectionCase[] = [
  positive('covered-text', name, 'a black box lies over words', () => drawn(say(secret, 80, 500), box(78, 495, 300, 24))),
  positive('covered-text', name, 'a white box lies over words', () => drawn(say(secret, 80, 500), box(78, 495, 300, 24, '1 g'))),
  positive('covered-text', name, 'a grey box in another colour space lies over words', () =>
    drawn(say(secret, 80, 500), box(78, 495, 300, 24, '0.1 0.1 0.1 rg')),
  ),
  positive('covered-text', name, 'a box hides one part of a line', () => drawn(say(secret, 80, 500), box(78, 495, 52, 24))),
  positive('covered-text', name, 'a box is drawn in a turned and scaled space', () =>
    drawn(say(secret, 80, 500), 'q 2 0 0 2 0 0 cm', box(39, 247, 150, 13), 'Q'),
  ),
  positive('covered-text', name, 'a path of four lines covers words', () => drawn(say(secret, 80, 500), '0 g 78 495 m 400 495 l 400 520 l 78 520 l h f')),
  positive('covered-text', name, 'a thick pen stroke covers words', () => drawn(say(secret, 80, 500), '0 G 18 w 78 506 m 400 506 l S')),
  positive('covered-text', name, 'a picture is laid over words', () => drawn(say(secret, 80, 500), picture(78, 495, 300, 24))),
  positive('covered-text', name, 'a reusable form paints the box', () =>
    pdf({ pages: [page(`${say(secret, 80, 500)} q 1 0 0 1 78 495 cm /Fm1 Do Q`)], objects: [appearance] }),
  ),
  positive('covered-text', name, 'an annotation with its own look lies over words', () =>
    pdf({ pages: [page(say(secret, 80, 500), { annotations: [square('/C [0 0 0] /IC [0 0 0] /AP << /N 20 0 R >>')] })], objects: [appearance] }),
  ),
  positive('covered-text', name, 'words are marked for redaction that was never applied', () =>
    pdf({
      pages: [
        page(say(secret, 80, 500), { annotations: ['<< /Type /Annot /Subtype /Redact /Rect [78 495 400 520] /QuadPoints [78 520 400 520 78 495 400 495] >>'] }),
      ],
    }),
  ),
  positive(['covered-text', 'identity-number'], name, 'an identity number is under a black box', () =>
    drawn(say('11010519491231002X', 80, 500), box(78, 495, 320, 24)),
  ),
  positive('covered-text', name, 'many boxes over many words of a table', () =>
    drawn(...['赵小梅', '钱大勇', '孙一凡'].map((each, at) => say(each, 80, 500 - at * 30)), ...[0, 1, 2].map((at) => box(78, 495 - at * 30, 60, 24))),
  ),
  positive('text-off-page', name, 'words stand left of the page', () => drawn(say(secret, -600, 500))),
  positive('text-off-page', name, 'words stand outside the part that is shown', () => pdf({ pages: [page(say(secret, 80, 40), { crop: '[0 100 595 842]' })] })),
  positive('invisible-text', name, 'words are written without ink and there is no picture', () => drawn(say(secret, 80, 500, 16, '3 Tr'))),
  positive('invisible-text', name, 'white words stand on the white page', () => drawn(say(secret, 80, 500, 16, '1 g'))),
  positive(['invisible-text', 'identity-number'], name, 'an identity number is written without ink', () =>
    drawn(say('440524188001010014', 80, 500, 16, '3 Tr')),
  ),
  positive('no-text-layer', name, 'a scan of one page', () => pdf({ pages: [{ content: scan }] })),
  positive('no-text-layer', name, 'a scan of two pages', () => pdf({ pages: [{ content: scan }, { content: scan }] })),
  positive('partial-text-layer', name, 'the second page is a scan', () => pdf({ pages: [plainPage, { content: scan }] })),
  positive('partial-text-layer', name, 'a scanned page with nothing but its number as text', () =>
    pdf({ pages: [plainPage, { content: `${scan} ${say('2', 290, 30, 10)}` }] }),
  ),
  positive('embedded-file', name, 'a file is attached', () =>
    plain({
      catalogue: '/Names << /EmbeddedFiles << /Names [(list.txt) 20 0 R] >> >>',
      objects: ['<< /Type /Filespec /F (list.txt) /UF (list.txt) /EF << /F 21 0 R >> >>', stream('/Type /EmbeddedFile', 'Zhao Xiaomei')],
    }),
  ),
  positive('embedded-file', name, 'a file is pinned to the page', () =>
    pdf({
      pages: [page('', { annotations: ['<< /Type /Annot /Subtype /FileAttachment /Rect [10 10 30 30] /FS 20 0 R /Contents (list) >>'] })],
      objects: ['<< /Type /Filespec /F (list.txt) /UF (list.txt) /EF << /F 21 0 R >> >>', stream('/Type /EmbeddedFile', 'Zhao Xiaomei')],
    }),
  ),
  positive('script', name, 'a script runs when it is opened', () => plain({ catalogue: '/OpenAction << /S /JavaScript /JS (app.alert\\("x"\\);) >>' })),
  positive('script', name, 'a script is kept under a name', () =>
    plain({ catalogue: '/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\("x"\\);) >>] >> >>' }),
  ),
  positive('comment', name, 'a note is stuck to the page', () =>
    pdf({
      pages: [
        page('', { annotations: [`<< /Type /Annot /Subtype /Text /Rect [500 700 520 720] /Contents ${wide('此处请李局再定')} /T ${wide('王建国')} >>`] }),
      ],
    }),
  ),
  positive('comment', name, 'a highlighted line with a remark', () =>
    pdf({
      pages: [
        page('', {
          annotations: [
            `<< /Type /Annot /Subtype /Highlight /Rect [80 695 200 716] /QuadPoints [80 716 200 716 80 695 200 695] /C [1 1 0] /Contents ${wide('口径要改')} >>`,
          ],
        }),
      ],
    }),
  ),
  positive('property-person', name, 'the properties name the author', () => plain({ info: `/Author ${wide('王建国')}` })),
  positive('property-person', name, 'XMP names the author', () => plain({ xmp: xmpOf('<dc:creator><rdf:Seq><rdf:li>王建国</rdf:li></rdf:Seq></dc:creator>') })),
  positive('property-custom', name, 'an office system wrote a property of its own', () =>
    plain({ info: `/Company ${wide('青岚县印务公司')} /SourceModified (D:20260302)` }),
  ),
  positive('property-path', name, 'the title is the folder of the file', () => plain({ info: '/Title (file:///C:/Users/wangjianguo/a.docx)' })),

  positive('property-place', name, 'a photo in it tells where it was taken', () => {
    const photo = jpeg([exif(tiffOf([gps]))]).toString('latin1')
    return pdf({
      pages: [page('q 60 0 0 60 80 400 cm /Fm1 Do Q')],
      objects: [stream('/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode', photo)],
    })
  }),

  negative(name, 'an ordinary notice', () => plain({})),
  negative(name, 'boxes beside the words', () => drawn(say(secret, 80, 500), box(80, 440, 300, 24))),
  negative(name, 'shading painted before the words of a table', () => drawn(box(78, 495, 320, 24, '0.9 g'), say(secret, 80, 500, 16, '0 g'))),
  negative(name, 'a dark head of a table with white words', () =>
    drawn(box(78, 495, 320, 24, '0.06 0.3 0.58 rg'), say('乡镇　任务　备注', 80, 500, 16, '1 g'), '0 g'),
  ),
  negative(name, 'a white page painted first', () => pdf({ pages: [{ content: `${box(0, 0, 595, 842, '1 g')} 0 g ${plainPage.content}` }] })),
  negative(name, 'a highlight that lets words through', () =>
    pdf({ pages: [page(`${say(secret, 80, 500)} /G1 gs ${box(78, 495, 300, 24, '1 1 0 rg')}`, { resources: '/ExtGState << /G1 << /ca 0.4 >> >>' })] }),
  ),
  negative(name, 'a highlight that multiplies', () =>
    pdf({ pages: [page(`${say(secret, 80, 500)} /G1 gs ${box(78, 495, 300, 24, '1 1 0 rg')}`, { resources: '/ExtGState << /G1 << /BM /Multiply >> >>' })] }),
  ),
  negative(name, 'a highlight annotation without remark', () =>
    pdf({
      pages: [
        page('', { annotations: ['<< /Type /Annot /Subtype /Highlight /Rect [80 695 200 716] /QuadPoints [80 716 200 716 80 695 200 695] /C [1 1 0] >>'] }),
      ],
    }),
  ),
  negative(name, 'an underline below words', () => drawn(say(secret, 80, 500), box(80, 496, 290, 1))),
  negative(name, 'a line through words', () => drawn(say(secret, 80, 500), '0 G 1 w 80 506 m 370 506 l S')),
  negative(name, 'lines of a table around words', () => drawn(say('合计', 84, 500), '0 G 1 w 78 495 60 24 re S')),
  negative(name, 'a box whose words are written again on top', () =>
    drawn(say('合计', 84, 500), box(78, 495, 60, 24, '0.9 g'), say('合计', 84, 500, 16, '0 g')),
  ),
  negative(name, 'a big fill cut down to a small place beside words', () => drawn(say(secret, 80, 500), 'q 80 440 100 20 re W n', box(0, 0, 595, 842), 'Q')),
  negative(name, 'a scan with recognised words behind it', () => pdf({ pages: [{ content: `${scan} ${plainPage.content.replaceAll('BT', '3 Tr BT')}` }] })),
  negative(name, 'a scan painted over its recognised words', () => pdf({ pages: [{ content: `${plainPage.content} ${scan}` }] })),
  negative(name, 'a seal over the date', () => drawn(say('2026年3月2日', 400, 560), '0.8 0 0 RG 3 w 420 540 80 80 re S')),
  negative(name, 'a seal with a clear ground over the date', () =>
    pdf({
      pages: [page(`${say('2026年3月2日', 400, 560)} q 120 0 0 120 380 520 cm /Fm1 Do Q`)],
      objects: [
        stream('/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceRGB /BitsPerComponent 8 /SMask 21 0 R', 'r'.repeat(192)),
        stream('/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8', `${'\0'.repeat(48)}${'\u00ff'.repeat(16)}`),
      ],
    }),
  ),
  negative(name, 'a scan in strips with recognised words', () =>
    pdf({ pages: [{ content: `${[0, 1, 2, 3].map((at) => picture(0, at * 211, 595, 211)).join(' ')} ${plainPage.content.replaceAll('BT', '3 Tr BT')}` }] }),
  ),
  negative(name, 'a link to a page', () =>
    pdf({
      pages: [
        page('', {
          annotations: ['<< /Type /Annot /Subtype /Link /Rect [80 695 200 716] /Border [0 0 0] /A << /S /URI /URI (https://www.qinglan.gov.cn/) >> >>'],
        }),
      ],
    }),
  ),
  negative(name, 'an empty second page', () => pdf({ pages: [plainPage, { content: '' }] })),
  negative(name, 'a letterhead with a picture', () => drawn(picture(80, 780, 60, 40))),
  negative(name, 'a page of a picture and enough words', () => drawn(picture(80, 100, 435, 380))),
  negative(name, 'properties that name only programs', () =>
    plain({
      info: '/Producer (Acrobat Distiller 11) /Creator (WPS Office) /CreationDate (D:20260302)',
      xmp: xmpOf('<xmp:CreatorTool>WPS Office</xmp:CreatorTool><pdf:Producer>x</pdf:Producer>'),
    }),
  ),
  negative(name, 'a title in words', () => plain({ info: `/Title ${wide('关于做好秋粮收储工作的通知')}` })),
  negative(name, 'it opens at its first page', () => plain({ catalogue: '/OpenAction [60 0 R /Fit]' })),
  negative(name, 'a page turned to the side', () => pdf({ pages: [{ ...plainPage, box: '[0 0 842 842]' }] })),
]
