// Office routes over whether a unit has the legality of its answers reviewed before signing.
import { z } from 'zod'
import { contract, type AnswerOf } from '../../../kernel/contract.ts'

const ofUnit = z.object({ unitId: z.uuid() })

export const getLegalityReview = contract({
  method: 'GET',
  path: '/legality-reviews/:unitId',
  title: '一个单位的答复是否经过合法性审查',
  may: 'request.legality-setting',
  params: ofUnit,
  answer: z.object({
    unitId: z.uuid(),
    unitName: z.string(),
    /** Null where the unit wants none. */
    wish: z.object({ setByName: z.string(), setAt: z.iso.datetime() }).nullable(),
    reviewers: z.array(z.string()),
  }),
})
export type LegalityReviewAnswer = AnswerOf<typeof getLegalityReview>

export const putLegalityReview = contract({
  method: 'PUT',
  path: '/legality-reviews/:unitId',
  title: '设定一个单位的答复是否经过合法性审查',
  may: 'request.legality-setting',
  params: ofUnit,
  body: z.object({ wanted: z.boolean() }),
  answer: z.object({ wanted: z.boolean() }),
})
