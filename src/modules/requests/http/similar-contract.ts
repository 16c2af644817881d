// Office routes over applications that ask for the like.
import { z } from 'zod'
import { contract, type AnswerOf } from '../../../kernel/contract.ts'
import { aDay, outcomeName, state } from './shapes.ts'

const answer = z.object({
  rows: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      subject: z.string(),
      applicantName: z.string(),
      sameApplicant: z.boolean(),
      state,
      arrivedOn: aDay,
      outcome: outcomeName.nullable(),
      concludedOn: aDay.nullable(),
      alike: z.number().int(),
    }),
  ),
})

export const listSimilar = contract({
  method: 'GET',
  path: '/requests/:id/similar',
  title: '与一件公开申请相似的申请',
  may: 'request.read',
  params: z.object({ id: z.uuid() }),
  answer,
})
export type SimilarRequest = AnswerOf<typeof listSimilar>['rows'][number]

export const postSimilar = contract({
  method: 'POST',
  path: '/similar-requests',
  title: '查找与正在登记的相似的申请',
  may: 'request.register',
  readOnly: true,
  body: z.object({
    unitId: z.uuid(),
    subject: z.string().trim().max(200),
    description: z.string().trim().max(5000),
    applicantName: z.string().trim().max(100),
  }),
  answer,
})
