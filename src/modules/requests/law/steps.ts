// The workflow of an application: one row per step. From it come the guard, the dialogs, the time-line, the clock and the chart.
import type { Article } from '../../../kernel/article.ts'
import type { Action } from '../../access/law/permissions.ts'
import type { Regime } from './regimes.ts'
import type { State } from './states.ts'

/** What must hold before a step; each is checked by one row of `rules/needs.ts`. */
export type Need =
  | 'day-in-order'
  | 'day-since-arrival'
  | 'reason-given'
  | 'channel-confirms'
  | 'channel-starts'
  | 'assignee-named'
  | 'correction-once'
  | 'within-correction-term'
  | 'until-set'
  | 'until-over'
  | 'reasons-once'
  | 'reasons-received'
  | 'not-deferred'
  | 'fee-in-force'
  | 'fee-once'
  | 'fee-due'
  | 'fee-receipt-unknown'
  | 'payment-known'
  | 'term-running'
  | 'not-extended'
  | 'extension-lawful'
  | 'consent-named'
  | 'other-named'
  | 'consultation-open'
  | 'opinion-given'
  | 'opinion-overdue'
  | 'nothing-awaited'
  | 'outcome-lawful'
  | 'outcome-facts'
  | 'outcome-on-spot'
  | 'objection-answered'
  | 'not-drafter'
  | 'legality-owed'
  | 'legality-reviewed'
  | 'number-given'
  | 'not-joined'
  | 'joined'
  | 'lead-named'
  | 'parts-named'
  | 'nothing-asked-yet'
  | 'service-lawful'
  | 'material-room'
  | 'not-agreed'
  | 'enclosures-redacted'

/** What a step asks for in its form. */
export type Ask =
  | 'day'
  | 'text'
  | 'until'
  | 'assignee'
  | 'fee'
  | 'payment'
  | 'extension'
  | 'other'
  | 'consultation'
  | 'opinion'
  | 'outcome'
  | 'number'
  | 'service'
  | 'lead'
  | 'parts'

/** What the step does to the term for the reply. */
export type ClockEffect = 'starts' | 'restarts' | 'stops' | 'pauses' | 'resumes' | 'extends' | 'defers' | 'ends'

export interface Step {
  readonly title: string
  readonly action: Action
  readonly from: readonly State[]
  /** `same` leaves the application where it is. */
  readonly to: State | 'same'
  readonly needs: readonly Need[]
  /** The article by the Regulation that governs the application; a Regulation that does not know the step has none. */
  readonly article: Partial<Readonly<Record<Regime, Article>>>
  readonly asks?: readonly Ask[]
  /** What the text of the form is called. */
  readonly text?: string
  readonly confirm?: string
  readonly clock?: ClockEffect
  /** Follows from another step; nobody is offered it. */
  readonly automatic?: true
  /** Done when the application is entered; nobody is offered it later. */
  readonly entry?: true
  /** The applicant may do it from the public site. */
  readonly applicant?: true
  /** Can be taken with many applications at once: what it asks can be answered once for all. */
  readonly many?: true
  /** Offered beside what it links, not among the steps that carry the case on. */
  readonly aside?: true
  readonly tone?: 'forward' | 'danger'
}

const both = (old: Article, now: Article): Step['article'] => ({ 'ogi-2008': old, 'ogi-2019': now })
const onlyNow = (now: Article): Step['article'] => ({ 'ogi-2019': now })
const beforeReply = [
  'registered',
  'in-progress',
  'correction-asked',
  'reasons-asked',
  'fee-notified',
  'consulting',
  'reviewing',
  'secrecy-reviewing',
  'legality-reviewing',
  'signing',
] as const
const beforeService = [...beforeReply, 'signed', 'sealed'] as const
const inHand = ['in-progress', 'correction-asked', 'reasons-asked', 'fee-notified', 'consulting'] as const
const internal = both('ogi-2008/24', 'ogi-2019/45')
const returning = {
  to: 'in-progress',
  needs: ['reason-given'],
  article: both('ogi-2008/24', 'ogi-2019/45'),
  asks: ['text'],
  text: '退回理由',
  confirm: '退回后由承办人修改答复，再次送审。',
} as const

