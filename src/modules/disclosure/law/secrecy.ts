// What a secrecy review may conclude (先审查、后公开), and what it lets through.
import type { Article } from '../../../kernel/article.ts'

export const secrecyConclusions = {
  'may-disclose': { title: '可以公开', lets: ['proactive', 'internal', 'on-application', 'not-disclosed'], article: 'secrecy-rules-2024/42' },
  'not-to-disclose': { title: '免于公开', lets: ['on-application', 'not-disclosed'], article: 'ogi-2019/14' },
  'ask-above': { title: '需报审', lets: [], article: 'ogi-2019/17' },
} as const satisfies Record<string, { title: string; lets: readonly string[]; article: Article }>

export type SecrecyConclusion = keyof typeof secrecyConclusions
