// 更正本人信息 (ogi-2019/41): who holds evidence that a record about themselves is wrong asks for its correction. One row per step; results, and what tells of each.
import type { Article } from '../../../kernel/article.ts'
import type { Action } from '../../access/law/permissions.ts'

/** The article on which all of it stands, since this Regulation is in force. It sets no term, and neither does another law: lateness is asked of no case. */
export const recordArticle: Article = 'ogi-2019/41'

/** What the number of each begins with; that of an application begins otherwise. */
export const recordNumberMark = 'GZ'

interface RecordStateRow {
  readonly title: string
  readonly end: boolean
  readonly turn: Action | null
  /** What the office must do next. */
  readonly now: string
  /** What happens now, in plain words for the person. */
  readonly forApplicant: string
}

export const recordStates = {
  start: { title: '提交', end: false, turn: 'request.register', now: '登记', forApplicant: '' },
  received: { title: '待核查', end: false, turn: 'request.handle', now: '核对证据和记录', forApplicant: '行政机关正在核对您的证据和有关记录。' },
  examined: { title: '待决定', end: false, turn: 'request.review', now: '决定是否更正', forApplicant: '已经核对，正在决定。' },
  decided: { title: '待制发告知书', end: false, turn: 'request.handle', now: '制发告知书', forApplicant: '已经作出决定，即将书面告知您。' },
  issued: { title: '待送达', end: false, turn: 'request.handle', now: '送达申请人', forApplicant: '已经作出决定，即将书面告知您。' },
  closed: { title: '已办结', end: true, turn: null, now: '', forApplicant: '已经办结。' },
} as const satisfies Record<string, RecordStateRow>

export type RecordState = keyof typeof recordStates

export const recordStateNames = Object.keys(recordStates) as [RecordState, ...RecordState[]]

export const recordChannels = { counter: '当面递交', post: '邮寄', online: '网上提交' } as const

export type RecordChannel = keyof typeof recordChannels

interface ResultRow {
  readonly title: string
  /** How the letter says it; `{body}` and `{text}` are what the decision names. */
  readonly letter: string
}

/** Article 41 knows these ways, no other. Wording is to be read by the unit's lawyer before use. */
export const recordResults = {
  corrected: { title: '予以更正', letter: '经审核，你（单位）反映的情况属实。根据{basis}，本机关已经予以更正：\n{text}' },
  refused: { title: '不予更正', letter: '经审核，现有证据不能证明该记录不准确。根据{basis}，本机关不予更正，理由如下：\n{text}' },
  forwarded: { title: '转送有权更正的机关', letter: '该记录的更正不属于本机关职能范围：{text}\n根据{basis}，本机关已将你（单位）的更正申请转送{body}处理。' },
  directed: { title: '告知向有权更正的机关提出', letter: '该记录的更正不属于本机关职能范围：{text}\n根据{basis}，请你（单位）向{body}提出。' },
  withdrawn: { title: '申请人撤回', letter: '' },
} as const satisfies Record<string, ResultRow>

export type RecordResult = keyof typeof recordResults

export const recordResultNames = Object.keys(recordResults) as [RecordResult, ...RecordResult[]]

/** The rows under their common shape, for code that walks them. */
export const recordResultRows: Readonly<Record<RecordResult, ResultRow>> = { ...recordResults }

/** What the letter begins with, whatever came of it. */
export const recordLetterOpening =
  '本机关于{received}收到你（单位）提出的更正申请（编号：{number}），认为下列与你（单位）自身相关的政府信息记录不准确：“{subject}”。\n你（单位）认为不准确之处：{wrong}\n要求更正为：{wanted}'

/** 更正告知 (fact sheet 8.3): its title, and what stands in its number after the code of the unit. */
export const recordLetter = { title: '政府信息更正告知书', mark: '更' } as const

/** What must hold before a step; each is checked by one row of `rules/record-correction.ts`. */
export type RecordNeed = 'day-in-order' | 'section-named' | 'words-given' | 'body-named' | 'not-examiner' | 'service-lawful'

/** What a step asks for in its form, named as the input is. */
export type RecordAsk = 'day' | 'section' | 'body' | 'service' | 'text'

