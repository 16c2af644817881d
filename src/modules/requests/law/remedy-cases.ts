// What follows upon an application: complaint, reconsideration and lawsuit, with their steps, terms and results (fact sheet 1.7, 1.8; litigation-2017 67–88).
import type { Article } from '../../../kernel/article.ts'
import type { TermName } from '../../../law/terms.ts'
import type { Action } from '../../access/law/permissions.ts'

export const remedyKinds = {
  complaint: { title: '投诉举报', body: '受理机关', number: '受理编号' },
  reconsideration: { title: '行政复议', body: '行政复议机关', number: '复议案号' },
  lawsuit: { title: '行政诉讼', body: '人民法院', number: '案号' },
} as const satisfies Record<string, { title: string; body: string; number: string }>

export type RemedyKind = keyof typeof remedyKinds

export const remedyKindNames = Object.keys(remedyKinds) as [RemedyKind, ...RemedyKind[]]

export const remedyStates = {
  start: { title: '登记', now: '登记' },
  received: { title: '待答复', now: '在期限内提交答复和证据' },
  answered: { title: '待结果', now: '等待受理机关的结果' },
  decided: { title: '已有结果', now: '履行决定、裁判，然后办结' },
  appealed: { title: '二审中', now: '等待终审裁判' },
  closed: { title: '已办结', now: '' },
} as const satisfies Record<string, { title: string; now: string }>

export type RemedyState = keyof typeof remedyStates

export const remedyStateNames = Object.keys(remedyStates) as [RemedyState, ...RemedyState[]]

/** Who complains, applies or sues. */
export const raisers = { applicant: '申请人', 'third-party': '第三方', other: '其他人' } as const

export type Raiser = keyof typeof raisers

export const procedures = { ordinary: '普通程序', simplified: '简易程序' } as const

export type Procedure = keyof typeof procedures

/** What must hold before a step; each is checked by one row of `rules/remedy-steps.ts`. */
export type RemedyNeed =
  | 'day-in-order'
  | 'accepted-in-order'
  | 'body-named'
  | 'number-given'
  | 'words-given'
  | 'reconsideration-there'
  | 'not-beside-reconsideration'
  | 'not-beside-lawsuit'
  | 'simplified'
  | 'prolonging-lawful'
  | 'result-lawful'
  | 'first-instance'

/** What a step asks for in its form, named as the input is. */
export type RemedyAsk = 'day' | 'acceptedOn' | 'body' | 'number' | 'procedure' | 'raisedBy' | 'after' | 'days' | 'result' | 'text'

export interface RemedyStep {
  readonly title: string
  readonly from: readonly RemedyState[]
  readonly to: RemedyState | 'same'
  /** By kind; the step is not of a kind without an article. */
  readonly article: Partial<Readonly<Record<RemedyKind, Article>>>
  readonly needs: readonly RemedyNeed[]
  readonly asks: readonly RemedyAsk[]
  /** What the day of the form is. */
  readonly day: string
  /** What the text of the form is called. */
  readonly text?: string
  readonly confirm?: string
  readonly tone?: 'forward' | 'danger'
}

/** Whoever handles the application handles what follows upon it. */
export const remedyAction: Action = 'request.handle'

/** The step with which each kind begins. */
export const remedyEntries = { complaint: 'complain', reconsideration: 'reconsider', lawsuit: 'sue' } as const satisfies Record<RemedyKind, string>

const pending = ['received', 'answered'] as const

