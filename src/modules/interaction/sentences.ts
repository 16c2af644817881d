// What people are told when interaction refuses.
import type { Sentences } from '../../platform/http/routes.ts'

export const interactionSentences: Sentences = {
  'answer-empty': '请填写答复内容。',
  'page-missing': '请写明出错的页面。',
  'kind-unknown': '请选择问题类型。',
  'description-too-short': '问题描述不少于 10 个字。',
  'too-long': '内容太长，请缩短。',
}
