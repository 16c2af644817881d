// How an application reaches the office, and which day is the day of receipt (ogi-2019/31; before it the letter of 2015).
import type { Article } from '../../../kernel/article.ts'
import type { Regime } from './regimes.ts'

export interface Receipt {
  /** `arrival`: the day it is handed over or signed for; `confirmation`: the day on which both sides confirm. */
  readonly receivedOn: 'arrival' | 'confirmation'
  readonly basis: string
  readonly article: Article
}

interface Channel {
  readonly title: string
  readonly under: Readonly<Record<Regime, Receipt>>
}

const handedOver = (article: Article): Receipt => ({ receivedOn: 'arrival', basis: '当面提交之日', article })
const confirmed = (article: Article): Receipt => ({ receivedOn: 'confirmation', basis: '双方确认之日', article })

export const channels = {
  counter: { title: '当面递交', under: { 'ogi-2008': handedOver('receipt-2015/1'), 'ogi-2019': handedOver('ogi-2019/31') } },
  oral: { title: '当面口头（工作人员代填）', under: { 'ogi-2008': handedOver('receipt-2015/1'), 'ogi-2019': handedOver('ogi-2019/31') } },
  'post-signed': {
    title: '邮寄（签收）',
    under: {
      'ogi-2008': { receivedOn: 'arrival', basis: '行政机关签收之日', article: 'receipt-2015/1' },
      'ogi-2019': { receivedOn: 'arrival', basis: '行政机关签收之日', article: 'ogi-2019/31' },
    },
  },
  'post-plain': {
    title: '平常信函（无需签收）',
    under: {
      'ogi-2008': { receivedOn: 'confirmation', basis: '与申请人确认之日', article: 'receipt-2015/1' },
      'ogi-2019': { receivedOn: 'confirmation', basis: '与申请人确认之日', article: 'ogi-2019/31' },
    },
  },
  fax: { title: '传真', under: { 'ogi-2008': confirmed('receipt-2015/1'), 'ogi-2019': confirmed('ogi-2019/31') } },
  email: {
    title: '电子邮件',
    under: {
      'ogi-2008': { receivedOn: 'arrival', basis: '邮件系统收到之日', article: 'receipt-2015/1' },
      'ogi-2019': confirmed('ogi-2019/31'),
    },
  },
  online: { title: '网上提交', under: { 'ogi-2008': confirmed('receipt-2015/1'), 'ogi-2019': confirmed('ogi-2019/31') } },
} as const satisfies Record<string, Channel>

export type ChannelName = keyof typeof channels

export const channelNames = Object.keys(channels) as [ChannelName, ...ChannelName[]]
