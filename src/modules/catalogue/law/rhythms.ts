// How often something is due: 常规性、临时性、固定性工作, and the units of a regular rhythm.
import { triggerEvents, type TriggerEventKind } from './events.ts'

export const rhythmKinds = {
  regular: { title: '定期公开', hint: '每隔一定时间公开一次，有固定的日期。' },
  'ad-hoc': { title: '随时公开', hint: '信息形成或者变更后，在规定期限内公开。' },
  permanent: { title: '长期公开', hint: '内容长期在网站上，并在规定的月数内更新或者核对。' },
} as const satisfies Record<string, { title: string; hint: string }>
export type RhythmKind = keyof typeof rhythmKinds

/** Length in months, or in weeks. */
export const spans = {
  week: { title: '周', months: 0 },
  month: { title: '月', months: 1 },
  quarter: { title: '季度', months: 3 },
  'half-year': { title: '半年', months: 6 },
  year: { title: '年', months: 12 },
} as const satisfies Record<string, { title: string; months: number }>
export type Span = keyof typeof spans

/** Where a fixed day is no working day. Fixed days of a statute do not move, so that the last working day before is the day. */
export const shifts = { none: '不顺延', forward: '顺延到下一个工作日', backward: '提前到上一个工作日' } as const satisfies Record<string, string>
export type Shift = keyof typeof shifts

/** How a time limit of the catalogue is meant; the original words stay beside it. */
export const limitKinds = {
  'working-days': '工作日内',
  'calendar-days': '日内',
  realtime: '实时公开',
  prompt: '及时公开',
  periodic: '定期公开',
  permanent: '长期公开',
  unknown: '未能识别',
} as const satisfies Record<string, string>
export type LimitKind = keyof typeof limitKinds

/** Months within which what is always public must have been renewed or looked at again. Presets of checkers, set by the office entry by entry (fact sheet 4.1, 7.4). */
export const permanentMonths = 6
/** 及时公开 has no number in law: the longest that Article 26 allows. */
export const promptWorkingDays = 20

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
  /** 事前公开: so many days before the event at the latest. Left out: after it. */
  readonly before?: boolean
  /** What happens on the site raises it; left out: only people do. */
  readonly on?: RaisedOn
}

export interface RaisedOn {
  readonly events: readonly TriggerEventKind[]
  /** Only what stands in these columns; empty for whatever the unit publishes. */
  readonly columnIds: readonly string[]
}

export interface Permanent {
  readonly kind: 'permanent'
  readonly months: number
}

export type Rhythm = Regular | AdHoc | Permanent

const weekdays = ['', '一', '二', '三', '四', '五', '六', '日']

/** 每季度，次季首月20日前 — the rhythm in the words of an office. */
export function rhythmWords(rhythm: Rhythm): string {
  if (rhythm.kind === 'ad-hoc' && rhythm.on)
    return `${rhythm.on.events.map((event) => triggerEvents[event].title).join('、')}后${rhythm.days}个${rhythm.unit === 'working' ? '工作日' : '自然日'}内，自动产生任务`
  if (rhythm.kind === 'ad-hoc')
    return `${rhythm.before ? '事前公开，事项发生' : '形成或者变更'}${rhythm.before ? '前' : '后'}${rhythm.days}个${rhythm.unit === 'working' ? '工作日' : '自然日'}${rhythm.before ? '以前' : '内'}`
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
