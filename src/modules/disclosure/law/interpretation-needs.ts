// Which documents owe their readers an interpretation (interpretation-2016/1): by the columns they stand in, their kind and what they issue.
import type { Article } from '../../../kernel/article.ts'
import type { DocumentKind } from '../../../law/document-kinds.ts'
import type { Action } from '../../access/law/permissions.ts'
import type { ColumnKind } from '../../publication/law/column-kinds.ts'

export interface InterpretationNeed {
  readonly columns: readonly ColumnKind[]
  readonly kinds: readonly DocumentKind[]
  /** What the title must hold; absent where kind and column are enough. */
  readonly titled?: RegExp
  readonly article: Article
}

export const interpretationNeeds: readonly InterpretationNeed[] = [
  { columns: ['policy'], kinds: ['命令（令）', '决定', '意见'], article: 'interpretation-2016/1' },
  { columns: ['policy'], kinds: ['通知', '公告', '通告'], titled: /办法|规定|细则|规则|规划|措施|政策|标准/u, article: 'interpretation-2016/1' },
]

/** Who is told when it is late, beside who wrote the document: the head of the section and the leader who signs. This office's own rule: the law names nobody. */
export const toldWhenLate: readonly Action[] = ['edition.section-review', 'edition.sign']