export interface RecordStep {
  readonly title: string
  readonly action: Action
  readonly from: readonly RecordState[]
  readonly to: RecordState | 'same'
  readonly article: Article
  readonly needs: readonly RecordNeed[]
  readonly asks: readonly RecordAsk[]
  /** What the text of the form is called. */
  readonly text?: string
  readonly confirm?: string
  /** Done when the case is entered; nobody is offered it later. */
  readonly entry?: true
  /** The person may do it from the public site. */
  readonly applicant?: true
  /** The result to which it leads. */
  readonly result?: RecordResult
  /** What the person is shown of it; nothing of what is the office's own affair. */
  readonly shown?: string
  readonly tone?: 'forward' | 'danger'
}

const decision = { action: 'request.review', from: ['examined'], to: 'decided', article: recordArticle } as const

export const recordSteps = {
  register: { title: '登记更正申请', action: 'request.register', from: ['start'], to: 'received', article: recordArticle, needs: ['day-in-order'], asks: ['day'], entry: true, applicant: true, shown: '收到更正申请' },
  assign: { title: '转办', action: 'request.assign', from: ['received', 'examined'], to: 'same', article: recordArticle, needs: ['section-named'], asks: ['section', 'text'], text: '办理要求' },
  examine: { title: '核查完毕，送审', action: 'request.handle', from: ['received'], to: 'examined', article: recordArticle, needs: ['day-in-order', 'words-given'], asks: ['day', 'text'], text: '核对的证据、记录和处理意见', tone: 'forward' },
  'examine-again': { title: '退回重新核查', action: 'request.review', from: ['examined'], to: 'received', article: recordArticle, needs: ['words-given'], asks: ['text'], text: '退回理由' },
  correct: { title: '决定予以更正', ...decision, needs: ['not-examiner', 'words-given'], asks: ['text'], text: '原来怎样记录，现在更正为什么', confirm: '请在有关业务系统、档案里更正以后再办理；内容写入告知书。', result: 'corrected', tone: 'forward' },
  refuse: { title: '决定不予更正', ...decision, needs: ['not-examiner', 'words-given'], asks: ['text'], text: '不予更正的理由', confirm: '理由写入告知书。', result: 'refused' },
  forward: { title: '转送有权更正的机关', ...decision, needs: ['not-examiner', 'body-named', 'words-given'], asks: ['body', 'text'], text: '不属于本机关职能范围的情况', confirm: '须将材料转送该机关并告知申请人。', result: 'forwarded' },
  direct: { title: '告知向有权更正的机关提出', ...decision, needs: ['not-examiner', 'body-named', 'words-given'], asks: ['body', 'text'], text: '不属于本机关职能范围的情况', result: 'directed' },
  'issue-letter': { title: '制发告知书', action: 'request.handle', from: ['decided'], to: 'issued', article: recordArticle, needs: [], asks: [], confirm: '告知书按决定的内容生成并编号，制发后不能修改。', tone: 'forward' },
  serve: { title: '送达告知书', action: 'request.handle', from: ['issued'], to: 'closed', article: recordArticle, needs: ['service-lawful', 'day-in-order'], asks: ['service', 'day'], shown: '告知书已经送达', tone: 'forward' },
  withdraw: { title: '申请人撤回', action: 'request.handle', from: ['received', 'examined'], to: 'closed', article: recordArticle, needs: ['day-in-order', 'words-given'], asks: ['day', 'text'], text: '申请人的意思表示', confirm: '撤回后办结，不再处理。', result: 'withdrawn', applicant: true, shown: '您撤回了更正申请', tone: 'danger' },
} as const satisfies Record<string, RecordStep> // prettier-ignore

export type RecordStepName = keyof typeof recordSteps

export const recordStepNames = Object.keys(recordSteps) as [RecordStepName, ...RecordStepName[]]

/** The rows under their common shape, for code that walks them. */
export const recordStepRows: Readonly<Record<RecordStepName, RecordStep>> = { ...recordSteps }

/** Lengths are of this office, so that nothing is cut off unseen. */
export const recordLengths = { subject: 100, wrong: 2000, wanted: 2000 } as const

/** Evidence that a case can hold, each file as large as the copy of an identity document. */
export const mostEvidence = 10

export const recordFileKinds = { proof: '证件复印件', evidence: '证据' } as const

export type RecordFileKind = keyof typeof recordFileKinds