export const steps = {
  register: { title: '登记（待确认）', action: 'request.register', from: ['start'], to: 'registered', needs: ['channel-confirms', 'day-in-order'], article: both('receipt-2015/1', 'ogi-2019/31'), asks: ['day'], entry: true, applicant: true },
  receive: { title: '登记并收到', action: 'request.register', from: ['start'], to: 'in-progress', needs: ['channel-starts', 'day-in-order'], article: both('receipt-2015/1', 'ogi-2019/31'), asks: ['day'], entry: true, clock: 'starts' },
  confirm: { title: '与申请人确认', action: 'request.handle', from: ['registered'], to: 'in-progress', needs: ['day-in-order'], article: both('receipt-2015/1', 'ogi-2019/31'), asks: ['day'], confirm: '双方确认之日为收到申请之日，答复期限自次日起计算。', clock: 'starts', tone: 'forward' },
  assign: { title: '转办', action: 'request.assign', from: ['registered', ...inHand, 'signed', 'sealed', 'served'], to: 'same', needs: ['assignee-named'], article: internal, asks: ['assignee', 'text'], text: '办理要求', many: true },

  'ask-correction': { title: '告知补正', action: 'request.handle', from: ['in-progress'], to: 'correction-asked', needs: ['reason-given', 'correction-once', 'within-correction-term', 'day-in-order', 'until-set'], article: both('ogi-2008/21', 'ogi-2019/30'), asks: ['day', 'text', 'until'], text: '需要补正的内容', confirm: '只能一次性告知。答复期限停止计算，收到补正后重新起算。', clock: 'stops' },
  'receive-correction': { title: '收到补正', action: 'request.handle', from: ['correction-asked'], to: 'in-progress', needs: ['reason-given', 'day-in-order'], article: both('ogi-2008/21', 'ogi-2019/30'), asks: ['day', 'text'], text: '补正的内容', clock: 'restarts', applicant: true, tone: 'forward' },
  'lapse-correction': { title: '逾期不补正，不再处理', action: 'request.handle', from: ['correction-asked'], to: 'closed', needs: ['until-over', 'reason-given'], article: onlyNow('ogi-2019/30'), asks: ['text'], text: '认定没有正当理由的依据', confirm: '申请人视为放弃申请，案件办结。', clock: 'ends', tone: 'danger' },

  'ask-reasons': { title: '要求说明理由', action: 'request.handle', from: ['in-progress'], to: 'reasons-asked', needs: ['reason-given', 'reasons-once', 'day-in-order', 'until-set'], article: onlyNow('ogi-2019/35'), asks: ['day', 'text', 'until'], text: '数量、频次明显超过合理范围的事实' },
  'receive-reasons': { title: '收到说明', action: 'request.handle', from: ['reasons-asked'], to: 'in-progress', needs: ['reason-given', 'day-in-order'], article: onlyNow('ogi-2019/35'), asks: ['day', 'text'], text: '申请人说明的理由', applicant: true, tone: 'forward' },
  'note-no-reasons': { title: '逾期未说明', action: 'request.handle', from: ['reasons-asked'], to: 'in-progress', needs: ['until-over'], article: onlyNow('ogi-2019/35') },
  defer: { title: '确定延迟答复日期', action: 'request.extend', from: ['in-progress'], to: 'same', needs: ['reasons-received', 'not-deferred', 'reason-given', 'until-set'], article: onlyNow('ogi-2019/35'), asks: ['until', 'text'], text: '理由合理、无法按期答复的情况', confirm: '须将延迟答复的日期告知申请人。', clock: 'defers' },

  'notify-fee': { title: '通知缴费', action: 'request.handle', from: ['in-progress'], to: 'fee-notified', needs: ['fee-in-force', 'fee-once', 'fee-due', 'day-in-order'], article: onlyNow('ogi-2019/42'), asks: ['day', 'fee'], confirm: '按件或者按量只能选择一种。答复期限停止计算，缴费完成后重新起算。', clock: 'stops' },
  'record-fee-receipt': { title: '登记收到收费通知书', action: 'request.handle', from: ['fee-notified'], to: 'same', needs: ['fee-receipt-unknown', 'day-in-order'], article: onlyNow('fee-2020/6'), asks: ['day'] },
  'record-payment': { title: '登记缴费', action: 'request.handle', from: ['fee-notified'], to: 'in-progress', needs: ['payment-known', 'day-in-order'], article: onlyNow('fee-2020/6'), asks: ['day', 'payment'], clock: 'restarts', tone: 'forward' },
  'lapse-fee': { title: '逾期未缴费，不再处理', action: 'request.handle', from: ['fee-notified'], to: 'closed', needs: ['until-over'], article: onlyNow('fee-2020/6'), confirm: '申请人视为放弃申请，案件办结。', clock: 'ends', tone: 'danger' },

  'ask-third-party': { title: '征求第三方意见', action: 'request.handle', from: ['in-progress', 'consulting'], to: 'consulting', needs: ['other-named', 'term-running', 'day-in-order'], article: both('ogi-2008/23', 'ogi-2019/32'), asks: ['day', 'other'], clock: 'pauses' },
  'ask-co-maker': { title: '征求共同制作机关意见', action: 'request.handle', from: ['in-progress', 'consulting'], to: 'consulting', needs: ['other-named', 'term-running', 'day-in-order'], article: onlyNow('ogi-2019/34'), asks: ['day', 'other'], clock: 'pauses' },
  'record-letter-receipt': { title: '登记征求意见书送达', action: 'request.handle', from: ['consulting'], to: 'same', needs: ['consultation-open', 'day-in-order'], article: both('ogi-2008/23', 'ogi-2019/32'), asks: ['consultation', 'day'] },
  'record-opinion': { title: '登记意见', action: 'request.handle', from: ['consulting'], to: 'same', needs: ['consultation-open', 'opinion-given', 'reason-given', 'day-in-order'], article: both('ogi-2008/23', 'ogi-2019/32'), asks: ['consultation', 'day', 'opinion', 'text'], text: '意见和理由', tone: 'forward' },
  'note-silence': { title: '逾期未提出意见', action: 'request.handle', from: ['consulting'], to: 'same', needs: ['consultation-open', 'opinion-overdue'], article: onlyNow('ogi-2019/32'), asks: ['consultation'], confirm: '第三方逾期的，由行政机关决定是否公开；共同制作机关逾期的，视为同意公开。' },
  'end-consulting': { title: '征求意见结束', action: 'request.handle', from: ['consulting'], to: 'in-progress', needs: ['nothing-awaited'], article: both('ogi-2008/24', 'ogi-2019/33'), automatic: true, clock: 'resumes' },

  extend: { title: '延期答复', action: 'request.extend', from: ['in-progress', 'reasons-asked', 'consulting'], to: 'same', needs: ['not-extended', 'term-running', 'extension-lawful', 'consent-named', 'reason-given'], article: both('ogi-2008/24', 'ogi-2019/33'), asks: ['extension', 'text'], text: '延长的理由', confirm: '只能延长一次，并须告知申请人。', clock: 'extends', many: true },

  decide: { title: '拟定答复', action: 'request.handle', from: ['in-progress'], to: 'reviewing', needs: ['outcome-lawful', 'outcome-facts', 'objection-answered', 'enclosures-redacted'], article: both('ogi-2008/21', 'ogi-2019/36'), asks: ['outcome'], tone: 'forward' },
  'answer-on-spot': { title: '当场答复', action: 'request.handle', from: ['in-progress'], to: 'served', needs: ['outcome-lawful', 'outcome-on-spot', 'outcome-facts', 'service-lawful', 'enclosures-redacted'], article: both('ogi-2008/24', 'ogi-2019/33'), asks: ['outcome', 'service'], confirm: '能够当场答复的，当场答复。', clock: 'ends' },
  'approve-draft': { title: '审核同意', action: 'request.review', from: ['reviewing'], to: 'secrecy-reviewing', needs: ['not-drafter'], article: internal, tone: 'forward' },
  'return-draft': { title: '退回修改', action: 'request.review', from: ['reviewing'], ...returning },
  'pass-secrecy': { title: '保密审查通过', action: 'request.secrecy-review', from: ['secrecy-reviewing'], to: 'signing', needs: ['not-drafter'], article: both('ogi-2008/14', 'ogi-2019/17'), tone: 'forward' },
  'return-from-secrecy': { title: '退回修改', action: 'request.secrecy-review', from: ['secrecy-reviewing'], ...returning },
  'send-to-legality': { title: '送合法性审查', action: 'request.secrecy-review', from: ['signing'], to: 'legality-reviewing', needs: ['legality-owed'], article: internal, automatic: true },
  'pass-legality': { title: '合法性审查通过', action: 'request.legality-review', from: ['legality-reviewing'], to: 'signing', needs: ['not-drafter', 'reason-given'], article: internal, asks: ['text'], text: '审查意见', tone: 'forward' },
  'return-from-legality': { title: '退回修改', action: 'request.legality-review', from: ['legality-reviewing'], ...returning },
  sign: { title: '签发', action: 'request.sign', from: ['signing'], to: 'signed', needs: ['not-drafter', 'legality-reviewed'], article: internal, confirm: '签发后编号用印，送达申请人。', tone: 'forward' },
  'return-from-signing': { title: '退回修改', action: 'request.sign', from: ['signing'], ...returning },
  seal: { title: '编号用印', action: 'request.handle', from: ['signed'], to: 'sealed', needs: ['number-given', 'enclosures-redacted'], article: internal, asks: ['number'], tone: 'forward' },
  serve: { title: '送达', action: 'request.handle', from: ['sealed'], to: 'served', needs: ['service-lawful', 'day-in-order', 'enclosures-redacted'], article: { 'ogi-2008': 'service-2016/1', 'ogi-2019': 'service-2016/1' }, asks: ['service', 'day'], confirm: '邮寄的以交邮之日、当面送达的以签收之日计算是否按期。', clock: 'ends', tone: 'forward' },
  close: { title: '办结', action: 'request.handle', from: ['served'], to: 'closed', needs: [], article: internal, asks: ['text'], text: '办结说明', many: true, tone: 'forward' },
  archive: { title: '归档', action: 'request.handle', from: ['closed'], to: 'archived', needs: ['number-given'], article: internal, asks: ['number'], many: true, tone: 'forward' },
  'give-material': { title: '收到补充材料', action: 'request.handle', from: [...beforeService], to: 'same', needs: ['reason-given', 'material-room', 'day-since-arrival'], article: both('ogi-2008/20', 'ogi-2019/29'), asks: ['day', 'text'], text: '材料的内容', applicant: true },
  'agree-electronic': { title: '申请人同意电子送达', action: 'request.handle', from: [...beforeService], to: 'same', needs: ['not-agreed', 'reason-given', 'day-since-arrival'], article: onlyNow('civil-procedure-2023/90'), asks: ['day', 'text'], text: '申请人怎样表示同意', applicant: true },
  withdraw: { title: '申请人撤回', action: 'request.handle', from: [...beforeReply], to: 'closed', needs: ['reason-given', 'day-in-order'], article: both('ogi-2008/20', 'ogi-2019/27'), asks: ['day', 'text'], text: '申请人的意思表示', confirm: '撤回后案件办结，不再答复。', clock: 'ends', applicant: true, tone: 'danger' },

  join: { title: '并案办理', action: 'request.handle', from: beforeReply, to: 'same', needs: ['not-joined', 'lead-named', 'reason-given'], article: internal, asks: ['lead', 'text'], text: '并案的理由', confirm: '并案只是内部一并办理，每件申请仍须在各自的期限以内分别答复。', aside: true },
  unjoin: { title: '取消并案', action: 'request.handle', from: beforeReply, to: 'same', needs: ['joined', 'reason-given'], article: internal, asks: ['text'], text: '取消的理由', aside: true },
  split: { title: '分案', action: 'request.handle', from: ['in-progress'], to: 'same', needs: ['nothing-asked-yet', 'parts-named', 'reason-given'], article: internal, asks: ['parts', 'text'], text: '分案的理由和本件保留的内容', confirm: '分出的各件另行编号，收到之日、申请人与本件相同，分别答复。', aside: true },
} as const satisfies Record<string, Step> // prettier-ignore

export type StepName = keyof typeof steps

export const stepNames = Object.keys(steps) as [StepName, ...StepName[]]

/** The rows under their common shape, for code that walks them. */
export const stepRows: Readonly<Record<StepName, Step>> = { ...steps }
