// 送达: by which ways an answer reaches the applicant, and on which day it counts as given (service-2016).
import type { Article } from '../../../kernel/article.ts'

interface ServiceWay {
  readonly title: string
  /** What the day of service is. */
  readonly day: string
  /** What proves it. */
  readonly proof: string
  readonly article: Article
  /** Counts only where the applicant agreed. */
  readonly consent?: true
}

export const serviceWays = {
  counter: { title: '直接送达', day: '签收之日', proof: '送达回证上的签收人', article: 'service-2016/1' },
  post: { title: '邮政企业邮寄', day: '交邮之日', proof: '邮件号码', article: 'service-2016/1' },
  entrusted: { title: '委托其他行政机关送达', day: '签收之日', proof: '受托机关和签收人', article: 'service-2016/1' },
  electronic: { title: '电子送达', day: '到达申请人指定系统之日', proof: '电子邮箱或者系统的到达记录', article: 'civil-procedure-2023/90', consent: true },
} as const satisfies Record<string, ServiceWay>

export type ServiceWayName = keyof typeof serviceWays
