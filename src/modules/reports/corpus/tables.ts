// The tables of the forms as reports print them; every figure, sums too, is written by hand, so that a fault can be planted anywhere.
import type { PaperCell, PaperTable } from './shape.ts'

const figures = (text: string): string[] => text.trim().split(/\s+/).map((one) => (one === '_' ? '' : one)) // prettier-ignore

const zeros = '0 0 0 0 0 0 0'

const part = (title: string): PaperCell[] => [{ text: title, across: 4 }]

/** Form of 2021: proactive disclosure. `_` is an empty cell. */
export function proactiveC(of: Readonly<Record<string, string>>): PaperTable {
  const three = (label: string, key: string): PaperCell[] => [label, ...figures(of[key] ?? '0 0 0')]
  const one = (label: string, key: string): PaperCell[] => [label, { text: figures(of[key] ?? '0')[0] ?? '', across: 3 }]
  return {
    rows: [
      part('第二十条第（一）项'),
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      three('规章', 'rules'),
      three('行政规范性文件', 'documents'),
      part('第二十条第（五）项'),
      ['信息内容', { text: '本年处理决定数量', across: 3 }],
      one('行政许可', 'licences'),
      part('第二十条第（六）项'),
      ['信息内容', { text: '本年处理决定数量', across: 3 }],
      one('行政处罚', 'penalties'),
      one('行政强制', 'coercions'),
      part('第二十条第（八）项'),
      ['信息内容', { text: '本年收费金额（单位：万元）', across: 3 }],
      one('行政事业性收费', 'fees'),
    ],
  }
}

interface Row {
  readonly key: string
  readonly label: string
  readonly group?: readonly [string, number]
}

const denied: readonly Row[] = [
  { key: 'denied.stateSecret', label: '1.属于国家秘密', group: ['（三）不予公开', 8] },
  { key: 'denied.lawForbidden', label: '2.其他法律行政法规禁止公开' },
  { key: 'denied.safetyStability', label: '3.危及“三安全一稳定”' },
  { key: 'denied.thirdPartyRights', label: '4.保护第三方合法权益' },
  { key: 'denied.internalAffairs', label: '5.属于三类内部事务信息' },
  { key: 'denied.processInfo', label: '6.属于四类过程性信息' },
  { key: 'denied.enforcementCase', label: '7.属于行政执法案卷' },
  { key: 'denied.adminQuery', label: '8.属于行政查询事项' },
  { key: 'unable.notHeld', label: '1.本机关不掌握相关政府信息', group: ['（四）无法提供', 3] },
  { key: 'unable.needsCreation', label: '2.没有现成信息需要另行制作' },
  { key: 'unable.stillUnclear', label: '3.补正后申请内容仍不明确' },
  { key: 'notProcessed.petition', label: '1.信访举报投诉类申请', group: ['（五）不予处理', 5] },
  { key: 'notProcessed.repeat', label: '2.重复申请' },
  { key: 'notProcessed.publication', label: '3.要求提供公开出版物' },
  { key: 'notProcessed.massive', label: '4.无正当理由大量反复申请' },
  { key: 'notProcessed.reconfirm', label: '5.要求行政机关确认或重新出具已获取信息' },
]

const otherC: readonly Row[] = [
  { key: 'other.notCorrected', label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', group: ['（六）其他处理', 3] },
  { key: 'other.feeUnpaid', label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请' },
  { key: 'other.other', label: '3.其他' },
]

function requestsTable(of: Readonly<Record<string, string>>, form: 'B' | 'C'): PaperTable {
  const values = (key: string): string[] => figures(of[key] ?? zeros)
  const wide = (label: string, key: string): PaperCell[] => [{ text: label, across: 3 }, ...values(key)]
  const middle = (label: string, key: string): PaperCell[] => [{ text: label, across: 2 }, ...values(key)]
  const rows = [...denied, ...(form === 'C' ? otherC : [])]
  const results = 2 + rows.length + (form === 'C' ? 1 : 2)
  return {
    rows: [
      [
        { text: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', across: 3, down: 3 },
        { text: '申请人情况', across: 7 },
      ],
      [
        { text: '自然人', down: 2 },
        { text: '法人或其他组织', across: 5 },
        { text: '总计', down: 2 },
      ],
      ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
      wide('一、本年新收政府信息公开申请数量', 'newReceived'),
      wide('二、上年结转政府信息公开申请数量', 'carriedOver'),
      [{ text: '三、本年度办理结果', down: results }, ...middle('（一）予以公开', 'granted')],
      middle('（二）部分公开（区分处理的，只计这一情形，不计其他情形）', 'partialGrant'),
      ...rows.map(({ key, label, group }): PaperCell[] => [...(group ? [{ text: group[0], down: group[1] }] : []), label, ...values(key)]),
      ...(form === 'B' ? [middle('（六）其他处理', 'other')] : []),
      middle('（七）总计', 'totalProcessed'),
      wide('四、结转下年度继续办理', 'carriedForward'),
    ],
  }
}

/** Applications by result and applicant: seven figures a row, the last one the total; what is not named is 0. */
export const requestsC = (of: Readonly<Record<string, string>>): PaperTable => requestsTable(of, 'C')

export const requestsB = (of: Readonly<Record<string, string>>): PaperTable => requestsTable(of, 'B')

/** Reconsideration, lawsuits without it, lawsuits after it: upheld, corrected, other, open, total. */
export function remedies(reconsideration = '0 0 0 0 0', direct = '0 0 0 0 0', after = '0 0 0 0 0'): PaperTable {
  const five = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  return {
    rows: [
      [
        { text: '行政复议', across: 5 },
        { text: '行政诉讼', across: 10 },
      ],
      [...five.map((text) => ({ text, down: 2 })), { text: '未经复议直接起诉', across: 5 }, { text: '复议后起诉', across: 5 }],
      [...five, ...five],
      [...figures(reconsideration), ...figures(direct), ...figures(after)],
    ],
  }
}

/** Form of 2019: proactive disclosure. */
export function proactiveB(of: Readonly<Record<string, string>>): PaperTable {
  const three = (label: string, key: string): PaperCell[] => [label, ...figures(of[key] ?? '0 0 0')]
  const two = (label: string, key: string): PaperCell[] => {
    const [first = '', second = ''] = figures(of[key] ?? '0 0')
    return [label, first, { text: second, across: 2 }]
  }
  return {
    rows: [
      part('第二十条第（一）项'),
      ['信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'],
      three('规章', 'rules'),
      three('规范性文件', 'documents'),
      part('第二十条第（五）项'),
      ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
      three('行政许可', 'licences'),
      three('其他对外管理服务事项', 'services'),
      part('第二十条第（六）项'),
      ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'],
      three('行政处罚', 'penalties'),
      three('行政强制', 'coercions'),
      part('第二十条第（八）项'),
      ['信息内容', '上一年项目数量', { text: '本年增/减', across: 2 }],
      two('行政事业性收费', 'fees'),
      part('第二十条第（九）项'),
      ['信息内容', '采购项目数量', { text: '采购总金额', across: 2 }],
      two('政府集中采购', 'purchases'),
    ],
  }
}

/** The indicator sheet to 2018: label, unit, figure a row, written `label|unit|figure`. */
export const sheetA = (rows: string): PaperTable => ({
  rows: [
    ['统 计 指 标', '单位', '统计数'],
    ...rows
      .trim()
      .split('\n')
      .map((row) => row.trim().split('|')),
  ],
})
