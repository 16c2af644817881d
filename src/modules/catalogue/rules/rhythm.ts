// When something is due again, as data.
import { spans, type Shift, type Span } from '../law/rhythms.ts'

/** Every n spans. For weeks `day` is the weekday (1 Monday … 7 Sunday); else the day of the month, in month `month` counted from the first of the period: past its end, after it. */
export interface Regular {
  readonly kind: 'regular'
  readonly every: number
  readonly span: Span
  readonly month: number
  readonly day: number
  readonly shift: Shift
}

export interface AdHoc {
  readonly kind: 'ad-hoc'
  readonly days: number
  readonly unit: 'working' | 'calendar'
}

export interface Permanent {
  readonly kind: 'permanent'
  readonly months: number
}

export type Rhythm = Regular | AdHoc | Permanent

const weekdays = ['', '一', '二', '三', '四', '五', '六', '日']

/** 每季度，次季首月20日前 — the rhythm in the words of an office. */
export function rhythmWords(rhythm: Rhythm): string {
  if (rhythm.kind === 'ad-hoc') return `形成或者变更后${rhythm.days}个${rhythm.unit === 'working' ? '工作日' : '自然日'}内`
  if (rhythm.kind === 'permanent') return `长期公开，每${rhythm.months}个月内更新或者核对`
  const { every, span, month, day } = rhythm
  const each = every === 1 ? `每${spans[span].title}` : `每${every}${span === 'month' || span === 'quarter' ? '个' : ''}${spans[span].title}`
  if (span === 'week') return `${each}，星期${weekdays[Math.min(day, 7)] ?? ''}前`
  const length = spans[span].months * every
  const last = day === 31 ? '最后一日' : `${day}日`
  if (length === 1) return `${each}，${month > 1 ? '次月' : '当月'}${last}前`
  if (span === 'year' && every === 1) return `${each}${month > 12 ? `，次年${month - 12}` : `，${month}`}月${last}前`
  return `${each}，${month > length ? `期满后第${month - length}` : `第${month}`}个月${last}前`
}
