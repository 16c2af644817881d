// The questions that a review answers item by item before anything goes out, and what a yes to each of them means.
import type { Article } from '../../../kernel/article.ts'

/** Why it may go out although it touches what a question asks about. */
export const releaseGrounds = {
  'third-party-agrees': { title: '第三方同意公开', article: 'ogi-2019/15' },
  'public-interest': { title: '不公开会对公共利益造成重大影响', article: 'ogi-2019/15' },
  'law-requires': { title: '法律、法规、规章规定应当公开', article: 'ogi-2019/16' },
  'unit-decides': { title: '可以不公开，本机关决定公开', article: 'ogi-2019/16' },
} as const satisfies Record<string, { title: string; article: Article }>

export type ReleaseGround = keyof typeof releaseGrounds

export interface QuestionRow {
  readonly title: string
  /** What is asked, in full. */
  readonly asks: string
  readonly article: Article
  /** forbids: never goes out. grounds: only on one of these. others: the other unit confirms first. */
  readonly onYes: 'forbids' | 'others' | readonly ReleaseGround[]
}

export const reviewQuestions = {
  'state-secret': { title: '国家秘密', asks: '是否属于依法确定的国家秘密', article: 'ogi-2019/14', onYes: 'forbids' },
  'prohibited-by-law': { title: '禁止公开', asks: '是否属于法律、行政法规禁止公开的信息', article: 'ogi-2019/14', onYes: 'forbids' },
  stability: { title: '三安全一稳定', asks: '公开后是否可能危及国家安全、公共安全、经济安全、社会稳定', article: 'ogi-2019/14', onYes: 'forbids' },
  'third-party': {
    title: '商业秘密、个人隐私',
    asks: '公开是否会对第三方合法权益造成损害',
    article: 'ogi-2019/15',
    onYes: ['third-party-agrees', 'public-interest'],
  },
  'internal-affairs': {
    title: '内部事务',
    asks: '是否属于人事管理、后勤管理、内部工作流程等内部事务信息',
    article: 'ogi-2019/16',
    onYes: ['law-requires', 'unit-decides'],
  },
  'process-information': {
    title: '过程性信息',
    asks: '是否属于讨论记录、过程稿、磋商信函、请示报告等过程性信息',
    article: 'ogi-2019/16',
    onYes: ['law-requires', 'unit-decides'],
  },
  'enforcement-file': { title: '行政执法案卷', asks: '是否属于行政执法案卷信息', article: 'ogi-2019/16', onYes: ['law-requires', 'unit-decides'] },
  'other-unit': { title: '涉及其他机关', asks: '是否涉及其他机关，需要与其协商、确认', article: 'ogi-2019/11', onYes: 'others' },
} as const satisfies Record<string, QuestionRow>

export type QuestionName = keyof typeof reviewQuestions

/** The rows under their common shape. */
export const questionRows: Readonly<Record<QuestionName, QuestionRow>> = { ...reviewQuestions }
export const questionNames = Object.keys(reviewQuestions) as QuestionName[]

export const reviewAnswers = { yes: '是', no: '否', uncertain: '不确定' } as const satisfies Record<string, string>

export type ReviewAnswer = keyof typeof reviewAnswers
