// 收到和处理政府信息公开申请情况 and 行政复议、行政诉讼情况: the two tables that the forms of 2019 and 2021 have in common (fact sheet 2.3.2, 2.3.3, 2.4).
import { applicantKinds } from '../../../requests/law/applicants.ts'
import { formLines, remedyColumns, remedyRows, type FormLine } from '../../../requests/law/yearly-form.ts'
import type { FormColumn, FormRow, FormSum, FormTable } from './shape.ts'

const applicants: readonly FormColumn[] = Object.entries(applicantKinds).map(([key, { title }]) => ({ key, title, kind: 'count' }))

export const requestColumns: readonly FormColumn[] = [...applicants, { key: 'total', title: '总计', kind: 'count' }]

/** Key, label and the line of `requests/law/yearly-form.ts` that counts it; in the printed order. */
const results = [
  ['granted', /(?<!部分)予以公开$/, 'granted'],
  ['partialGrant', /部分公开/, 'partial'],
  ['denied.stateSecret', /属于国家秘密/, 'denied-secret'],
  ['denied.lawForbidden', /其他法律、?行政法规禁止公开/, 'denied-law'],
  ['denied.safetyStability', /三安全一稳定/, 'denied-safety'],
  ['denied.thirdPartyRights', /保护第三方/, 'denied-third-party'],
  ['denied.internalAffairs', /三类内部事务/, 'denied-internal'],
  ['denied.processInfo', /四类过程性/, 'denied-process'],
  ['denied.enforcementCase', /行政执法案卷/, 'denied-file'],
  ['denied.adminQuery', /行政查询事项/, 'denied-inquiry'],
  ['unable.notHeld', /不掌握相关/, 'not-held'],
  ['unable.needsCreation', /另行制作/, 'needs-making'],
  ['unable.stillUnclear', /仍不明确/, 'still-unclear'],
  ['notProcessed.petition', /信访、?举报、?投诉类/, 'petition'],
  ['notProcessed.repeat', /\d[.．、]?重复申请/, 'repeat'],
  ['notProcessed.publication', /公开出版物/, 'publication'],
  ['notProcessed.massive', /大量反复申请/, 'excessive'],
  ['notProcessed.reconfirm', /重新出具/, 'reconfirm'],
] as const satisfies readonly (readonly [string, RegExp, FormLine])[]

const otherResults = [
  ['other.notCorrected', /逾期不补正/, 'not-corrected'],
  ['other.feeUnpaid', /缴纳费用/, 'fee-unpaid'],
  ['other.other', /3[.．、]?其他$/, 'other'],
] as const satisfies readonly (readonly [string, RegExp, FormLine])[]

type ResultRow = readonly [string, RegExp, FormLine]

const row = ([key, label, line]: ResultRow): FormRow => ({
  key,
  title: formLines[line].title.replace(/（.*$/, ''),
  label,
  columns: requestColumns,
  counts: line,
})

const resultsOf = (form: 'B' | 'C'): readonly FormRow[] =>
  form === 'C'
    ? [...results, ...otherResults].map(row)
    : [...results.map(row), { key: 'other', title: '其他处理', label: /其他处理$/, columns: requestColumns }]

/** The table of one form: that of 2019 has one row for 其他处理. */
export const requestsTable = (form: 'B' | 'C'): FormTable => ({
  key: 'requests',
  title: '收到和处理政府信息公开申请情况',
  layout: 'wide',
  sign: /本年新收政府信息公开申请数量/,
  rows: [
    row(['newReceived', /本年新收/, 'received']),
    row(['carriedOver', /上年结转/, 'carried-over']),
    ...resultsOf(form),
    { ...row(['totalProcessed', /(?:[（(]?七[）)]|^)总计$/, 'total']), title: '办理结果总计' },
    row(['carriedForward', /结转下年度?继续办理/, 'carried-forward']),
  ],
})

const key = (name: string, column: FormColumn): string => `${name}.${column.key}`

/** A1: received and carried over are answered or carried forward. A2: the results add up. A3: the kinds of applicants add up. */
export function requestSums(form: 'B' | 'C'): readonly FormSum[] {
  const names = resultsOf(form).map((one) => one.key)
  const perColumn = requestColumns.flatMap((column): FormSum[] => [
    {
      id: 'A1',
      relation: 'equal',
      left: [key('totalProcessed', column), key('carriedForward', column)],
      right: [key('newReceived', column), key('carriedOver', column)],
      said: `“${column.title}”一列，第三项总计加第四项应等于第一项加第二项`,
    },
    {
      id: 'A2',
      relation: 'equal',
      left: [key('totalProcessed', column)],
      right: names.map((name) => key(name, column)),
      said: `“${column.title}”一列，办理结果总计应等于各项结果之和`,
    },
  ])
  const perRow = requestsTable(form).rows.map((one): FormSum => ({
    id: 'A3',
    relation: 'equal',
    left: [`${one.key}.total`],
    right: applicants.map((column) => key(one.key, column)),
    said: `“${one.title}”一行，总计应等于自然人与各类组织之和`,
  }))
  return [...perColumn, ...perRow]
}

/** Keys of the rows by the rows of the system's own table. */
export const remedyKeys = { reconsideration: 'reconsideration', 'lawsuit-direct': 'lawsuitDirect', 'lawsuit-after': 'lawsuitAfter' } as const

const results4: readonly FormColumn[] = Object.entries(remedyColumns).map(([name, title]) => ({ key: name, title, kind: 'count' }))

export const remediesTable: FormTable = {
  key: 'remedies',
  title: '政府信息公开行政复议、行政诉讼情况',
  layout: 'bare',
  sign: /未经复议直接起诉|复议、?(?:和)?行政诉讼情况/,
  rows: Object.entries(remedyKeys).map(([name, named]) => ({
    key: named,
    title: remedyRows[name as keyof typeof remedyRows].title,
    label: /^$/,
    columns: results4,
  })),
}

/** A4: the results of each kind of remedy add up. */
export const remedySums: readonly FormSum[] = remediesTable.rows.map((one) => ({
  id: 'A4',
  relation: 'equal',
  left: [`${one.key}.total`],
  right: results4.filter((column) => column.key !== 'total').map((column) => key(one.key, column)),
  said: `“${one.title}”总计应等于各项结果之和`,
}))