export const remedySteps = {
  complain: { title: '登记投诉举报', from: ['start'], to: 'received', article: { complaint: 'ogi-2019/51' }, needs: ['day-in-order', 'body-named', 'words-given'], asks: ['day', 'body', 'number', 'raisedBy', 'text'], day: '收到转办之日', text: '投诉举报的事项' },
  reconsider: { title: '登记行政复议', from: ['start'], to: 'received', article: { reconsideration: 'recon-2023/11' }, needs: ['day-in-order', 'accepted-in-order', 'body-named', 'number-given', 'words-given', 'not-beside-lawsuit'], asks: ['day', 'acceptedOn', 'body', 'number', 'procedure', 'raisedBy', 'text'], day: '收到申请书副本之日', text: '复议请求' },
  sue: { title: '登记行政诉讼', from: ['start'], to: 'received', article: { lawsuit: 'litigation-2017/44' }, needs: ['day-in-order', 'accepted-in-order', 'body-named', 'number-given', 'words-given', 'reconsideration-there', 'not-beside-reconsideration'], asks: ['day', 'acceptedOn', 'body', 'number', 'procedure', 'raisedBy', 'after', 'text'], day: '收到起诉状副本之日', text: '诉讼请求' },

  report: { title: '报送核查情况', from: ['received'], to: 'answered', article: { complaint: 'ogi-2019/47' }, needs: ['day-in-order', 'words-given'], asks: ['day', 'text'], day: '报送之日', text: '核查情况', tone: 'forward' },
  answer: { title: '提交复议答复书', from: ['received'], to: 'answered', article: { reconsideration: 'recon-2023/48' }, needs: ['day-in-order', 'words-given'], asks: ['day', 'text'], day: '提交之日', text: '答复意见和提交的证据', confirm: '不按期提交的，视为该行政行为没有证据、依据。', tone: 'forward' },
  defend: { title: '提交答辩状', from: ['received'], to: 'answered', article: { lawsuit: 'litigation-2017/67' }, needs: ['day-in-order', 'words-given'], asks: ['day', 'text'], day: '提交之日', text: '答辩意见和提交的证据', confirm: '无正当理由逾期提供证据的，视为没有相应证据。', tone: 'forward' },
  'turn-ordinary': { title: '转为普通程序', from: pending, to: 'same', article: { reconsideration: 'recon-2023/55', lawsuit: 'litigation-2017/84' }, needs: ['simplified', 'day-in-order'], asks: ['day'], day: '收到通知之日', confirm: '期限按普通程序计算。' },
  prolong: { title: '登记延长复议期限', from: pending, to: 'same', article: { reconsideration: 'recon-2023/62' }, needs: ['prolonging-lawful', 'day-in-order'], asks: ['day', 'days'], day: '收到通知之日' },

  settle: { title: '登记处理结果', from: pending, to: 'decided', article: { complaint: 'ogi-2019/47' }, needs: ['day-in-order', 'result-lawful', 'words-given'], asks: ['day', 'result', 'text'], day: '收到处理结果之日', text: '处理意见', tone: 'forward' },
  decide: { title: '登记复议决定', from: pending, to: 'decided', article: { reconsideration: 'recon-2023/75' }, needs: ['day-in-order', 'number-given', 'result-lawful'], asks: ['day', 'number', 'result'], day: '收到决定书之日', confirm: '结果计入年度报告“行政复议”一栏。', tone: 'forward' },
  judge: { title: '登记裁判结果', from: [...pending, 'appealed'], to: 'decided', article: { lawsuit: 'litigation-2017/80' }, needs: ['day-in-order', 'number-given', 'result-lawful'], asks: ['day', 'number', 'result'], day: '收到裁判文书之日', confirm: '二审的，按终审对行政行为的处理选择结果。结果计入年度报告“行政诉讼”一栏。', tone: 'forward' },
  appeal: { title: '登记上诉', from: ['decided'], to: 'appealed', article: { lawsuit: 'litigation-2017/85' }, needs: ['first-instance', 'day-in-order', 'body-named', 'words-given'], asks: ['day', 'body', 'text'], day: '人民法院收到上诉状之日', text: '上诉人和上诉请求', confirm: '第一审结果不再计入年度报告，以终审结果为准。' },
  'drop-appeal': { title: '登记撤回上诉', from: ['appealed'], to: 'decided', article: { lawsuit: 'litigation-2017/101' }, needs: ['day-in-order'], asks: ['day'], day: '收到准许撤回裁定之日', confirm: '第一审结果生效，计入年度报告。' },
  withdraw: { title: '登记撤回', from: pending, to: 'closed', article: { complaint: 'ogi-2019/51', reconsideration: 'recon-2023/41', lawsuit: 'litigation-2017/62' }, needs: ['day-in-order', 'words-given'], asks: ['day', 'text'], day: '收到通知之日', text: '撤回的情况', confirm: '案件办结，计入“其他结果”。', tone: 'danger' },
  close: { title: '办结', from: ['decided'], to: 'closed', article: { complaint: 'ogi-2019/47', reconsideration: 'recon-2023/77', lawsuit: 'litigation-2017/94' }, needs: ['day-in-order', 'words-given'], asks: ['day', 'text'], day: '办结之日', text: '履行情况', tone: 'forward' },
} as const satisfies Record<string, RemedyStep> // prettier-ignore

export type RemedyStepName = keyof typeof remedySteps

export const remedyStepNames = Object.keys(remedySteps) as [RemedyStepName, ...RemedyStepName[]]

/** The rows under their common shape, for code that walks them. */
export const remedyStepRows: Readonly<Record<RemedyStepName, RemedyStep>> = { ...remedySteps }

