// Word files that keep a secret where few look for it.
import { strToU8, zipSync, type Zippable } from 'fflate'
import { secrets, stays, type HostileFile } from './secrets.ts'

const { name, identity, phone } = secrets
const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const paragraph = (inside: string): string => `<w:p>${inside}</w:p>`
const usual = paragraph(run(`申请人${name}，身份证号${identity}，电话${phone}。`)) + paragraph(run(stays))

export interface Relation {
  readonly type: string
  readonly target: string
  readonly outside?: true
}

/** A Word file of a body, with further parts and relations of the document. */
export function wordFile(body: string, parts: Zippable = {}, relations: readonly Relation[] = [], comment = ''): Buffer {
  const related = relations
    .map(
      ({ type, target, outside }, at) =>
        `<Relationship Id="r${at + 1}" Type="${relationType}/${type}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')
  return Buffer.from(
    zipSync(
      {
        '[Content_Types].xml': strToU8(
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        ),
        '_rels/.rels': strToU8(
          `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationType}/officeDocument" Target="word/document.xml"/></Relationships>`,
        ),
        'word/document.xml': strToU8(
          `<?xml version="1.0" encoding="UTF-8"?>${comment}<w:document ${spaces}><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
        ),
        'word/_rels/document.xml.rels': strToU8(
          `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related}</Relationships>`,
        ),
        ...parts,
      },
      { mtime: '2020-01-01T00:00:00' },
    ),
  )
}

const part = (root: string, inside: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${spaces}>${inside}</w:${root}>`)
const letters = (text: string): string => [...text].map((letter) => run(letter)).join('')
const told = `${name} ${identity} ${phone}`
const file = (title: string, bytes: HostileFile['bytes'], refusedAs?: string): HostileFile => ({
  name: title,
  bytes,
  ...(refusedAs === undefined ? { stays } : { refusedAs }),
})
const inBody = (title: string, inside: string): HostileFile => file(title, () => wordFile(usual + inside))
const withPart = (title: string, path: string, inside: Uint8Array | string, relation?: string): HostileFile =>
  file(title, () =>
    wordFile(
      usual,
      { [path]: typeof inside === 'string' ? strToU8(inside) : inside },
      relation === undefined ? [] : [{ type: relation, target: path.replace('word/', '') }],
    ),
  )

