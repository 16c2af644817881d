// 收到和处理政府信息公开申请情况: the table of the yearly report as the notice of 2021 orders it (yearly-report-2021/3, fact sheet 2.3.2). A new notice is a new form, never an edit.
import type { ResultFigure } from '../../../law/application-figures.ts'

interface Line {
  readonly no: string
  readonly title: string
  readonly group: string | null
}

const denied = '（三）不予公开'
const unable = '（四）无法提供'
const notProcessed = '（五）不予处理'
const otherwise = '（六）其他处理'

/** Results: each outcome is counted in exactly one of these. */
export const formRows = {
  granted: { no: '三（一）', title: '予以公开', group: null },
  partial: { no: '三（二）', title: '部分公开（区分处理的，只计这一情形，不计其他情形）', group: null },
  'denied-secret': { no: '三（三）1', title: '属于国家秘密', group: denied },
  'denied-law': { no: '三（三）2', title: '其他法律行政法规禁止公开', group: denied },
  'denied-safety': { no: '三（三）3', title: '危及“三安全一稳定”', group: denied },
  'denied-third-party': { no: '三（三）4', title: '保护第三方合法权益', group: denied },
  'denied-internal': { no: '三（三）5', title: '属于三类内部事务信息', group: denied },
  'denied-process': { no: '三（三）6', title: '属于四类过程性信息', group: denied },
  'denied-file': { no: '三（三）7', title: '属于行政执法案卷', group: denied },
  'denied-inquiry': { no: '三（三）8', title: '属于行政查询事项', group: denied },
  'not-held': { no: '三（四）1', title: '本机关不掌握相关政府信息', group: unable },
  'needs-making': { no: '三（四）2', title: '没有现成信息需要另行制作', group: unable },
  'still-unclear': { no: '三（四）3', title: '补正后申请内容仍不明确', group: unable },
  petition: { no: '三（五）1', title: '信访举报投诉类申请', group: notProcessed },
  repeat: { no: '三（五）2', title: '重复申请', group: notProcessed },
  publication: { no: '三（五）3', title: '要求提供公开出版物', group: notProcessed },
  excessive: { no: '三（五）4', title: '无正当理由大量反复申请', group: notProcessed },
  reconfirm: { no: '三（五）5', title: '要求行政机关确认或重新出具已获取信息', group: notProcessed },
  'not-corrected': { no: '三（六）1', title: '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', group: otherwise },
  'fee-unpaid': { no: '三（六）2', title: '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', group: otherwise },
  other: { no: '三（六）3', title: '其他', group: otherwise },
} as const satisfies Record<string, Line>

export type FormRow = keyof typeof formRows

const figureOfGroup: Readonly<Record<string, ResultFigure>> = { [denied]: 'denied', [unable]: 'unable', [notProcessed]: 'not-processed', [otherwise]: 'other' }

/** The figure of a result that everybody reads: its group, or the row where it has none. */
export const figureOfRow = (row: FormRow): ResultFigure => (row === 'granted' || row === 'partial' ? row : (figureOfGroup[formRows[row].group] ?? 'other'))

/** The whole table in its printed order; `total` is the sum of the results. */
export const formLines = {
  received: { no: '一', title: '本年新收政府信息公开申请数量', group: null },
  'carried-over': { no: '二', title: '上年结转政府信息公开申请数量', group: null },
  ...formRows,
  total: { no: '三（七）', title: '总计', group: null },
  'carried-forward': { no: '四', title: '结转下年度继续办理', group: null },
} as const satisfies Record<string, Line>

export type FormLine = keyof typeof formLines

export const formLineNames = Object.keys(formLines) as [FormLine, ...FormLine[]]

/** 本列数据的勾稽关系：第一项加第二项之和，等于第三项加第四项之和. */
export const mustBalance = { left: ['received', 'carried-over'], right: ['total', 'carried-forward'] } as const satisfies Record<string, readonly FormLine[]>

/** 四、政府信息公开行政复议、行政诉讼情况 (fact sheet 2.3.3): rows of the printed group, and its columns; `total` is the sum of the others. */
export const remedyRows = {
  reconsideration: { title: '行政复议' },
  'lawsuit-direct': { title: '行政诉讼：未经复议直接起诉' },
  'lawsuit-after': { title: '行政诉讼：复议后起诉' },
} as const satisfies Record<string, { title: string }>

export type RemedyRow = keyof typeof remedyRows

export const remedyRowNames = Object.keys(remedyRows) as [RemedyRow, ...RemedyRow[]]

export const remedyColumns = { upheld: '结果维持', corrected: '结果纠正', other: '其他结果', open: '尚未审结', total: '总计' } as const

export type RemedyColumn = keyof typeof remedyColumns

export const remedyColumnNames = Object.keys(remedyColumns) as [RemedyColumn, ...RemedyColumn[]]
