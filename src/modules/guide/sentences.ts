// What people are told when something about a guide is refused.
import type { Sentences } from '../../platform/http/routes.ts'

export const guideSentences: Sentences = {
  'guide-no-draft': '现在没有在办的指南稿件，请刷新页面。',
}
