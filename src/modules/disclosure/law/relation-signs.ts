// Words by which a text tells what it is to the documents that it names: what they suggest a person confirms.
import type { RelationKindName } from '../../publication/law/relation-kinds.ts'

export interface RelationSign {
  readonly kind: RelationKindName
  /** In the title: then it is about every document that the title, or failing that the first sentence with a name, holds. */
  readonly inTitle?: RegExp
  /** In the sentence that names the document. */
  readonly inSentence?: RegExp
}

export const relationSigns: readonly RelationSign[] = [
  { kind: 'interprets', inTitle: /解读|一图读懂|图解|政策问答/u },
  { kind: 'answers', inTitle: /意见.{0,6}(?:采纳|反馈)|采纳情况/u },
  { kind: 'cleans', inTitle: /(?:文件|规章).{0,6}清理|清理.{0,12}文件/u },
  { kind: 'reports', inTitle: /(?:执行|落实|实施)情况/u },
  { kind: 'repeals', inSentence: /废止|停止执行/u },
  { kind: 'amends', inSentence: /作(?:出|如下|以下).{0,4}修改|修改为|予以修改|修订如下/u },
]
