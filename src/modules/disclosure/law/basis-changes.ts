// What can happen to a document that others rest on, and what those who answer for the others may find.
import type { Article } from '../../../kernel/article.ts'

export const basisChanges = {
  amended: { title: '已修改', article: 'ogi-2019/20' },
  expired: { title: '已失效', article: 'ogi-2019/20' },
  repealed: { title: '已废止', article: 'ogi-2019/20' },
  withdrawn: { title: '已撤下', article: 'ogi-2019/18' },
} as const satisfies Record<string, { title: string; article: Article }>

export type BasisChange = keyof typeof basisChanges

export const basisSettlements = {
  'still-holds': { title: '核对后继续有效', needsNote: true },
  revised: { title: '已按新依据修订', needsNote: false },
  ended: { title: '本文件一并废止或者失效', needsNote: false },
} as const satisfies Record<string, { title: string; needsNote: boolean }>

export type BasisSettlement = keyof typeof basisSettlements
