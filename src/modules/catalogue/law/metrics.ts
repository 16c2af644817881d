// The figures of duties: one definition each; `queries/duty-figures.ts` counts them, and the list of duties opens to what they count.
import { metrics, type Metric } from '../../../kernel/metric.ts'

const ofDuties = {
  measure: '项',
  article: 'ogi-2019/20',
  action: 'catalogue.read',
  over: 'period',
  splits: ['unit', 'month'],
} as const satisfies Partial<Metric>
const asTheyStood = { ...ofDuties, over: 'day', splits: ['unit'] } as const

export const dutyMetrics = metrics({
  'duties-met': { title: '按期完成公开任务', counts: '期间内完成或者经批准关闭、没有超过应公开日期的公开任务，已取消的不计。', ...ofDuties },
  'duties-late': { title: '逾期完成公开任务', counts: '期间内完成或者经批准关闭、超过应公开日期的公开任务，已取消的不计。', ...ofDuties },
  'duties-open': { title: '未完成公开任务', counts: '截至该日已经产生，没有完成、关闭或者取消的公开任务。', ...asTheyStood },
  'duties-overdue': { title: '逾期未完成公开任务', counts: '截至该日已经产生，没有完成、关闭或者取消，应公开日期已经过去的公开任务。', ...asTheyStood },
})

export type DutyMetric = keyof typeof dutyMetrics

export const dutyMetricNames = Object.keys(dutyMetrics) as [DutyMetric, ...DutyMetric[]]
