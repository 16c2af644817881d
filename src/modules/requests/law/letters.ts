// 文书: the kinds of letters (fact sheet 8.3), when each can be made, what its text may name, and whether it must tell of remedies.
import type { Article } from '../../../kernel/article.ts'
import type { terms } from '../../../law/terms.ts'
import type { OutcomeName } from './outcomes.ts'
import type { Regime } from './regimes.ts'
import type { StepName } from './steps.ts'

/** What a text may name in braces, besides the facts of the outcome by their titles. */
export const letterFills = {
  applicant: '申请人',
  number: '申请编号',
  received: '收到日期',
  channel: '收到方式',
  wanted: '所需信息',
  due: '答复期限',
  history: '办理经过',
  basis: '依据',
  words: '事由',
  until: '截止日期',
  days: '延长天数',
  day: '办理日期',
  other: '征求意见对象',
  term: '法定期限',
  fee: '费用计算',
  yuan: '费用金额',
  finding: '处理结果',
} as const satisfies Record<string, string>

export type LetterFill = keyof typeof letterFills

interface Kind {
  readonly title: string
  /** Stands in the number after the code of the unit, so that each kind counts by itself. */
  readonly mark: string
  readonly article: Partial<Readonly<Record<Regime, Article>>>
  readonly to: 'applicant' | 'third-party' | 'co-maker'
  /** Can be made once one of these was taken. */
  readonly after?: readonly StepName[]
  /** Can be made once the answer with one of these outcomes is signed. */
  readonly answers?: readonly OutcomeName[]
  /** It decides: it tells whom to turn to. Letters of correction, extension and consultation decide nothing. */
  readonly remedy: boolean
  readonly fills: readonly LetterFill[]
  /** Whose length the text may name. */
  readonly term?: keyof typeof terms
}

const both = (old: Article, now: Article): Kind['article'] => ({ 'ogi-2008': old, 'ogi-2019': now })
const onlyNow = (now: Article): Kind['article'] => ({ 'ogi-2019': now })

const asked = ['applicant', 'number', 'received', 'channel', 'wanted', 'basis'] as const
const answering = [...asked, 'history', 'finding'] as const
const answer = (title: string, mark: string, article: Kind['article'], ...answers: OutcomeName[]) =>
  ({ title, mark, article, to: 'applicant', answers, remedy: true, fills: answering }) as const

export const letterKinds = {
  receipt: { title: '政府信息公开申请接收回执', mark: '收', article: both('receipt-2015/1', 'ogi-2019/31'), to: 'applicant', after: ['receive', 'confirm'], remedy: false, fills: [...asked, 'due'] },
  'correction-notice': { title: '政府信息公开申请补正告知书', mark: '补', article: both('ogi-2008/21', 'ogi-2019/30'), to: 'applicant', after: ['ask-correction'], remedy: false, fills: [...asked, 'words', 'until'] },
  'reason-request': { title: '政府信息公开申请说明理由告知书', mark: '理', article: onlyNow('ogi-2019/35'), to: 'applicant', after: ['ask-reasons'], remedy: false, fills: [...asked, 'words', 'until'] },
  'deferral-notice': { title: '政府信息公开延迟答复告知书', mark: '迟', article: onlyNow('ogi-2019/35'), to: 'applicant', after: ['defer'], remedy: false, fills: [...asked, 'words', 'until'] },
  'extension-notice': { title: '政府信息公开延期答复告知书', mark: '延', article: both('ogi-2008/24', 'ogi-2019/33'), to: 'applicant', after: ['extend'], remedy: false, fills: [...asked, 'words', 'days', 'due'] },
  'fee-notice': { title: '政府信息公开信息处理费收费通知书', mark: '费', article: onlyNow('ogi-2019/42'), to: 'applicant', after: ['notify-fee'], remedy: false, fills: [...asked, 'fee', 'yuan', 'term'], term: 'fee-payment' },
  'third-party-consult': { title: '政府信息公开征求第三方意见书', mark: '征', article: both('ogi-2008/23', 'ogi-2019/32'), to: 'third-party', after: ['ask-third-party'], remedy: false, fills: ['number', 'wanted', 'basis', 'other', 'term'], term: 'third-party-opinion' },
  'co-maker-consult': { title: '政府信息公开征求意见书（共同制作机关）', mark: '协', article: onlyNow('ogi-2019/34'), to: 'co-maker', after: ['ask-co-maker'], remedy: false, fills: ['number', 'wanted', 'basis', 'other', 'term'], term: 'co-maker-opinion' },
  'consulting-notice': { title: '政府信息公开征求意见告知书', mark: '告', article: both('ogi-2008/23', 'ogi-2019/33'), to: 'applicant', after: ['ask-third-party', 'ask-co-maker'], remedy: false, fills: [...asked, 'day'] },
  'disclosed-despite-objection': { title: '依申请公开政府信息告知书（第三方）', mark: '第', article: both('ogi-2008/23', 'ogi-2019/32'), to: 'third-party', answers: ['granted', 'partial'], remedy: true, fills: ['number', 'wanted', 'basis', 'other'] },

  granted: answer('政府信息公开告知书', '公', both('ogi-2008/21', 'ogi-2019/36'), 'granted'),
  'already-public': answer('政府信息已主动公开告知书', '主', both('ogi-2008/21', 'ogi-2019/36'), 'already-public'),
  partial: answer('政府信息部分公开告知书', '部', both('ogi-2008/22', 'ogi-2019/37'), 'partial'),
  denied: answer('政府信息不予公开告知书', '不', both('ogi-2008/14', 'ogi-2019/36'), 'state-secret', 'law-forbids', 'safety', 'third-party-rights', 'internal-affairs', 'process', 'enforcement-file'),
  'special-access': answer('政府信息查询途径告知书', '查', onlyNow('ogi-2019/36'), 'special-access'),
  'not-held': answer('政府信息不存在告知书', '无', both('ogi-2008/21', 'ogi-2019/36'), 'not-held'),
  'other-body': answer('非本机关政府信息告知书', '非', both('ogi-2008/21', 'ogi-2019/36'), 'other-body'),
  'needs-making': answer('政府信息需加工分析告知书', '制', onlyNow('ogi-2019/38'), 'needs-making'),
  'still-unclear': answer('政府信息公开申请内容仍不明确告知书', '明', onlyNow('ogi-2019/30'), 'still-unclear'),
  petition: answer('非政府信息公开申请告知书', '访', onlyNow('ogi-2019/39'), 'petition'),
  repeat: answer('政府信息公开重复申请告知书', '重', onlyNow('ogi-2019/36'), 'repeat'),
  publication: answer('公开出版物获取途径告知书', '刊', onlyNow('ogi-2019/39'), 'publication'),
  excessive: answer('政府信息公开申请不予处理告知书', '频', onlyNow('ogi-2019/35'), 'excessive'),
  reconfirm: answer('已获取政府信息告知书', '确', onlyNow('ogi-2019/36'), 'reconfirm'),
  other: answer('政府信息公开申请处理告知书', '复', both('ogi-2008/21', 'ogi-2019/36'), 'other'),
  'correction-lapsed': { title: '政府信息公开申请不再处理告知书（逾期不补正）', mark: '止', article: onlyNow('ogi-2019/30'), to: 'applicant', after: ['lapse-correction'], remedy: true, fills: [...asked, 'history', 'words'] },
  'fee-lapsed': { title: '政府信息公开申请不再处理告知书（逾期未缴费）', mark: '销', article: onlyNow('fee-2020/6'), to: 'applicant', after: ['lapse-fee'], remedy: true, fills: [...asked, 'history', 'yuan'] },
  withdrawn: { title: '政府信息公开申请撤回确认书', mark: '撤', article: both('ogi-2008/20', 'ogi-2019/27'), to: 'applicant', after: ['withdraw'], remedy: false, fills: ['applicant', 'number', 'wanted', 'basis', 'day'] },
} as const satisfies Record<string, Kind> // prettier-ignore

