// When the people of an application are told of its day, and whom else; the office's own rule.
import type { Action } from '../../access/law/permissions.ts'

interface Reminder {
  readonly stage: number
  /** Days before the due day; negative after it. */
  readonly before: number
  readonly words: string
  readonly also?: Action
}

export const reminders: readonly Reminder[] = [
  { stage: 1, before: 5, words: '答复即将到期' },
  { stage: 2, before: 0, words: '答复今天到期' },
  { stage: 3, before: -1, words: '答复已逾期', also: 'request.sign' },
]
