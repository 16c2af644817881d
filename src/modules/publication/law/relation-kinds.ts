// How documents belong together (政策文件全生命周期): each kind leads from one document to the one that it is about.
import type { Article } from '../../../kernel/article.ts'

export interface RelationKind {
  readonly title: string
  /** What the document it leads from is called beside the other. */
  readonly from: string
  /** What the document it leads to is called beside the other. */
  readonly to: string
  /** Its step on the life line of the document it leads to. */
  readonly step: string
  readonly article: Article
}

export const relationKinds = {
  consults: { title: '草案征求意见', from: '征求意见稿', to: '正式文件', step: '草案征求意见', article: 'decision-2019/15' },
  answers: { title: '意见采纳情况反馈', from: '意见采纳反馈', to: '正式文件', step: '意见采纳反馈', article: 'business-2019/62' },
  interprets: { title: '政策解读', from: '政策解读', to: '解读的文件', step: '政策解读', article: 'interpretation-2016/1' },
  reports: { title: '执行情况和结果', from: '执行结果', to: '依据文件', step: '执行情况', article: 'ogi-2019/20' },
  amends: { title: '修改', from: '修改文件', to: '被修改文件', step: '修改', article: 'ogi-2019/20' },
  cleans: { title: '文件清理', from: '清理结果', to: '清理的文件', step: '文件清理', article: 'ogi-2019/20' },
  repeals: { title: '废止', from: '废止文件', to: '被废止文件', step: '废止', article: 'ogi-2019/20' },
} as const satisfies Record<string, RelationKind>

export type RelationKindName = keyof typeof relationKinds

/** In which way an interpretation is given. */
export const interpretationForms = {
  text: '文字解读',
  picture: '图解',
  questions: '问答',
  video: '视频解读',
  conference: '新闻发布会',
} as const satisfies Record<string, string>

export type InterpretationForm = keyof typeof interpretationForms
