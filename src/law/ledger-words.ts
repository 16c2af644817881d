// What the day ledger says of a day, in the words of a notice to a citizen.
import type { DayReason, LedgerDay } from '../kernel/term.ts'

export const dayReasons: Readonly<Record<DayReason, string>> = {
  'working-day': '工作日',
  'worked-weekend': '调休上班',
  'calendar-day': '自然日',
  weekend: '周末',
  holiday: '放假',
  paused: '征求意见期间，不计',
  'lost-by-restart': '重新起算以前，不计',
  restart: '重新起算之日，不计',
  'rolled-over': '期满日是休息日，顺延',
  'fixed-day': '法定日期',
}

/** Why the day counted or did not: `春节放假`, `调休上班`. */
export function dayReason({ reason, holiday, assumed }: LedgerDay): string {
  const words = reason === 'holiday' ? `${holiday ?? ''}放假` : dayReasons[reason]
  return assumed ? `${words}（当年放假安排未录入，按平常周推算）` : words
}
