// What happens on the site after which a unit must disclose something, and what raises each event. Which entries wait for which is the office's to say, entry by entry.
import type { Article } from '../../../kernel/article.ts'
import type { ColumnKind } from '../../publication/law/column-kinds.ts'
import type { RelationKindName } from '../../publication/law/relation-kinds.ts'

export interface EventRow {
  readonly title: string
  /** What brings it about, in the words of an office. */
  readonly hint: string
  /** An act of the public register, or the end of a day. */
  readonly raisedBy: 'publish' | 'revise' | 'withdraw' | 'day'
  /** Columns of one of these kinds, or this relation to another document; absent where neither is asked. */
  readonly columns?: readonly ColumnKind[]
  readonly relation?: RelationKindName
  /** What the text did not say of itself before. */
  readonly validity?: 'amended' | 'repealed' | 'expired'
  /** Titles of what only stands beside such a document. */
  readonly notTitled?: RegExp
  /** It says nothing by itself: the entry must name the columns that are meant. */
  readonly needsColumns?: true
  readonly article: Article
}

export const triggerEvents = {
  'document-issued': {
    title: '政策文件印发',
    hint: '本单位在政策文件栏目发布了文件（征求意见稿和解读除外）。',
    raisedBy: 'publish',
    columns: ['policy'],
    notTitled: /解读|图解|征求意见|公开征集/u,
    article: 'ogi-2019/20',
  },
  'interpretation-published': {
    title: '政策解读发布',
    hint: '本单位发布了某个文件的解读。',
    raisedBy: 'publish',
    columns: ['interpretation'],
    relation: 'interprets',
    article: 'interpretation-2016/1',
  },
  'consultation-closed': {
    title: '征求意见截止',
    hint: '本单位公开征求意见的期限已满。',
    raisedBy: 'day',
    article: 'decision-2019/15',
  },
  'document-amended': { title: '文件修改', hint: '本单位的文件标明已修改。', raisedBy: 'revise', validity: 'amended', article: 'ogi-2019/20' },
  'document-repealed': { title: '文件废止', hint: '本单位的文件标明已废止。', raisedBy: 'revise', validity: 'repealed', article: 'ogi-2019/20' },
  'document-expired': { title: '文件失效', hint: '本单位的文件标明已失效。', raisedBy: 'revise', validity: 'expired', article: 'ogi-2019/20' },
  'document-withdrawn': {
    title: '信息撤下',
    hint: '曾经履行这一条的信息被撤下。',
    raisedBy: 'withdraw',
    article: 'ogi-2019/18',
  },
  'document-published': {
    title: '信息发布',
    hint: '本单位在指定的栏目发布了信息。',
    raisedBy: 'publish',
    needsColumns: true,
    article: 'ogi-2019/26',
  },
} as const satisfies Record<string, EventRow>

export type TriggerEventKind = keyof typeof triggerEvents
export const triggerEventKinds = Object.keys(triggerEvents) as [TriggerEventKind, ...TriggerEventKind[]]

/** Who enters what is raised by no person. */
export const raisedByName = '自动登记'
