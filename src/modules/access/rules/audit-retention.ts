// Until when audit rows must be kept.
import { day, type Day } from '../../../kernel/day.ts'
import { auditRetention } from '../law/sign-in-policy.ts'

/** The first day that must still be kept on `today`: the same date six months earlier, or that month's last day. */
export function keepFrom(today: Day): Day {
  const [year, month, date] = [Number(today.slice(0, 4)), Number(today.slice(5, 7)), Number(today.slice(8, 10))]
  const lastOfMonth = new Date(Date.UTC(year, month - auditRetention.months, 0)).getUTCDate()
  const kept = new Date(Date.UTC(year, month - 1 - auditRetention.months, Math.min(date, lastOfMonth)))
  return day(kept.toISOString().slice(0, 10))
}
