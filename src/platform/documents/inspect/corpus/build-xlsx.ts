// Excel files by hand: every attribute of sheets, rows and columns can be set.
import { contentTypes, propertyParts, relations, xml, zipOf, type Parts, type Properties } from './shape.ts'

export interface RowPlan {
  readonly cells: readonly string[]
  readonly hidden?: true
  /** Height in points. */
  readonly height?: number
}

export interface SheetPlan {
  readonly name: string
  readonly state?: 'hidden' | 'veryHidden'
  readonly rows: readonly (RowPlan | readonly string[])[]
  /** `<col …/>` elements. */
  readonly cols?: string
  /** `<sheetFormatPr …/>`. */
  readonly format?: string
  /** Elements behind the data: `<autoFilter ref="A1:B9"/>`. */
  readonly after?: string
  readonly relations?: Parameters<typeof relations>[0]
}

export interface BookPlan extends Properties {
  readonly sheets: readonly SheetPlan[]
  /** `<definedName …>` elements. */
  readonly names?: string
  /** Elements before the sheets of the workbook. */
  readonly before?: string
  /** Elements behind its names. */
  readonly behind?: string
  readonly relations?: Parameters<typeof relations>[0]
  readonly packageRelations?: Parameters<typeof relations>[0]
  readonly parts?: Parts
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const isPlain = (row: RowPlan | readonly string[]): row is readonly string[] => Array.isArray(row)

function rowXml(row: RowPlan | readonly string[], at: number): string {
  const plan: RowPlan = isPlain(row) ? { cells: row } : row
  const attributes = `${plan.hidden ? ' hidden="1"' : ''}${plan.height === undefined ? '' : ` ht="${plan.height}" customHeight="1"`}`
  const cells = plan.cells.map((text, column) => {
    const place = `${letters[column]}${at + 1}`
    if (text === '') return ''
    return /^\d{1,12}$/.test(text) ? `<c r="${place}"><v>${text}</v></c>` : `<c r="${place}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
  })
  return `<row r="${at + 1}"${attributes}>${cells.join('')}</row>`
}

const sheetXml = ({ rows, cols, format, after }: SheetPlan): string =>
  xml(
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${format ?? ''}${cols ? `<cols>${cols}</cols>` : ''}<sheetData>${rows.map(rowXml).join('')}</sheetData>${after ?? ''}</worksheet>`,
  )

export function book(plan: BookPlan): Buffer {
  const { parts, rows } = propertyParts(plan)
  const sheets = plan.sheets.map(
    ({ name, state }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
  )
  return zipOf({
    '[Content_Types].xml': contentTypes('xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml').replace(
      '</Types>',
      `${plan.sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    ),
    '_rels/.rels': relations([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }, ...rows, ...(plan.packageRelations ?? [])]),
    'xl/workbook.xml': xml(
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${plan.before ?? ''}<sheets>${sheets.join('')}</sheets>${plan.names ? `<definedNames>${plan.names}</definedNames>` : ''}${plan.behind ?? ''}</workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations([
      ...plan.sheets.map((_, at) => ({ id: `rId${at + 1}`, type: 'worksheet', target: `worksheets/sheet${at + 1}.xml` })),
      ...(plan.relations ?? []),
    ]),
    ...Object.fromEntries(plan.sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)])),
    ...Object.fromEntries(
      plan.sheets.flatMap((sheet, at) => (sheet.relations ? [[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`, relations(sheet.relations)] as const] : [])),
    ),
    ...parts,
    ...plan.parts,
  })
}

/** A table as offices publish them. */
export const plainRows: readonly (readonly string[])[] = [
  ['序号', '乡镇', '任务（吨）', '备注'],
  ['1', '云溪镇', '1200', ''],
  ['2', '石门镇', '860', ''],
  ['3', '合计', '2060', ''],
]

export const plainSheet: SheetPlan = { name: '任务表', rows: plainRows }

export const commentsXml = (author: string, text: string): string =>
  xml(
    `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>${author}</author></authors><commentList><comment ref="B2" authorId="0"><text><r><t>${text}</t></r></text></comment></commentList></comments>`,
  )
