// Word files by hand: body, headers, comments, styles and settings as XML.
import { contentTypes, propertyParts, relations, xml, zipOf, type Parts, type Properties } from './shape.ts'

export interface WordPlan extends Properties {
  readonly body: string
  readonly header?: string
  readonly footer?: string
  readonly comments?: string
  readonly styles?: string
  readonly settings?: string
  readonly footnotes?: string
  readonly relations?: Parameters<typeof relations>[0]
  readonly settingsRelations?: Parameters<typeof relations>[0]
  readonly packageRelations?: Parameters<typeof relations>[0]
  readonly parts?: Parts
}

const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** A run with properties. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const paragraph = (inside: string, properties = ''): string => `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${inside}</w:p>`
export const by = (id: number, author = '王建国'): string => `w:id="${id}" w:author="${author}" w:date="2026-03-02T09:00:00Z"`
export const simpleField = (instruction: string, result: string): string => `<w:fldSimple w:instr="${instruction}">${run(result)}</w:fldSimple>`
export const longField = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
export const comment = (id: number, text: string, author = '王建国'): string =>
  `<w:comment ${by(id, author)} w:initials="W">${paragraph(run(text))}</w:comment>`

/** The body of an ordinary notice. */
export const notice = ['关于做好秋粮收储工作的通知', '各乡镇人民政府：', '秋粮收储关系农民增收，各乡镇要抓紧落实。', '青岚县农业农村局']
  .map((line) => paragraph(run(line)))
  .join('')

export function word(plan: WordPlan): Buffer {
  const { parts, rows } = propertyParts(plan)
  const inner: [string, string, string, string][] = []
  const add = (content: string | undefined, type: string, element: string, file: string): void => {
    if (content !== undefined) inner.push([content, type, element, file])
  }
  add(plan.header, 'header', 'hdr', 'header1.xml')
  add(plan.footer, 'footer', 'ftr', 'footer1.xml')
  add(plan.comments, 'comments', 'comments', 'comments.xml')
  add(plan.styles, 'styles', 'styles', 'styles.xml')
  add(plan.settings, 'settings', 'settings', 'settings.xml')
  add(plan.footnotes, 'footnotes', 'footnotes', 'footnotes.xml')
  return zipOf({
    '[Content_Types].xml': contentTypes('word/document.xml', `${wordType}.document.main+xml`).replace(
      '</Types>',
      `${inner.map(([, type, , file]) => `<Override PartName="/word/${file}" ContentType="${wordType}.${type}+xml"/>`).join('')}</Types>`,
    ),
    '_rels/.rels': relations([{ id: 'rId1', type: 'officeDocument', target: 'word/document.xml' }, ...rows, ...(plan.packageRelations ?? [])]),
    'word/_rels/document.xml.rels': relations([
      ...inner.map(([, type, , file], at) => ({ id: `rIdPart${at}`, type, target: file })),
      ...(plan.relations ?? []),
    ]),
    ...(plan.settingsRelations ? { 'word/_rels/settings.xml.rels': relations(plan.settingsRelations) } : {}),
    'word/document.xml': xml(`<w:document ${spaces}><w:body>${plan.body}<w:sectPr/></w:body></w:document>`),
    ...Object.fromEntries(inner.map(([content, , element, file]) => [`word/${file}`, xml(`<w:${element} ${spaces}>${content}</w:${element}>`)])),
    ...parts,
    ...plan.parts,
  })
}
