// The form with which anybody applies for government information (ogi-2019/29). It asks for no purpose.
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType } from 'docx'

const song = { ascii: 'Times New Roman', eastAsia: '宋体', hAnsi: 'Times New Roman' }

const text = (words: string, bold = false, center = false): Paragraph =>
  new Paragraph({
    spacing: { before: 60, after: 60 },
    ...(center && { alignment: AlignmentType.CENTER }),
    children: [new TextRun({ text: words, font: song, size: 21, bold })],
  })

const cell = (
  words: string | readonly string[],
  { width, columns = 1, rows = 1, head = false }: { width: number; columns?: number; rows?: number; head?: boolean },
): TableCell =>
  new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    verticalAlign: VerticalAlign.CENTER,
    width: { size: width, type: WidthType.PERCENTAGE },
    children: [words].flat().map((line) => text(line, head, head)),
  })

const label = (words: string, rows = 1): TableCell => cell(words, { width: 16, rows, head: true })

const pair = (one: string, other: string): TableCell[] => [
  cell(one, { width: 18 }),
  cell('', { width: 24 }),
  cell(other, { width: 18 }),
  cell('', { width: 24 }),
]

export function writeApplicationForm(office: string): Promise<Buffer> {
  const row = (...children: TableCell[]): TableRow => new TableRow({ cantSplit: true, children })
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      row(label('公民', 3), ...pair('姓名', '证件名称')),
      row(...pair('证件号码', '联系电话')),
      row(...pair('通信地址', '电子邮箱')),
      row(label('法人或者其他组织', 3), ...pair('名称', '统一社会信用代码')),
      row(...pair('联系人', '联系电话')),
      row(...pair('通信地址', '电子邮箱')),
      row(label('所需政府信息'), cell(['名称、文号，或者便于查询的其他特征性描述：', '', '', '', ''], { width: 84, columns: 4 })),
      row(label('提供方式'), cell('□ 纸质　　□ 电子文件　　□ 当场阅读、抄录', { width: 84, columns: 4 })),
      row(label('获取途径'), cell('□ 邮寄　　□ 电子邮件　　□ 传真　　□ 自行领取', { width: 84, columns: 4 })),
      row(label('申请人签名'), cell(['（签名或者盖章）', '　　　　　　　　　　　　　　　　　　年　　月　　日'], { width: 84, columns: 4 })),
    ],
  })
  const notes = [
    '说明：',
    '1. 公民申请附身份证件复印件；法人或者其他组织申请附营业执照或者统一社会信用代码证书复印件。',
    '2. 申请不需要说明用途。提供政府信息不收取费用；申请数量、频次明显超过合理范围的，可以收取信息处理费。',
    '3. 行政机关自收到申请之日起 20 个工作日内答复；需要延长的，最多延长 20 个工作日，并告知申请人。',
    `4. 受理机构：${office}`,
  ]
  const file = new Document({
    title: '政府信息公开申请表',
    styles: { default: { document: { run: { font: song, size: 21 } } } },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1134, bottom: 1134, left: 1247, right: 1247 } } },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            children: [new TextRun({ text: '政府信息公开申请表', font: song, size: 36, bold: true })],
          }),
          table,
          ...notes.map((line) => text(line)),
        ],
      },
    ],
  })
  return Packer.toBuffer(file)
}
