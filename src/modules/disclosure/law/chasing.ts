// How an answer that is awaited is chased: reminded before the day, escalated after it; never passed by silence.
import type { Article } from '../../../kernel/article.ts'

export interface ChaseRow {
  readonly title: string
  /** Working days after the due day on which it happens; −1 is the last working day before it. */
  readonly workingDays: number
  readonly article: Article
  /** This office's own rule: the law sets no day. */
  readonly mark: 'own'
}

export const chasing = {
  confirmation: {
    reminder: { title: '到期前提醒会签单位', workingDays: -1, article: 'ogi-2019/11', mark: 'own' },
    'unit-leader': { title: '逾期提请会签单位领导', workingDays: 1, article: 'ogi-2019/11', mark: 'own' },
    'disclosure-office': { title: '提请政府信息公开工作机构裁定', workingDays: 3, article: 'ogi-2019/11', mark: 'own' },
  },
  referral: {
    reminder: { title: '到期提醒保密审查员催问', workingDays: 0, article: 'ogi-2019/17', mark: 'own' },
  },
  paper: {
    reminder: { title: '到期前提醒补齐审查表', workingDays: -1, article: 'secrecy-rules-2024/42', mark: 'own' },
    overdue: { title: '逾期提请科室负责人和领导', workingDays: 1, article: 'secrecy-rules-2024/42', mark: 'own' },
  },
} as const satisfies Record<string, Record<string, ChaseRow>>

export type ChaseKind = keyof typeof chasing
export type ConfirmationChase = keyof (typeof chasing)['confirmation']
