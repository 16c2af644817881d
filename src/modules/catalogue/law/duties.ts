// How a duty comes about, how it ends, and by which article it may be closed without a publication.
import type { Article } from '../../../kernel/article.ts'
import type { Line } from '../../../law/lines.ts'

export const causes = {
  regular: '定期公开',
  permanent: '长期公开',
  trigger: '事项触发',
  're-examination': '定期评估审查',
} as const satisfies Record<string, string>
export type Cause = keyof typeof causes

export const outcomes = { met: '已履行', closed: '已办结（不公开）', dropped: '条目已终止' } as const satisfies Record<string, string>
export type Outcome = keyof typeof outcomes

export interface Closing {
  readonly title: string
  readonly hint: string
  /** Articles that may carry it: the person who asks chooses one. */
  readonly articles: readonly Article[]
  /** The same for a duty of an organ of the party, which the Regulation on government information does not bind. */
  readonly partyArticles: readonly Article[]
  /** It says something lasting about the unit: asked again after a year, not with the next period. */
  readonly lasting: boolean
}

/** Each needs its article and the approval of a leader other than who asked; a statutory duty is never simply waived. */
export const closings = {
  'not-applicable': {
    title: '不适用',
    hint: '本机关没有这项职能，不制作也不保存这类信息。一年后再核对。',
    articles: ['ogi-2019/10'],
    partyArticles: ['party-2017/content'],
    lasting: true,
  },
  'none-held': {
    title: '本机关无此类信息',
    hint: '这一期没有形成这类信息。',
    articles: ['ogi-2019/20', 'ogi-2019/21', 'ogi-2019/36'],
    partyArticles: ['party-2017/content'],
    lasting: false,
  },
  'not-to-disclose': {
    title: '依法不予公开',
    hint: '信息存在，依法不予公开。',
    articles: ['ogi-2019/14', 'ogi-2019/15', 'ogi-2019/16'],
    partyArticles: ['party-2017/range'],
    lasting: false,
  },
} as const satisfies Record<string, Closing>
export type ClosingKind = keyof typeof closings

export const closingArticles = (kind: ClosingKind, line: Line): readonly Article[] =>
  line === 'party' ? closings[kind].partyArticles : closings[kind].articles

/** Days before the due day from which a duty is 即将到期, and days after it up to which it is 新近逾期. */
export const soonDays = 14
export const newlyLateDays = 14

/** Who is told when: days from the due day. */
export const reminders = [
  { stage: 1, fromDue: -7, title: '即将到期' },
  { stage: 2, fromDue: 0, title: '今日到期' },
  { stage: 3, fromDue: 5, title: '已逾期' },
] as const

/** What is always public is made a duty so many days before its time runs out. */
export const permanentLeadDays = 30
/** A unit answers for an entry that begins: the time of Article 26 to put it there. */
export const firstWorkingDays = 20
/** 不予公开 and 依申请公开 are examined again after so many months (ogi-2019/18). */
export const reexaminationMonths = 12

/** Articles by which something may stay inside when it is examined again; 27 is that of what is given on application. */
export const keepingArticles = [...closings['not-to-disclose'].articles, 'ogi-2019/27'] as const satisfies readonly Article[]

/** Why a calendar day counted or did not, in the ledger of a due day. */
export const ledgerReasons: Readonly<Record<string, string>> = {
  'working-day': '工作日',
  'worked-weekend': '调休上班',
  'calendar-day': '自然日',
  weekend: '周末',
  holiday: '节假日',
  paused: '中止计时',
  'lost-by-restart': '重新起算前',
  restart: '重新起算',
  'rolled-over': '顺延',
  'fixed-day': '规定日期',
}
