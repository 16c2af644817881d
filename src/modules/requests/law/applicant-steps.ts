// What an applicant is shown of each step, in words to them. Steps that are not here are the office's own affair.
import type { StepName } from './steps.ts'

interface ShownStep {
  readonly title: string
  /** Its text was written to or by the applicant. */
  readonly text?: true
  /** Besides the day: the last day that was set, the length of the extension, the fee. */
  readonly notes?: true
  /** Above the field in which the applicant answers. */
  readonly ask?: string
  /** Where it is theirs to do, but nothing waits for it: folded away, with what it means and the words of the button. */
  readonly offer?: { readonly title: string; readonly means: string; readonly button: string }
  /** The field takes an address for mail, not a text; it is sealed with the identity. */
  readonly address?: true
}

export const shownSteps: Partial<Readonly<Record<StepName, ShownStep>>> = {
  register: { title: '收到您提交的申请，等待确认' },
  receive: { title: '收到申请' },
  confirm: { title: '已经确认，开始计算答复期限' },
  'ask-correction': { title: '请您补正', text: true, notes: true },
  'receive-correction': { title: '收到您的补正', text: true, ask: '补正的内容' },
  'lapse-correction': { title: '逾期没有补正，视为放弃申请' },
  'ask-reasons': { title: '请您说明理由', text: true, notes: true },
  'receive-reasons': { title: '收到您说明的理由', text: true, ask: '需要申请这些信息的理由' },
  defer: { title: '确定延迟答复的日期', text: true, notes: true },
  'notify-fee': { title: '通知缴纳信息处理费', notes: true },
  'record-payment': { title: '收到缴费' },
  'lapse-fee': { title: '逾期没有缴费，视为放弃申请' },
  'ask-third-party': { title: '征求第三方意见' },
  'ask-co-maker': { title: '征求其他机关意见' },
  'end-consulting': { title: '征求意见结束' },
  extend: { title: '延长答复期限', text: true },
  'answer-on-spot': { title: '当场答复', notes: true },
  serve: { title: '答复已经送达' },
  close: { title: '办结' },
  'give-material': {
    title: '收到您补充的材料',
    text: true,
    ask: '补充的材料或者说明',
    offer: { title: '补充材料', means: '用于说明申请的内容，不改变答复期限。已经收到补正告知书的，请在“补正”里填写。', button: '提交补充材料' },
  },
  'agree-electronic': {
    title: '您同意电子送达',
    ask: '接收文书的电子邮箱',
    address: true,
    offer: { title: '同意电子送达', means: '同意以后，答复和其他文书可以发到这个邮箱，到达之日为送达之日。邮箱加密保存。', button: '确认同意' },
  },
  withdraw: {
    title: '您撤回了申请',
    text: true,
    ask: '撤回的说明',
    offer: { title: '撤回申请', means: '撤回以后不再答复，也不能恢复；需要时可以重新申请。', button: '确认撤回申请' },
  },
}