interface Result {
  readonly title: string
  /** The column of the yearly table that counts it; nothing counts complaints there. */
  readonly column: 'upheld' | 'corrected' | 'other' | null
  /** By kind; no such result where there is none. */
  readonly article: Partial<Readonly<Record<RemedyKind, Article>>>
  /** Follows from a step of its own; nobody chooses it. */
  readonly by?: 'withdraw'
  /** Told by a ruling, which may be appealed within a shorter term. */
  readonly ruling?: true
}

export const remedyResults = {
  upheld: { title: '维持', column: 'upheld', article: { reconsideration: 'recon-2023/68' } },
  dismissed: { title: '驳回诉讼请求', column: 'upheld', article: { lawsuit: 'litigation-2017/69' } },
  changed: { title: '变更', column: 'corrected', article: { reconsideration: 'recon-2023/63', lawsuit: 'litigation-2017/77' } },
  revoked: { title: '撤销或者部分撤销', column: 'corrected', article: { reconsideration: 'recon-2023/64', lawsuit: 'litigation-2017/70' } },
  unlawful: { title: '确认违法', column: 'corrected', article: { reconsideration: 'recon-2023/65', lawsuit: 'litigation-2017/74' } },
  void: { title: '确认无效', column: 'corrected', article: { reconsideration: 'recon-2023/67', lawsuit: 'litigation-2017/75' } },
  ordered: { title: '责令、判决履行', column: 'corrected', article: { reconsideration: 'recon-2023/66', lawsuit: 'litigation-2017/72' } },
  rejected: { title: '驳回复议请求', column: 'other', article: { reconsideration: 'recon-2023/69' } },
  refused: { title: '不予受理（立案）、驳回申请（起诉）', column: 'other', article: { reconsideration: 'recon-2023/33', lawsuit: 'litigation-2017/51' }, ruling: true },
  mediated: { title: '调解结案', column: 'other', article: { reconsideration: 'recon-2023/73' } },
  withdrawn: { title: '撤回', column: 'other', article: { complaint: 'ogi-2019/51', reconsideration: 'recon-2023/41', lawsuit: 'litigation-2017/62' }, by: 'withdraw' },
  rectified: { title: '查证属实，督促整改或者通报批评', column: null, article: { complaint: 'ogi-2019/47' } },
  unfounded: { title: '查证不属实', column: null, article: { complaint: 'ogi-2019/47' } },
} as const satisfies Record<string, Result> // prettier-ignore

export type RemedyResult = keyof typeof remedyResults

export const remedyResultNames = Object.keys(remedyResults) as [RemedyResult, ...RemedyResult[]]

/** The rows under their common shape, for code that walks them. */
export const remedyResultRows: Readonly<Record<RemedyResult, Result>> = { ...remedyResults }

interface RemedyClock {
  readonly kind: RemedyKind
  readonly states: readonly RemedyState[]
  /** Whose day it is: the office owes it, the body does, or it is a right that ends. */
  readonly whose: 'office' | 'body' | 'parties'
  /** The day on which the term begins. */
  readonly from: 'receivedOn' | 'acceptedOn' | 'decidedOn' | 'appealedOn'
  readonly term: TermName
  readonly simplified?: TermName
  readonly ruling?: TermName
}

/** The days that run in each state. No law sets one for a complaint. */
export const remedyClocks: readonly RemedyClock[] = [
  { kind: 'reconsideration', states: ['received'], whose: 'office', from: 'receivedOn', term: 'reconsideration-answer', simplified: 'reconsideration-answer-simplified' },
  { kind: 'reconsideration', states: pending, whose: 'body', from: 'acceptedOn', term: 'reconsideration-decision', simplified: 'reconsideration-decision-simplified' },
  { kind: 'lawsuit', states: ['received'], whose: 'office', from: 'receivedOn', term: 'lawsuit-defence' },
  { kind: 'lawsuit', states: pending, whose: 'body', from: 'acceptedOn', term: 'lawsuit-judgment', simplified: 'lawsuit-judgment-simplified' },
  { kind: 'lawsuit', states: ['decided'], whose: 'parties', from: 'decidedOn', term: 'lawsuit-appeal', ruling: 'lawsuit-appeal-ruling' },
  { kind: 'lawsuit', states: ['appealed'], whose: 'body', from: 'appealedOn', term: 'lawsuit-final-judgment' },
] // prettier-ignore

/** When the handler is told of the day for the answer, and whom else; the office's own rule: the terms are short. */
export const remedyReminders: readonly { stage: number; before: number; words: string; also?: Action }[] = [
  { stage: 1, before: 3, words: '复议答复、诉讼答辩即将到期' },
  { stage: 2, before: 0, words: '复议答复、诉讼答辩今天到期' },
  { stage: 3, before: -1, words: '复议答复、诉讼答辩已逾期', also: 'request.sign' },
]
