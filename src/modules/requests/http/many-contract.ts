// Office routes over the same step for many applications: what it would come to, and taking it.
import { z } from 'zod'
import { contract, type AnswerOf } from '../../../kernel/contract.ts'
import { aDay, stepInput, stepName } from './shapes.ts'

const reasons = z.array(z.string())

export const postStepsForesight = contract({
  method: 'POST',
  path: '/request-step-previews',
  title: '批量办理公开申请以前逐件预览',
  may: 'request.read',
  readOnly: true,
  body: z.object({ step: stepName, ids: z.array(z.uuid()).min(1).max(200), input: stepInput }),
  answer: z.object({
    rows: z.array(z.object({ id: z.uuid(), number: z.string(), subject: z.string(), seen: z.number().int(), dueOn: aDay.nullable(), reasons })),
  }),
})
export type ForeseenStep = AnswerOf<typeof postStepsForesight>['rows'][number]

export const postSteps = contract({
  method: 'POST',
  path: '/request-step-batches',
  title: '批量办理公开申请',
  may: 'request.read',
  /** A few at a time, so that the page can tell how far it is. */
  body: z.object({
    step: stepName,
    rows: z
      .array(z.object({ id: z.uuid(), seen: z.number().int().min(1) }))
      .min(1)
      .max(50),
    input: stepInput,
  }),
  answer: z.object({
    rows: z.array(z.object({ id: z.uuid(), number: z.string(), done: z.boolean(), state: z.string(), letter: z.string().nullable(), reasons })),
  }),
})
export type TakenSteps = AnswerOf<typeof postSteps>
