// What the mails say, and when a failed one is tried again.
import { noticeKinds, type NoticeKind } from '../law/kinds.ts'
import { codeRules, pausesInMinutes } from '../law/outgoing.ts'

export interface Written {
  readonly subject: string
  readonly text: string
}

const minute = 60_000
const ending = '（本邮件由系统自动发出，请勿回复。）'

/** When to try again after `tries` failures; undefined where it is given up. */
export function nextTry(tries: number, at: Date): Date | undefined {
  const pause = pausesInMinutes[tries - 1]
  return pause === undefined ? undefined : new Date(at.getTime() + pause * minute)
}

export interface DigestFacts {
  readonly name: string
  /** New and unread, by kind. */
  readonly counts: readonly { readonly kind: string; readonly count: number }[]
  /** The inbox in the office; undefined where the settings do not say under which address it is reached. */
  readonly inbox: string | undefined
}

/** Counts and no titles: what is not yet reviewed for secrets must not travel by mail. */
export function digestOf({ name, counts, inbox }: DigestFacts): Written {
  const total = counts.reduce((sum, one) => sum + one.count, 0)
  const titleOf = (kind: string): string => (kind in noticeKinds ? noticeKinds[kind as NoticeKind] : '其他')
  const lines = counts.map(({ kind, count }) => `  ${titleOf(kind)} ${count} 条`)
  return {
    subject: `政务公开后台：您有 ${total} 条新消息`,
    text: [
      `${name}：`,
      '',
      `您在政务公开后台有 ${total} 条未读的新消息：`,
      ...lines,
      '',
      inbox === undefined ? '请登录政务公开后台查看。' : `请登录后台查看：${inbox}`,
      '',
      '为了保密，邮件里不写信息的标题和内容。不需要提醒时，可以在“我的账号”里关闭。',
      ending,
    ].join('\n'),
  }
}

export function codeLetterOf(code: string): Written {
  return {
    subject: '政务公开后台：确认您的邮箱',
    text: [
      `您的确认码是 ${code}，${codeRules.minutes} 分钟内有效。`,
      '',
      '请在政务公开后台“我的账号”里填写。如果不是您本人操作，不用理会这封邮件。',
      ending,
    ].join('\n'),
  }
}

export function trialLetterOf(name: string): Written {
  return { subject: '政务公开后台：测试邮件', text: [`${name}：`, '', '收到这封邮件，说明邮件发送正常。', ending].join('\n') }
}
