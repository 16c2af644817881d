// The figures of the module: one definition each; `queries/figures.ts` counts them and `queries/figure-rows.ts` opens them.
import { metrics, type Metric } from '../../../kernel/metric.ts'

const ofPeriod = { measure: '条', action: 'channel.read', over: 'period' } as const satisfies Partial<Metric>

export const channelMetrics = metrics({
  'published-distinct': {
    title: '主动公开政府信息数',
    counts: '首次公开日期在期间内的信息；不同渠道和方式公开相同信息计1条，已作废的登记和已撤下的信息不计。',
    article: 'ogi-2019/50',
    ...ofPeriod,
    splits: ['unit', 'month', 'channel'],
  },
  'published-first-by-channel': {
    title: '按首次公开渠道',
    counts: '每条信息计入最先公开它的一个渠道，各渠道之和等于主动公开政府信息数。',
    article: 'ogi-2019/50',
    ...ofPeriod,
    splits: ['channel'],
  },
  'published-by-channel': {
    title: '按公开渠道',
    counts: '在该渠道首次公开日期在期间内的信息；一条信息在几个渠道公开，每个渠道各计1条，各渠道之和不小于主动公开政府信息数。',
    article: 'ogi-2019/23',
    ...ofPeriod,
    splits: ['unit', 'month', 'channel'],
  },
})

export type ChannelMetric = keyof typeof channelMetrics
