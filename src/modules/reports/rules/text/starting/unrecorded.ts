// What a part must tell and the system keeps no record of: people are told to write it, nothing is invented.
import type { Article } from '../../../../../kernel/article.ts'

export interface Unrecorded {
  readonly part: number
  readonly what: string
  readonly article: Article
  /** Only a government tells it. */
  readonly government?: true
}

export const unrecorded: readonly Unrecorded[] = [
  { part: 1, what: '政府信息管理、公开前审查的做法，召开会议、举办培训的情况', article: 'yearly-report-2021/1' },
  { part: 1, what: '工作考核、社会评议和责任追究结果情况', article: 'yearly-report-2021/1', government: true },
  { part: 5, what: '问题的原因和改进措施，以及上年所列问题的整改情况', article: 'yearly-report-2021/1' },
  { part: 6, what: '收取信息处理费的情况；没有其他事项的，写明没有', article: 'ogi-2019/42' },
]
