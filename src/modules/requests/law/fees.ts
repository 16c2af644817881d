// 信息处理费: what each further request of a month, or each further page of one request, costs (fact sheet 3). One of the two, never both.
import type { Article } from '../../../kernel/article.ts'
import { day } from '../../../kernel/day.ts'

/** Up to and including `to`, each unit costs `yuan`. */
interface Band {
  readonly to: number
  readonly yuan: number
}

export const feeMethods = {
  'per-request': {
    title: '按件计收',
    unit: '件',
    counts: '同一申请人一个自然月内累计的申请件数',
    bands: [
      { to: 10, yuan: 0 },
      { to: 30, yuan: 100 },
    ] as readonly Band[],
    /** Above the last band: one more band for every `size`, each dearer by `step`; a reading of the text, not an official example. */
    beyond: { size: 10, first: 200, step: 100, mark: 'own' },
    article: 'fee-2020/4',
  },
  'per-page': {
    title: '按量计收',
    unit: '页',
    counts: '同一件申请提供的页数',
    bands: [
      { to: 30, yuan: 0 },
      { to: 100, yuan: 10 },
      { to: 200, yuan: 20 },
    ] as readonly Band[],
    beyond: { size: Number.POSITIVE_INFINITY, first: 40, step: 0, mark: 'found' },
    article: 'fee-2020/5',
  },
} as const satisfies Record<string, { readonly article: Article; readonly bands: readonly Band[]; [key: string]: unknown }>

export type FeeMethod = keyof typeof feeMethods

export const feesInForceFrom = { day: day('2021-01-01'), mark: 'known' } as const
