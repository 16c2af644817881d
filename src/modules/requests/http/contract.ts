// Office routes over applications for disclosure (依申请公开).
import { z } from 'zod'
import { contract, type AnswerOf } from '../../../kernel/contract.ts'
import { listedFigureNames } from '../law/figures.ts'
import { formLineNames } from '../law/yearly-form.ts'
import { tabNames } from '../law/tabs.ts'
import { aDay, channel, identity, kind, newRequest, outcomeName, requestRow, requestSheet, state, stepInput, stepName, tally } from './shapes.ts'

const year = z.coerce.number().int().min(2008).max(2099)

/** What the list is asked for, apart from its pages; kept as it is in a view. */
export const requestFilters = z.object({
  tab: z.enum(tabNames).default('mine'),
  q: z.string().trim().max(100).default(''),
  unitId: z.uuid().optional(),
  /** A unit and all below it. */
  under: z.uuid().optional(),
  state: state.optional(),
  channel: channel.optional(),
  kind: kind.optional(),
  outcome: outcomeName.optional(),
  /** What I watch; whose internal date is over. */
  mark: z.enum(['watched', 'internal-over']).optional(),
  /** A cell of the yearly table. */
  year: year.optional(),
  line: z.enum(formLineNames).optional(),
  /** A figure of a period, or of its last day. */
  figure: z.enum(listedFigureNames).optional(),
  from: aDay.optional(),
  until: aDay.optional(),
  sort: z.enum(['due', 'newest', 'oldest']).default('due'),
})

const listQuery = requestFilters.extend({
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
})

export const listRequests = contract({
  method: 'GET',
  path: '/requests',
  title: '公开申请列表',
  may: 'request.read',
  query: listQuery,
  answer: z.object({ rows: z.array(requestRow), total: z.int(), totalIsExact: z.boolean() }),
})
export type RequestRow = AnswerOf<typeof listRequests>['rows'][number]

export const exportRequests = contract({
  method: 'GET',
  path: '/requests.csv',
  title: '导出公开申请',
  may: 'request.read',
  query: listQuery,
  answer: 'file',
})

export const getRequestCounts = contract({
  method: 'GET',
  path: '/request-counts',
  title: '公开申请各类待办数量',
  may: 'request.read',
  answer: z.object({ mine: z.int(), soon: z.int(), late: z.int(), 'newly-late': z.int(), unconfirmed: z.int(), open: z.int() }),
})

export const getRequest = contract({
  method: 'GET',
  path: '/requests/:id',
  title: '一件公开申请的办理情况',
  may: 'request.read',
  params: z.object({ id: z.uuid() }),
  answer: requestSheet,
})
export type RequestSheet = AnswerOf<typeof getRequest>
export type ShownStep = RequestSheet['steps'][number]

export const postRequest = contract({
  method: 'POST',
  path: '/requests',
  title: '登记公开申请',
  may: 'request.register',
  body: newRequest,
  /** The query code is told this once. */
  answer: z.object({ id: z.uuid(), number: z.string(), queryCode: z.string().nullable() }),
})

export const postRequestStep = contract({
  method: 'POST',
  path: '/requests/:id/steps',
  title: '办理公开申请',
  may: 'request.read',
  params: z.object({ id: z.uuid() }),
  body: z.object({ step: stepName, seen: z.number().int().min(1), input: stepInput }),
  answer: z.object({ id: z.uuid(), number: z.string(), state }),
})

export const postIdentityLook = contract({
  method: 'POST',
  path: '/requests/:id/identity-looks',
  title: '查看申请人身份',
  may: 'request.identity',
  params: z.object({ id: z.uuid() }),
  body: z.object({ reason: z.string().trim().max(200) }),
  answer: identity.extend({ proof: z.string().nullable() }),
})

export const getYearlyTable = contract({
  method: 'GET',
  path: '/request-table',
  title: '收到和处理政府信息公开申请情况',
  may: 'request.read',
  query: z.object({ year, unitId: z.uuid().optional() }),
  answer: z.object({ year: z.int(), asOf: aDay, table: tally, unbalanced: z.array(z.string()), remedies: tally }),
})
