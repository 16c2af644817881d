// What the day ledger says of a day, in the words of a notice to a citizen.
import type { DayReason, LedgerDay, TermVersion } from '../kernel/term.ts'

export const dayReasons: Readonly<Record<DayReason, string>> = {
  'working-day': '工作日',
  'worked-weekend': '调休上班',
  'calendar-day': '自然日',
  weekend: '周末',
  holiday: '放假',
  paused: '中止计时，不计',
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

const units = { 'working-days': '个工作日', 'calendar-days': '日', months: '个月' } as const

/** `20个工作日，可以延长20个工作日`; `每年1月31日`. */
export function lengthText({ length, extendableBy, roll }: Pick<TermVersion, 'length' | 'extendableBy' | 'roll'>): string {
  if (length.unit === 'fixed') return `每年${length.month}月${length.date}日前`
  const unit = units[length.unit]
  return [`${length.count}${unit}`, ...(extendableBy ? [`可以延长${extendableBy}${unit}`] : []), ...(roll === 'forward' ? ['遇休息日顺延'] : [])].join('，')
}
