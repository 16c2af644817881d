// Office routes over what the office keeps for itself about an application: notes, watching, its own days. No applicant sees any of it.
import { z } from 'zod'
import { contract, type AnswerOf } from '../../../kernel/contract.ts'
import { internalStageNames, mostInternalDays } from '../law/internal-stages.ts'
import { aDay } from './shapes.ts'

const ofRequest = z.object({ id: z.uuid() })
const ofUnit = z.object({ unitId: z.uuid() })
const count = z.number().int().min(0).max(mostInternalDays)
const days = z.object({ draft: count, review: count, send: count })

export const getInternal = contract({
  method: 'GET',
  path: '/requests/:id/internal',
  title: '一件公开申请的内部记录、关注和内部期限',
  may: 'request.read',
  params: ofRequest,
  answer: z.object({
    notes: z.array(z.object({ id: z.uuid(), text: z.string(), byName: z.string(), at: z.iso.datetime() })),
    mayNote: z.boolean(),
    watching: z.boolean(),
    watchers: z.array(z.string()),
    /** Empty while nothing is owed, or where the unit keeps no such days. */
    dates: z.array(z.object({ stage: z.enum(internalStageNames), title: z.string(), on: aDay, now: z.boolean(), over: z.boolean() })),
  }),
})
export type RequestInternal = AnswerOf<typeof getInternal>

export const postNote = contract({
  method: 'POST',
  path: '/requests/:id/notes',
  title: '写公开申请的内部记录',
  may: 'request.note',
  params: ofRequest,
  body: z.object({ noteId: z.uuid(), text: z.string().trim().max(2000) }),
  answer: z.object({ noteId: z.uuid() }),
})

export const putWatch = contract({
  method: 'PUT',
  path: '/requests/:id/watch',
  title: '关注公开申请',
  may: 'request.read',
  params: ofRequest,
  body: z.object({ watching: z.boolean() }),
  answer: z.object({ watching: z.boolean() }),
})

export const getInternalDays = contract({
  method: 'GET',
  path: '/internal-days/:unitId',
  title: '一个单位的内部期限',
  may: 'request.internal-days',
  params: ofUnit,
  answer: z.object({ unitId: z.uuid(), unitName: z.string(), days: days.nullable(), setByName: z.string().nullable() }),
})
export type InternalDaysAnswer = AnswerOf<typeof getInternalDays>

export const putInternalDays = contract({
  method: 'PUT',
  path: '/internal-days/:unitId',
  title: '设定一个单位的内部期限',
  may: 'request.internal-days',
  params: ofUnit,
  body: z.object({ days: days.nullable() }),
  answer: z.object({ days: days.nullable() }),
})
