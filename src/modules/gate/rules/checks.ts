// The checks of the release gate: each looks at what asks to go out and finds what stands against it. Further checks are further rows.
import type { Article } from '../../../kernel/article.ts'
import type { PublicItem } from '../../publication/index.ts'

export type FindingCode = 'title-missing' | 'kind-missing' | 'unit-missing' | 'text-missing' | 'column-missing' | 'secrecy-unreviewed'

export interface Found {
  readonly code: FindingCode
  readonly field?: string
  readonly article: Article
}

export interface ReleaseFacts {
  /** Somebody has signed the secrecy review, with basis and conclusion. */
  readonly secrecyReviewed: boolean
}

interface Check {
  readonly name: string
  readonly title: string
  readonly find: (item: PublicItem, facts: ReleaseFacts) => readonly (Found | false)[]
}

const blank = (text: string): boolean => text.trim() === ''

const checks: readonly Check[] = [
  {
    name: 'mandatory-metadata',
    title: '必填项目',
    find: (item) => [
      blank(item.title) && { code: 'title-missing', field: 'title', article: 'index-number-guide/2' },
      blank(item.kind) && { code: 'kind-missing', field: 'kind', article: 'index-number-guide/2' },
      blank(item.unitName) && { code: 'unit-missing', field: 'unitName', article: 'ogi-2019/10' },
      item.columnIds.length === 0 && { code: 'column-missing', field: 'columnIds', article: 'ogi-2019/24' },
      blank(item.bodyHtml.replaceAll(/<[^>]*>/g, '')) && item.attachments.length === 0 && { code: 'text-missing', field: 'bodyHtml', article: 'ogi-2019/24' },
    ],
  },
  {
    name: 'secrecy-review',
    title: '保密审查',
    find: (_item, { secrecyReviewed }) => [!secrecyReviewed && { code: 'secrecy-unreviewed', article: 'secrecy-rules-2024/42' }],
  },
]

/** All that stands against letting it out; nothing where it may pass. */
export const examine = (item: PublicItem, facts: ReleaseFacts): Found[] => checks.flatMap((check) => check.find(item, facts)).filter((found) => found !== false)
