// Office routes over one's own desk: the views of the list that a person keeps, and the calendar of days due.
import { z } from 'zod'
import { contract, type AnswerOf } from '../../../kernel/contract.ts'
import { dueKindNames } from '../law/due-kinds.ts'
import { longestViewName } from '../law/saved-views.ts'
import { requestFilters } from './contract.ts'
import { aDay } from './shapes.ts'

const name = z.string().trim().min(1, '请填写名称').max(longestViewName, `名称不超过${longestViewName}个字`)
const ofView = z.object({ viewId: z.uuid() })
const kept = z.object({ id: z.uuid() })

export const listRequestViews = contract({
  method: 'GET',
  path: '/request-views',
  title: '本人保存的公开申请视图',
  may: 'request.read',
  answer: z.object({ rows: z.array(z.object({ id: z.uuid(), name: z.string(), filters: requestFilters })) }),
})
export type RequestView = AnswerOf<typeof listRequestViews>['rows'][number]

export const postRequestView = contract({
  method: 'POST',
  path: '/request-views',
  title: '保存公开申请视图',
  may: 'request.read',
  body: z.object({ id: z.uuid(), name, filters: requestFilters }),
  answer: kept,
})
export const putRequestView = contract({
  method: 'PUT',
  path: '/request-views/:viewId',
  title: '更改公开申请视图的名称',
  may: 'request.read',
  params: ofView,
  body: z.object({ name }),
  answer: kept,
})
export const deleteRequestView = contract({
  method: 'DELETE',
  path: '/request-views/:viewId',
  title: '删除公开申请视图',
  may: 'request.read',
  params: ofView,
  answer: kept,
})

export const getRequestCalendar = contract({
  method: 'GET',
  path: '/request-calendar',
  title: '公开申请的期限月历',
  may: 'request.read',
  query: z.object({
    /** This month where none is named. */
    month: z
      .string()
      .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
      .optional(),
    unitId: z.uuid().optional(),
  }),
  answer: z.object({
    month: z.string(),
    today: aDay,
    rests: z.array(z.object({ on: aDay, holiday: z.string().nullable() })),
    dues: z.array(
      z.object({
        on: aDay,
        kind: z.enum(dueKindNames),
        stage: z.string().nullable(),
        over: z.boolean(),
        provisional: z.boolean(),
        id: z.uuid(),
        number: z.string(),
        subject: z.string(),
        unitName: z.string(),
        handlerName: z.string().nullable(),
      }),
    ),
    /** There are more than are shown. */
    more: z.boolean(),
  }),
})
export type RequestDue = AnswerOf<typeof getRequestCalendar>['dues'][number]
