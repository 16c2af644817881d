// Office routes over applications that belong together: handled as one, or parted from one.
import { z } from 'zod'
import { contract, type AnswerOf } from '../../../kernel/contract.ts'
import { aDay, outcome, state } from './shapes.ts'

export const listRelated = contract({
  method: 'GET',
  path: '/requests/:id/related',
  title: '与一件公开申请并案、分案的申请',
  may: 'request.read',
  params: z.object({ id: z.uuid() }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        subject: z.string(),
        applicantName: z.string(),
        relation: z.enum(['lead', 'joined', 'origin', 'part']),
        state,
        dueOn: aDay.nullable(),
        /** As it was drafted or given, to be taken over into another draft. */
        outcome: outcome.nullable(),
      }),
    ),
  }),
})
export type RelatedRequest = AnswerOf<typeof listRelated>['rows'][number]

export const postSplit = contract({
  method: 'POST',
  path: '/requests/:id/parts',
  title: '公开申请分案',
  may: 'request.handle',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    seen: z.number().int().min(1),
    text: z.string().trim().max(3000),
    parts: z
      .array(z.object({ id: z.uuid(), subject: z.string().trim().min(2).max(200), description: z.string().trim().min(2).max(5000) }))
      .min(1)
      .max(9),
  }),
  /** The query codes are told this once. */
  answer: z.object({ parts: z.array(z.object({ id: z.uuid(), number: z.string(), queryCode: z.string() })) }),
})
export type SplitAnswer = AnswerOf<typeof postSplit>
