// What the office may ask of the record of a review: the sheet as data, answers to its questions, how each unit reviews.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { review, setting } from './review-shapes.ts'
import { id, nothing } from './shapes.ts'
import { givenAnswer } from './step-shapes.ts'

export type ReviewAnswerView = z.infer<typeof review>

export const getReview = contract({
  method: 'GET',
  path: '/editions/:editionId/review',
  title: '审查记录：逐项结论、会签、报请、紧急程序、校对',
  may: 'signed-in',
  params: z.object({ editionId: id }),
  answer: review,
})

/** Answers questions at the caller's own level; nothing is overwritten, the newest answer holds. */
export const postReviewAnswers = contract({
  method: 'POST',
  path: '/editions/:editionId/review-answers',
  title: '逐项填写审查结论',
  may: 'signed-in',
  params: z.object({ editionId: id }),
  body: z.object({ answers: z.array(givenAnswer).min(1).max(20) }),
  answer: z.object({ level: z.string(), levelTitle: z.string() }),
})

export const listReviewSettings = contract({
  method: 'GET',
  path: '/review-settings',
  title: '各单位审查级次',
  may: 'unit.manage',
  answer: z.object({ rows: z.array(setting.extend({ unitId: id, unitName: z.string(), chosen: z.boolean() })) }),
})

export const putReviewSetting = contract({
  method: 'PUT',
  path: '/review-settings/:unitId',
  title: '设定单位审查级次和校对',
  may: 'unit.manage',
  params: z.object({ unitId: id }),
  body: setting,
  answer: nothing,
})
