// What people are told when a survey cannot be set.
import type { Sentences } from '../../platform/http/routes.ts'

export const followupSentences: Sentences = {
  'survey-months': '请填写发布后{least}至{most}个月。',
  'survey-days': '调查时间为{least}至{most}天。',
  'survey-over': '调查已经结束，结果已附在页面上，不能再改。',
  'survey-begun': '调查已经开始，不能再改时间。',
  'survey-past': '按这个时间调查已经过期，请填写更多的月数。',
  'survey-not-open': '调查没有开放。',
  'question-unanswered': '请选择一项。',
  'words-too-long': '内容不超过500字。',
}
