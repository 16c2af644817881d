// What an applicant who wants it is told by mail and by text message, step by step: a reminder, never service, and with nothing of what was asked for.
import type { StepName } from './steps.ts'

/** What a line may name in braces; a line that names what is not known is left out. */
export type MailFill = 'until' | 'due' | 'days' | 'way'

interface ApplicantMail {
  readonly title: string
  readonly lines: readonly string[]
  /** The last day that a text message names, and what it is the last day of. */
  readonly lastDay?: { readonly of: string; readonly is: 'until' | 'due' }
}

const reply = { of: '答复', is: 'due' } as const

export const applicantMails: Partial<Readonly<Record<StepName, ApplicantMail>>> = {
  register: { title: '收到您提交的申请', lines: ['工作人员将与您联系确认，自双方确认之日起计算答复期限。'] },
  receive: { title: '收到您的申请', lines: ['答复的最后日期：{due}。'], lastDay: reply },
  confirm: { title: '您的申请已经确认', lines: ['今后按确认之日计算答复期限，答复的最后日期：{due}。'], lastDay: reply },
  'ask-correction': {
    title: '请您补正申请',
    lines: ['补正的最后日期：{until}。没有正当理由逾期不补正的，视为放弃申请。', '需要补正的内容见申请进度页或者补正告知书。'],
    lastDay: { of: '补正', is: 'until' },
  },
  'ask-reasons': {
    title: '请您说明申请的理由',
    lines: ['说明理由的最后日期：{until}。', '需要说明的事项见申请进度页或者告知书。'],
    lastDay: { of: '说明', is: 'until' },
  },
  defer: { title: '确定了延迟答复的日期', lines: ['将在{until}以前答复。'], lastDay: { of: '答复', is: 'until' } },
  'notify-fee': {
    title: '请您缴纳信息处理费',
    lines: ['请自收到收费通知书次日起20个工作日内缴纳；逾期未缴纳的，视为放弃申请。', '金额和缴纳方式见收费通知书。'],
  },
  extend: { title: '答复期限延长', lines: ['延长{days}个工作日，答复的最后日期：{due}。'], lastDay: reply },
  serve: { title: '已经答复', lines: ['送达方式：{way}。以送达的答复书为准，本邮件不是送达。'] },
  'lapse-correction': { title: '逾期没有补正，申请已经办结', lines: ['您没有在限定的日期以前补正，视为放弃申请。'] },
  'lapse-fee': { title: '逾期没有缴费，申请已经办结', lines: ['您没有在限定的日期以前缴纳信息处理费，视为放弃申请。'] },
  withdraw: { title: '申请已经撤回', lines: ['申请已经按照撤回的意思办结。不是您本人撤回的，请尽快与受理机关联系。'] },
}

/** Days after which it is too late to tell: an old mail misleads more than it helps. */
export const staleAfterDays = 3
