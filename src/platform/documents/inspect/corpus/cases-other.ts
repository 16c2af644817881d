// Files that cannot be looked into, or only partly: it has to be said, never passed over.
import { testDoc, testPdf } from '../../read/fixtures.ts'
import { notice, word } from './build-docx.ts'
import { pdf, plainPage } from './build-pdf.ts'
import { jpeg } from './build-images.ts'
import { book, plainSheet } from './build-xlsx.ts'
import { contentTypes, negative, positive, relations, xml, zipOf, type InspectionCase } from './shape.ts'

const slideSpace = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
const slides = (attributes: string, parts: Readonly<Record<string, string>> = {}): Buffer =>
  zipOf({
    '[Content_Types].xml': contentTypes('ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'),
    '_rels/.rels': relations([{ id: 'rId1', type: 'officeDocument', target: 'ppt/presentation.xml' }]),
    'ppt/presentation.xml': xml(`<p:presentation ${slideSpace}/>`),
    'ppt/slides/slide1.xml': xml(`<p:sld ${slideSpace}><p:cSld><a:p><a:r><a:t>秋粮收储工作汇报</a:t></a:r></a:p></p:cSld></p:sld>`),
    'ppt/slides/slide2.xml': xml(`<p:sld ${slideSpace}${attributes}><p:cSld><a:p><a:r><a:t>内部口径</a:t></a:r></a:p></p:cSld></p:sld>`),
    ...parts,
  })

const ofdSpace = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const ofd = (info: string, parts: Readonly<Record<string, string>> = {}): Buffer =>
  zipOf({
    'OFD.xml': xml(
      `<ofd:OFD ${ofdSpace} Version="1.0"><ofd:DocBody><ofd:DocInfo>${info}</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    ),
    'Doc_0/Pages/Page_0/Content.xml': xml(`<ofd:Page ${ofdSpace}><ofd:TextObject><ofd:TextCode>各乡镇人民政府</ofd:TextCode></ofd:TextObject></ofd:Page>`),
    ...parts,
  })

/** A compound file with the summary of its properties, as old Office writes it. */
const oldWord = (): Buffer => testDoc('各乡镇人民政府：秋粮收储关系农民增收。')

export const otherCases: readonly InspectionCase[] = [
  positive('not-inspected', '通知.doc', 'an old Word file: its words can be read, its properties not', oldWord),
  positive('not-inspected', '通知.wps', 'a WPS file of the old kind', oldWord),
  positive(['not-inspected', 'identity-number'], '通知.doc', 'an old Word file with an identity number in its words', () =>
    testDoc('当事人 11010519491231002X 已签字'),
  ),
  positive('not-inspected', '材料.zip', 'an archive of files', () => zipOf({ 'a.txt': '甲', 'b.txt': '乙' })),
  positive('not-inspected', '公示.pdf', 'a PDF that is cut off', () => testPdf([[{ text: '甲' }]]).subarray(0, 200)),
  positive('not-inspected', '任务表.xlsx', 'a spreadsheet that is cut off', () => book({ sheets: [plainSheet] }).subarray(0, 900)),
  positive('not-inspected', '通知.docx', 'an encrypted Word file', () =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(600)]),
  ),
  positive('not-inspected', '通知.docx', 'a Word file that declares entities', () =>
    word({ body: notice, parts: { 'word/comments.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>' } }),
  ),
  positive('not-inspected', '现场.jpg', 'a picture that ends in its head', () => jpeg().subarray(0, 12)),
  positive('not-inspected', '任务表.xlsx', 'a file that grows a thousandfold when unpacked', () =>
    book({ sheets: [plainSheet], parts: { 'xl/media/a.bin': Buffer.alloc(30 * 1024 * 1024) } }),
  ),
  positive('hidden-slide', '汇报.pptx', 'a slide is hidden', () => slides(' show="0"')),
  positive('comment', '汇报.pptx', 'a slide has notes of its speaker', () =>
    slides('', { 'ppt/notesSlides/notesSlide1.xml': xml(`<p:notes ${slideSpace}><a:p><a:r><a:t>此数先不说</a:t></a:r></a:p></p:notes>`) }),
  ),
  positive('comment', '汇报.pptx', 'a slide has a comment', () =>
    slides('', { 'ppt/comments/comment1.xml': xml(`<p:cmLst ${slideSpace}><p:cm authorId="0"><p:text>请王股长核</p:text></p:cm></p:cmLst>`) }),
  ),

  positive(['not-inspected', 'property-person'], '通知.ofd', 'an OFD file names its author', () => ofd('<ofd:Author>王建国</ofd:Author>')),
  positive(['not-inspected', 'embedded-file'], '通知.ofd', 'a file is attached to an OFD file', () =>
    ofd('', { 'Doc_0/Attachs/Attachments.xml': xml(`<ofd:Attachments ${ofdSpace}><ofd:Attachment ID="1" Name="名单.xlsx"/></ofd:Attachments>`) }),
  ),

  negative('汇报.pptx', 'ordinary slides', () => slides('')),
  negative('说明.txt', 'a plain text', () => Buffer.from('各乡镇人民政府：\n请按时报送。', 'utf8')),
  negative('数据.csv', 'a table as text', () => Buffer.from('乡镇,任务\n云溪镇,1200\n', 'utf8')),
  negative('公示.pdf', 'an ordinary PDF of another maker', () => testPdf([[{ text: '关于做好秋粮收储工作的通知' }, { text: '各乡镇人民政府：' }]])),
  negative('公示.pdf', 'a long PDF', () => pdf({ pages: Array.from({ length: 12 }, () => plainPage) })),
]
