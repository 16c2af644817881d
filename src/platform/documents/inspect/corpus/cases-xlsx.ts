// Excel: what lies behind the sheets that show.
import ExcelJS from 'exceljs'
import { jpeg, exif, gps, tiffOf } from './build-images.ts'
import { book, commentsXml, plainRows, plainSheet, type BookPlan } from './build-xlsx.ts'
import { negative, positive, xml, type InspectionCase } from './shape.ts'

const family = {
  name: '家庭成员',
  rows: [
    ['姓名', '关系'],
    ['赵小梅', '配偶'],
  ],
} as const
const list = [
  ['姓名', '身份证号', '金额'],
  ['赵小梅', '已核', '300'],
  ['钱大勇', '已核', '300'],
] as const
const name = '任务表.xlsx'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const plain = (plan: Partial<BookPlan>): Buffer => book({ sheets: [plainSheet], ...plan })
const sheetOf = (plan: Partial<typeof plainSheet> & object): Buffer => book({ sheets: [{ ...plainSheet, ...plan }] })

async function byLibrary(change: (book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = ''
  workbook.lastModifiedBy = ''
  const sheet = workbook.addWorksheet('任务表')
  sheet.addRows(plainRows.map((row) => [...row]))
  change(workbook, sheet)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

const pivot = (records: string): BookPlan['parts'] => ({
  'xl/pivotCache/pivotCacheDefinition1.xml': xml(
    `<pivotCacheDefinition xmlns="${main}"><cacheSource type="worksheet"><worksheetSource ref="A1:B9" sheet="原始数据"/></cacheSource><cacheFields count="1"><cacheField name="姓名"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>`,
  ),
  'xl/pivotCache/pivotCacheRecords1.xml': xml(`<pivotCacheRecords xmlns="${main}" count="1">${records}</pivotCacheRecords>`),
})

export const xlsxCases: readonly InspectionCase[] = [
  positive('hidden-sheet', name, 'a sheet is hidden', () => book({ sheets: [plainSheet, { ...family, state: 'hidden' }] })),
  positive('hidden-sheet', name, 'a sheet is hidden so that Excel does not even list it', () =>
    book({ sheets: [plainSheet, { ...family, state: 'veryHidden' }] }),
  ),
  positive('hidden-sheet', name, 'a program hid the sheet', () =>
    byLibrary((workbook) => workbook.addWorksheet('低保名单', { state: 'veryHidden' }).addRow(['赵小梅', '低保'])),
  ),
  positive(['hidden-sheet', 'identity-number'], name, 'an identity number stands in a hidden sheet', () =>
    book({ sheets: [plainSheet, { name: '底册', state: 'hidden', rows: [['赵小梅', '11010519491231002X']] }] }),
  ),
  positive('identity-number', name, 'an identity number stands in a visible cell', () =>
    sheetOf({
      rows: [
        ['姓名', '证件号码'],
        ['赵小梅', '440524188001010014'],
      ],
    }),
  ),
  positive('hidden-rows', name, 'a row with words is hidden', () => sheetOf({ rows: [...plainRows, { cells: ['4', '内部掌握', '70'], hidden: true }] })),
  positive('hidden-rows', name, 'a row with words has no height', () => sheetOf({ rows: [...plainRows, { cells: ['4', '内部掌握', '70'], height: 0 }] })),
  positive('hidden-rows', name, 'a program hid the row', () => byLibrary((_, sheet) => (sheet.getRow(3).hidden = true))),
  positive('hidden-columns', name, 'a column with words is hidden', () =>
    sheetOf({ rows: [...list], cols: '<col min="2" max="2" width="18" hidden="1" customWidth="1"/>' }),
  ),
  positive('hidden-columns', name, 'a column with words has no width', () =>
    sheetOf({ rows: [...list], cols: '<col min="2" max="2" width="0" customWidth="1"/>' }),
  ),
  positive('hidden-columns', name, 'a program hid the column', () => byLibrary((_, sheet) => (sheet.getColumn(2).hidden = true))),
  positive('filtered-rows', name, 'a filter hides rows', () =>
    sheetOf({
      rows: [list[0], list[1], { cells: ['钱大勇', '未核', '300'], hidden: true }],
      after: '<autoFilter ref="A1:C3"><filterColumn colId="1"><filters><filter val="已核"/></filters></filterColumn></autoFilter>',
    }),
  ),
  positive('hidden-text', name, 'a format of the cell shows nothing', () => byLibrary((_, sheet) => (sheet.getCell('B2').numFmt = ';;;'))),
  positive('filtered-rows', name, 'the filter of a table hides rows', () =>
    book({
      sheets: [
        {
          ...plainSheet,
          rows: [list[0], list[1], { cells: ['钱大勇', '未核', '300'], hidden: true }],
          relations: [{ id: 'rId1', type: 'table', target: '../tables/table1.xml' }],
        },
      ],
      parts: {
        'xl/tables/table1.xml': xml(
          `<table xmlns="${main}" id="1" name="表1" displayName="表1" ref="A1:C3"><autoFilter ref="A1:C3"><filterColumn colId="1"><filters><filter val="已核"/></filters></filterColumn></autoFilter></table>`,
        ),
      },
    }),
  ),
  positive('comment', name, 'a cell has a comment', () =>
    book({
      sheets: [{ ...plainSheet, relations: [{ id: 'rId1', type: 'comments', target: '../comments1.xml' }] }],
      parts: { 'xl/comments1.xml': commentsXml('王建国', '这个数字要再核') },
    }),
  ),
  positive('comment', name, 'a cell has a threaded comment', () =>
    plain({
      parts: {
        'xl/threadedComments/threadedComment1.xml': xml(
          `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" personId="{1}" id="{2}"><text>先不要公开</text></threadedComment></ThreadedComments>`,
        ),
        'xl/persons/person.xml': xml(
          `<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="王建国" id="{1}"/></personList>`,
        ),
      },
    }),
  ),
  positive('comment', name, 'a program wrote the comment', () => byLibrary((_, sheet) => (sheet.getCell('B2').note = '待局长定'))),
  positive('pivot-cache', name, 'a pivot table keeps its source in the file', () => plain({ parts: pivot('<r><s v="赵小梅"/></r>') })),
  positive('pivot-cache', name, 'a data model keeps whole tables in the file', () => plain({ parts: { 'xl/model/item.data': Buffer.alloc(400, 7) } })),
  positive('named-data', name, 'a defined name holds a list of people', () => plain({ names: '<definedName name="人员">{"赵小梅","钱大勇"}</definedName>' })),
  positive('named-data', name, 'a hidden defined name holds words', () =>
    plain({ names: '<definedName name="_备用" hidden="1">"联系人赵小梅"</definedName>' }),
  ),
  positive('external-link', name, 'a formula reads another file and keeps what it read', () =>
    plain({
      parts: {
        'xl/externalLinks/externalLink1.xml': xml(
          `<externalLink xmlns="${main}"><externalBook><sheetNames><sheetName val="名单"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>赵小梅</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
        ),
        'xl/externalLinks/_rels/externalLink1.xml.rels': xml(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x" Target="file:///D:/人事科/名单.xlsx" TargetMode="External"/></Relationships>',
        ),
      },
    }),
  ),
  positive('external-link', name, 'a connection names a database of the office', () =>
    plain({
      parts: {
        'xl/connections.xml': xml(
          `<connections xmlns="${main}"><connection id="1" name="人事库"><dbPr connection="Provider=SQLOLEDB;Data Source=10.1.2.3;User ID=hr"/></connection></connections>`,
        ),
      },
    }),
  ),
  positive('embedded-file', name, 'a workbook is embedded', () =>
    plain({ parts: { 'xl/embeddings/Microsoft_Excel_Sheet1.xlsx': book({ sheets: [family] }) } }),
  ),
  positive(['embedded-file', 'identity-number'], name, 'an identity number stands in an embedded workbook', () =>
    plain({ parts: { 'xl/embeddings/Microsoft_Excel_Sheet1.xlsx': book({ sheets: [{ name: '底册', rows: [['11010519491231002X']] }] }) } }),
  ),
  positive('macro', '任务表.xlsx', 'a macro travels with the file', () => plain({ parts: { 'xl/vbaProject.bin': Buffer.alloc(64, 1) } })),
  positive('tracked-change', name, 'a shared workbook keeps who changed what', () =>
    plain({
      parts: {
        'xl/revisions/revisionLog1.xml': xml(
          `<revisions xmlns="${main}"><rcc rId="1" sId="1"><oc r="B2" t="inlineStr"><is><t>赵小梅</t></is></oc></rcc></revisions>`,
        ),
      },
    }),
  ),
  positive('property-person', name, 'the properties name the author', () => plain({ core: '<dc:creator>王建国</dc:creator>' })),
  positive('property-person', name, 'the properties name who changed it last', () =>
    plain({ core: '<dc:creator></dc:creator><cp:lastModifiedBy>王建国</cp:lastModifiedBy>' }),
  ),
  positive(['property-organisation', 'property-person'], name, 'the properties name company and manager', () =>
    plain({ app: '<Company>青岚县广告公司</Company><Manager>李四海</Manager>' }),
  ),
  positive('property-custom', name, 'a custom property holds a case number', () =>
    plain({ custom: '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="内部编号"><vt:lpwstr>信访2026-17</vt:lpwstr></property>' }),
  ),
  positive('property-path', name, 'the workbook tells the folder it was saved in', () =>
    plain({
      before:
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Users\\wangjianguo\\Desktop\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>',
    }),
  ),
  positive('property-place', name, 'a picture in it tells where it was taken', () => plain({ parts: { 'xl/media/image1.jpeg': jpeg([exif(tiffOf([gps]))]) } })),

  negative(name, 'an ordinary table', () => plain({})),
  negative(name, 'an ordinary table of a program', () => byLibrary(() => {})),
  negative(name, 'two visible sheets', () => book({ sheets: [plainSheet, { ...family, name: '说明', rows: [['说明'], ['单位：吨']] }] })),
  negative(name, 'a hidden row without words', () => sheetOf({ rows: [...plainRows, { cells: ['', ''], hidden: true }] })),
  negative(name, 'a hidden column without words', () => sheetOf({ cols: '<col min="9" max="16384" width="9" hidden="1"/>' })),
  negative(name, 'all rows below the table are hidden by default', () => sheetOf({ format: '<sheetFormatPr defaultRowHeight="14" zeroHeight="1"/>' })),
  negative(name, 'a filter that hides nothing', () => sheetOf({ after: '<autoFilter ref="A1:D4"/>' })),
  negative(name, 'names of print area, titles and filter', () =>
    plain({
      names:
        '<definedName name="_xlnm.Print_Area" localSheetId="0">任务表!$A$1:$D$4</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">任务表!$1:$1</definedName><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">任务表!$A$1:$D$4</definedName>',
    }),
  ),
  negative(name, 'a name for a range of a visible sheet', () => plain({ names: '<definedName name="合计">任务表!$C$4</definedName>' })),
  negative(name, 'a name for a number', () => plain({ names: '<definedName name="税率">0.13</definedName>' })),
  negative(name, 'a name whose range is gone', () => plain({ names: '<definedName name="旧区域">#REF!</definedName>' })),
  negative(name, 'a low row that still shows', () => sheetOf({ rows: [...plainRows, { cells: ['注：单位为吨'], height: 9 }] })),
  negative(name, 'a narrow column that still shows', () => sheetOf({ cols: '<col min="1" max="1" width="3.5" customWidth="1"/>' })),
  negative(name, 'a pivot cache without records', () =>
    plain({
      parts: {
        'xl/pivotCache/pivotCacheDefinition1.xml': xml(
          `<pivotCacheDefinition xmlns="${main}" saveData="0"><cacheSource type="worksheet"><worksheetSource ref="A1:D4" sheet="任务表"/></cacheSource><cacheFields count="0"/></pivotCacheDefinition>`,
        ),
      },
    }),
  ),
  negative(name, 'printer settings and a theme', () =>
    plain({ parts: { 'xl/printerSettings/printerSettings1.bin': Buffer.alloc(40, 0), 'xl/theme/theme1.xml': xml('<a:theme xmlns:a="x" name="Office"/>') } }),
  ),
  negative(name, 'properties that name only the program', () =>
    plain({
      core: '<dcterms:created xsi:type="dcterms:W3CDTF">2026-03-02T01:00:00Z</dcterms:created>',
      app: '<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion>',
    }),
  ),
  negative(name, 'names that programs write for nobody', () =>
    plain({ core: '<dc:creator>Apache POI</dc:creator><cp:lastModifiedBy>openpyxl</cp:lastModifiedBy>' }),
  ),
  negative(name, 'a link to a public page in a cell', () =>
    book({
      sheets: [
        {
          ...plainSheet,
          after: '<hyperlinks><hyperlink ref="B2" r:id="rId1"/></hyperlinks>',
          relations: [{ id: 'rId1', type: 'hyperlink', target: 'https://www.qinglan.gov.cn/', outside: true }],
        },
      ],
    }),
  ),
  negative(name, 'a chart without an embedded file', () =>
    plain({ parts: { 'xl/charts/chart1.xml': xml('<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>') } }),
  ),
  negative(name, 'a long order number is no identity number', () => sheetOf({ rows: [['订单号'], ['110105194912310021']] })),
  negative(name, 'a picture without metadata', () => plain({ parts: { 'xl/media/image1.jpeg': jpeg() } })),
]
