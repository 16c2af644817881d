// What people are told when the inbox or the outbox refuses.
import type { Sentences } from '../../platform/http/routes.ts'

export const noticesSentences: Sentences = {
  'mail-not-set-up': '还没有设置邮件服务器，暂时不能用邮件提醒。请联系系统管理员。',
  'code-asked-too-soon': '确认码刚发出，请 {seconds} 秒后再试。',
  'no-code-asked': '请先填写邮箱，取得确认码。',
  'code-outdated': '确认码已经失效，请重新取得。',
  'code-wrong': '确认码不正确，请核对邮件后重填。',
  'no-address': '请先在“我的账号”里填写并确认自己的邮箱。',
  'not-waiting': '这条消息已经发出或者已经放弃，不再发送。',
}
