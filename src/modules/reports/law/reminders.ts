// When the people of a report are told of its day; the office's own rule.
import type { Action } from '../../access/law/permissions.ts'

interface Reminder {
  readonly stage: number
  /** Days before the day of handing in; negative after it. */
  readonly before: number
  readonly words: string
  readonly also: readonly Action[]
}

export const reportReminders: readonly Reminder[] = [
  { stage: 1, before: 5, words: '即将到报送期限', also: [] },
  { stage: 2, before: -1, words: '已过报送期限', also: ['report.sign'] },
]