const alt = `<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="${name}" descr="${told}"/></wp:inline></w:drawing></w:r>`
const box = (inside: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
const field = (code: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('联系')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

export const hostileDocx: readonly HostileFile[] = [
  file('plain.docx', () => wordFile(usual)),
  inBody('letters-in-runs-of-their-own.docx', paragraph(letters(told))),
  inBody(
    'proofing-marks-between.docx',
    paragraph(`${run('李')}<w:proofErr w:type="spellStart"/>${run('晓')}<w:bookmarkStart w:id="1" w:name="x"/>${run('棠')}<w:bookmarkEnd w:id="1"/>`),
  ),
  inBody('deleted-text.docx', paragraph(`<w:del w:id="1" w:author="${name}" w:date="2020-01-01T00:00:00Z"><w:r><w:delText>${told}</w:delText></w:r></w:del>`)),
  inBody('inserted-text.docx', paragraph(`<w:ins w:id="1" w:author="${name}">${letters(told)}</w:ins>`)),
  inBody('moved-text.docx', paragraph(`<w:moveFrom w:id="1" w:author="${name}">${run(told)}</w:moveFrom>`)),
  inBody('changed-properties.docx', `<w:p><w:pPr><w:pPrChange w:id="1" w:author="${name}"><w:pPr/></w:pPrChange></w:pPr>${run('正常')}</w:p>`),
  inBody('hidden-run.docx', paragraph(run(told, '<w:vanish/>'))),
  inBody('field-code.docx', paragraph(field(` HYPERLINK "mailto:${name}@example.com?subject=${identity}" `))),
  inBody(
    'nested-field-code.docx',
    paragraph(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>${field(` QUOTE "${told}" `)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
    ),
  ),
  inBody('simple-field.docx', paragraph(`<w:fldSimple w:instr=' AUTHOR "${told}"'>${letters(name)}</w:fldSimple>`)),
  file('hyperlink-target.docx', () =>
    wordFile(usual + paragraph(`<w:hyperlink r:id="r1" w:tooltip="${told}">${run('详情')}</w:hyperlink>`), {}, [
      { type: 'hyperlink', target: `https://example.com/?id=${identity}&amp;n=${encodeURIComponent(name)}`, outside: true },
    ]),
  ),
  inBody('alt-text.docx', paragraph(alt)),
  inBody('bookmark-name.docx', paragraph(`<w:bookmarkStart w:id="1" w:name="${name}${identity}"/><w:bookmarkEnd w:id="1"/>`)),
  inBody('revision-ids.docx', `<w:p w:rsidR="${phone}" w:rsidRDefault="${identity}">${run('段落')}</w:p>`),
  inBody('text-box-with-fallback.docx', paragraph(box(paragraph(letters(told))))),
  inBody(
    'content-control.docx',
    `<w:sdt><w:sdtPr><w:alias w:val="${name}"/><w:tag w:val="${identity}"/><w:placeholder><w:docPart w:val="${phone}"/></w:placeholder></w:sdtPr><w:sdtContent>${paragraph(run('控件'))}</w:sdtContent></w:sdt>`,
  ),
  inBody(
    'smart-tag.docx',
    paragraph(
      `<w:smartTag w:uri="urn:x" w:element="${name}"><w:smartTagPr><w:attr w:name="id" w:val="${identity}"/></w:smartTagPr>${run('标签')}</w:smartTag>`,
    ),
  ),
  inBody('formula.docx', paragraph(`<m:oMath><m:r><m:t>${identity}</m:t></m:r></m:oMath>`)),
  inBody('wide-digits.docx', paragraph(run([...identity].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')))),
  inBody('digits-in-groups.docx', paragraph(run('138-0013-8000 与 4405 2418 8001 0100 14'))),
  inBody('traditional-script.docx', paragraph(run('李曉棠'))),
  inBody('letters-as-entities.docx', paragraph(run([...told].map((letter) => `&#x${(letter.codePointAt(0) ?? 0).toString(16)};`).join('')))),
  inBody('character-data.docx', paragraph(`<w:r><w:t><![CDATA[${told}]]></w:t></w:r>`)),
  inBody('zero-width-letters.docx', paragraph(run([...told].join('\u200b')))),
  inBody('soft-hyphens.docx', paragraph(`${run('李晓')}<w:r><w:softHyphen/></w:r>${run('棠')}`)),
  inBody('table-in-table.docx', `<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>${paragraph(run(told))}</w:tc></w:tr></w:tbl>${paragraph('')}</w:tc></w:tr></w:tbl>`),
  inBody('xml-comment.docx', `<!-- ${told} --><?note ${told}?>`),
  inBody('unknown-element.docx', `<w:unknown xmlns:q="urn:q" q:hint="${told}"><q:t>${told}</q:t></w:unknown>`),
  file('comment-before-the-root.docx', () => wordFile(usual, {}, [], `<!-- ${told} -->`)),
  withPart('comments.docx', 'word/comments.xml', part('comments', `<w:comment w:id="0" w:author="${name}">${paragraph(run(told))}</w:comment>`), 'comments'),
  withPart('people.docx', 'word/people.xml', part('people', `<w:person w:author="${name}"/>`)),
  withPart('header.docx', 'word/header1.xml', part('hdr', paragraph(letters(told)))),
  file('header-in-use.docx', () =>
    wordFile(
      `${usual}<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="r1"/></w:sectPr></w:pPr></w:p>`,
      { 'word/header1.xml': part('hdr', paragraph(letters(told))) },
      [{ type: 'header', target: 'header1.xml' }],
    ),
  ),
  file('footnote.docx', () =>
    wordFile(
      usual + paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>'),
      { 'word/footnotes.xml': part('footnotes', `<w:footnote w:id="2">${paragraph(letters(told))}</w:footnote>`) },
      [{ type: 'footnotes', target: 'footnotes.xml' }],
    ),
  ),
  withPart('core-properties.docx', 'docProps/core.xml', `<c><dc:title>${told}</dc:title><dc:creator>${name}</dc:creator></c>`),
  withPart('custom-properties.docx', 'docProps/custom.xml', `<Properties><property name="${name}"><vt:lpwstr>${identity}</vt:lpwstr></property></Properties>`),
  withPart('custom-xml.docx', 'customXml/item1.xml', `<root id="${identity}">${name}</root>`),
  withPart(
    'document-variable.docx',
    'word/settings.xml',
    part('settings', `<w:docVars><w:docVar w:name="${name}" w:val="${identity}"/></w:docVars>`),
    'settings',
  ),
  withPart(
    'style-name.docx',
    'word/styles.xml',
    part('styles', `<w:style w:type="paragraph" w:styleId="${identity}"><w:name w:val="${name}"/></w:style>`),
    'styles',
  ),
  file('hidden-by-style.docx', () =>
    wordFile(
      `${usual}<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>${run(told)}</w:p>`,
      { 'word/styles.xml': part('styles', '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>') },
      [{ type: 'styles', target: 'styles.xml' }],
    ),
  ),
  withPart('font-name.docx', 'word/fontTable.xml', part('fonts', `<w:font w:name="${told}"/>`), 'fontTable'),
  inBody('font-of-a-run.docx', paragraph(run('字体', `<w:rFonts w:ascii="${identity}" w:eastAsia="${name}"/>`))),
  withPart('glossary.docx', 'word/glossary/document.xml', part('glossaryDocument', paragraph(run(told)))),
  file('other-document-inside.docx', () =>
    wordFile(`${usual}<w:altChunk r:id="r1"/>`, { 'word/chunk.html': strToU8(`<p>${told}</p>`) }, [{ type: 'aFChunk', target: 'chunk.html' }]),
  ),
  withPart('spreadsheet-inside.docx', 'word/embeddings/sheet.xlsx', wordFile(paragraph(run(told)))),
  withPart('object-inside.docx', 'word/embeddings/oleObject1.bin', told),
  withPart('chart.docx', 'word/charts/chart1.xml', `<c:chart><c:v>${told}</c:v></c:chart>`),
  withPart('thumbnail.docx', 'docProps/thumbnail.emf', told),
  withPart('name-of-a-part.docx', `word/media/${name}-${identity}.bin`, 'x'),
  withPart(
    'numbering.docx',
    'word/numbering.xml',
    part('numbering', `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="${told}"/></w:lvl></w:abstractNum>`),
    'numbering',
  ),
  file('behind-the-package.docx', () => Buffer.concat([wordFile(usual), Buffer.from(told)])),
  file('torn.docx', () => wordFile(usual).subarray(0, 900), 'broken'),
  file('declares-entities.docx', () => wordFile(usual, {}, [], `<!DOCTYPE x [<!ENTITY a "${told}">]>`), 'unsafe-xml'),
  file('bomb.docx', () => wordFile(usual, { 'word/media/zeros.bin': new Uint8Array(400_000_000 / 8) }), 'too-expanded'),
  file('nested-deeply.docx', () => wordFile(`${usual}${'<w:sdt><w:sdtContent>'.repeat(5000)}${'</w:sdtContent></w:sdt>'.repeat(5000)}`), 'too-deep'),
]
