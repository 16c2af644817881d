// A letter on its way to paper, and the receipt that its reader signs (送达回证).
import { chineseDay } from '../../../kernel/day.ts'
import type { Align, Block, Cell, Sheet } from '../../../platform/documents/write/sheet.ts'
import { letterRows } from '../law/letters.ts'
import { serviceWays } from '../law/service.ts'
import type { Letter } from '../queries/letters.ts'

/** A letter of any course, as it stands on paper. */
export interface PrintedLetter extends Pick<
  Letter,
  'unitName' | 'number' | 'addressee' | 'body' | 'remedy' | 'contact' | 'redHead' | 'issuedOn' | 'way' | 'servedOn' | 'receivedOn' | 'proof'
> {
  readonly title: string
}

export const printedOf = (letter: Letter): PrintedLetter => ({ ...letter, title: letterRows[letter.kind].title })

const line = (text: string, align: Align = 'left', indent = align === 'left'): Block => ({ kind: 'paragraph', runs: [{ text }], align, indent, style: 'plain' })

export const letterSheet = (letter: PrintedLetter): Sheet => ({
  title: letter.title,
  number: letter.number,
  facts: [],
  ...(letter.redHead ? { redHead: letter.unitName } : {}),
  blocks: [
    line(`${letter.addressee}：`, 'left', false),
    ...[...letter.body.split('\n'), ...(letter.remedy ? [letter.remedy] : []), letter.contact].map((text) => line(text)),
    line('　', 'left', false),
    line(letter.unitName, 'right'),
    line(chineseDay(letter.issuedOn), 'right'),
  ],
  attachments: [],
  foot: [],
})

const row = (label: string, value: string): Cell[] => [
  { runs: [{ text: label }], head: true, columns: 1, rows: 1 },
  { runs: [{ text: value }], head: false, columns: 3, rows: 1 },
]

const blankDay = '　　　　年　　月　　日'

/** What is not known yet stays blank, to be written by hand. */
export function serviceReceipt(letter: PrintedLetter): Sheet {
  const { way, servedOn, receivedOn, proof } = letter
  return {
    title: '送达回证',
    number: '',
    facts: [],
    blocks: [
      {
        kind: 'table',
        rows: [
          row('送达机关', letter.unitName),
          row('受送达人', letter.addressee),
          row('送达文书', `《${letter.title}》（${letter.number}）一份`),
          row('送达方式', way ? serviceWays[way].title : '□直接送达　□邮政企业邮寄　□委托其他行政机关送达　□电子送达'),
          row('送达地点', '　'),
          row(way ? serviceWays[way].day.replace('之日', '日期') : '送达日期', servedOn ? chineseDay(servedOn) : blankDay),
          row('送达凭证', proof ?? '　'),
          row('受送达人签名或者盖章', '　'),
          row('收到日期', receivedOn ? chineseDay(receivedOn) : blankDay),
          row('代收人及与受送达人的关系', '　'),
          row('拒收理由、见证人签名', '　'),
          row('送达人', '　'),
          row('备注', '　'),
        ],
      },
      line('受送达人拒绝接收的，由送达人记明拒收事由和日期，由见证人签名或者盖章，也可以采用拍照、录像等方式记录送达过程。'),
    ],
    attachments: [],
    foot: [],
  }
}
