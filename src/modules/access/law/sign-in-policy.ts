// How passwords, sign-ins and sessions are guarded: the standard's demands with the numbers that assessors expect.
import type { Article } from '../../../kernel/article.ts'
import type { Day } from '../../../kernel/day.ts'

interface Limit {
  readonly title: string
  readonly value: number
  readonly article: Article
  /** `standard`: the text demands it. `practice`: the text demands a limit, the number is what assessors expect. */
  readonly mark: 'standard' | 'practice'
}

export const signInPolicy = {
  passwordLength: { title: '密码最短长度（位）', value: 8, article: 'mlps-2019/8.1.4.1', mark: 'practice' },
  passwordKinds: { title: '密码须含大写字母、小写字母、数字、符号中的种数', value: 3, article: 'mlps-2019/8.1.4.1', mark: 'practice' },
  passwordHistory: { title: '不得与最近几次密码相同（次）', value: 5, article: 'mlps-2019/8.1.4.1', mark: 'practice' },
  failuresBeforeLock: { title: '连续失败几次后锁定（次）', value: 5, article: 'mlps-2019/8.1.4.1', mark: 'practice' },
  lockMinutes: { title: '锁定时长（分钟）', value: 10, article: 'mlps-2019/8.1.4.1', mark: 'practice' },
  idleMinutes: { title: '无操作自动退出（分钟）', value: 30, article: 'mlps-2019/8.1.4.1', mark: 'practice' },
  sessionHours: { title: '一次登录最长有效（小时）', value: 12, article: 'mlps-2019/8.1.4.1', mark: 'practice' },
  secondFactorMinutes: { title: '输入密码后须在几分钟内输入动态口令', value: 5, article: 'mlps-2019/8.1.4.1', mark: 'practice' },
} as const satisfies Record<string, Limit>

/** How long the audit trail is kept at least; the duty moved to another article with the amended law. */
export const auditRetention: { readonly months: number; readonly versions: readonly { inForceFrom: Day; article: Article }[] } = {
  months: 6,
  versions: [
    { inForceFrom: '2017-06-01' as Day, article: 'cybersecurity-2016/21' },
    { inForceFrom: '2026-01-01' as Day, article: 'cybersecurity-2025/23' },
  ],
}