export type LetterKind = keyof typeof letterKinds

/** Letters of an application, and that of a correction of records: each kind counts by itself. */
export type NumberedKind = LetterKind | 'record-correction'

export const letterKindNames = Object.keys(letterKinds) as [LetterKind, ...LetterKind[]]

/** The rows under their common shape, for code that walks them. */
export const letterRows: Readonly<Record<LetterKind, Kind>> = { ...letterKinds }

/** Tells the applicant the answer: its service is the service of the answer. */
export const isAnswer = (kind: LetterKind): boolean => letterRows[kind].answers !== undefined && letterRows[kind].to === 'applicant'

/** The exact place in the Regulation of 2019 on which an answer stands (fact sheet 1.6); under the older one the article alone is named. */
export const answerBasis: Partial<Readonly<Record<OutcomeName, string>>> = {
  'already-public': '第三十六条第（一）项',
  granted: '第三十六条第（二）项',
  partial: '第三十七条',
  'state-secret': '第三十六条第（三）项、第十四条',
  'law-forbids': '第三十六条第（三）项、第十四条',
  safety: '第三十六条第（三）项、第十四条',
  'third-party-rights': '第三十六条第（三）项、第十五条',
  'internal-affairs': '第十六条第一款',
  process: '第十六条第二款',
  'enforcement-file': '第十六条第二款',
  'special-access': '第三十六条第（七）项',
  'not-held': '第三十六条第（四）项',
  'other-body': '第三十六条第（五）项',
  'needs-making': '第三十八条',
  'still-unclear': '第三十条',
  petition: '第三十九条第一款',
  repeat: '第三十六条第（六）项',
  publication: '第三十九条第二款',
  excessive: '第三十五条',
}

/** What an answer finds of the information, in the words of the Regulation; other outcomes are named by their titles. */
export const findings: Partial<Readonly<Record<OutcomeName, string>>> = {
  'state-secret': '依法确定为国家秘密',
  'law-forbids': '属于法律、行政法规禁止公开的政府信息',
  safety: '公开后可能危及国家安全、公共安全、经济安全、社会稳定',
  'third-party-rights': '涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害',
  'internal-affairs': '属于人事管理、后勤管理、内部工作流程等方面的内部事务信息',
  process: '属于行政机关在履行行政管理职能过程中形成的过程性信息',
  'enforcement-file': '属于行政执法案卷信息',
  'special-access': '属于工商、不动产登记资料等，有关法律、行政法规对其获取有特别规定',
}
