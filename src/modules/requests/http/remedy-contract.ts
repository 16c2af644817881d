// Office routes over what follows upon an application: 投诉举报、行政复议、行政诉讼.
import { z } from 'zod'
import { contract, type AnswerOf } from '../../../kernel/contract.ts'
import { remedyFigureNames } from '../law/figures.ts'
import { procedures, raisers, remedyKindNames, remedyResultNames, remedyStateNames, remedyStepNames, type Procedure, type Raiser } from '../law/remedy-cases.ts'
import { remedyColumnNames, remedyRowNames } from '../law/yearly-form.ts'
import { aDay, ledger } from './shapes.ts'

const kind = z.enum(remedyKindNames)
const state = z.enum(remedyStateNames)
const step = z.enum(remedyStepNames)
const result = z.enum(remedyResultNames)
const raisedBy = z.enum(Object.keys(raisers) as [Raiser, ...Raiser[]])
const procedure = z.enum(Object.keys(procedures) as [Procedure, ...Procedure[]])
const text = (most: number) => z.string().trim().max(most, `不超过${most}个字`)

const input = z.object({
  text: text(3000).default(''),
  day: aDay.optional(),
  acceptedOn: aDay.nullable().optional(),
  body: text(100).optional(),
  number: text(80).optional(),
  procedure: procedure.optional(),
  raisedBy: raisedBy.optional(),
  after: z.object({ reconsiderationId: z.uuid().nullable() }).nullable().optional(),
  days: z.number().int().min(0).max(100).optional(),
  result: result.optional(),
})

const remedy = z.object({
  remedyId: z.uuid(),
  kind,
  raisedBy,
  state,
  seen: z.number().int(),
  number: z.string(),
  body: z.string(),
  procedure,
  receivedOn: aDay,
  acceptedOn: aDay.nullable(),
  answeredOn: aDay.nullable(),
  /** Whether it went through reconsideration, and through which. */
  after: z.string().nullable(),
  result: result.nullable(),
  concludedOn: aDay.nullable(),
  terms: z.array(z.object({ whose: z.enum(['office', 'body', 'parties']), over: z.boolean(), ledger })),
  /** What can be done now, for whoever handles the application. */
  steps: z.array(z.object({ name: step, article: z.string() })),
  happened: z.array(z.object({ key: z.string(), title: z.string(), who: z.string(), at: z.iso.datetime(), text: z.string(), notes: z.array(z.string()) })),
})

const ofRequest = z.object({ id: z.uuid() })

export const listRequestRemedies = contract({
  method: 'GET',
  path: '/requests/:id/remedies',
  title: '一件公开申请的投诉举报、行政复议和行政诉讼',
  may: 'request.read',
  params: ofRequest,
  answer: z.object({
    remedies: z.array(remedy),
    mayEnter: z.boolean(),
    /** Against this answer, or what it withholds, reconsideration comes before the court. */
    reconsiderationFirst: z.boolean(),
  }),
})
export type ShownRemedy = AnswerOf<typeof listRequestRemedies>['remedies'][number]

export const postRemedy = contract({
  method: 'POST',
  path: '/requests/:id/remedies',
  title: '登记投诉举报、行政复议、行政诉讼',
  may: 'request.handle',
  params: ofRequest,
  body: z.object({ remedyId: z.uuid(), kind, input }),
  answer: z.object({ remedyId: z.uuid() }),
})

export const postRemedyStep = contract({
  method: 'POST',
  path: '/requests/:id/remedies/:remedyId/steps',
  title: '办理投诉举报、行政复议、行政诉讼',
  may: 'request.handle',
  params: z.object({ id: z.uuid(), remedyId: z.uuid() }),
  body: z.object({ step, seen: z.number().int().min(1), input }),
  answer: z.object({ remedyId: z.uuid(), state }),
})

const listQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
  view: z.enum(['open', 'soon', 'late', 'all']).default('open'),
  q: z.string().trim().max(100).default(''),
  kind: kind.optional(),
  state: state.optional(),
  unitId: z.uuid().optional(),
  /** A cell of the yearly table. */
  year: z.coerce.number().int().min(2008).max(2099).optional(),
  row: z.enum(remedyRowNames).optional(),
  column: z.enum(remedyColumnNames).optional(),
  /** What a figure of a period, or of its last day, counts. */
  figure: z.enum(remedyFigureNames).optional(),
  from: aDay.optional(),
  until: aDay.optional(),
  remedy: z.enum(remedyRowNames).optional(),
  under: z.uuid().optional(),
})

export const listRemedies = contract({
  method: 'GET',
  path: '/request-remedies',
  title: '投诉举报、行政复议和行政诉讼列表',
  may: 'request.read',
  query: listQuery,
  answer: z.object({
    rows: z.array(
      z.object({
        remedyId: z.uuid(),
        requestId: z.uuid(),
        requestNumber: z.string(),
        subject: z.string(),
        unitName: z.string(),
        handlerName: z.string().nullable(),
        kind,
        raisedBy,
        state,
        number: z.string(),
        body: z.string(),
        afterReconsideration: z.boolean(),
        receivedOn: aDay,
        dueOn: aDay.nullable(),
        awaitedUntil: aDay.nullable(),
        provisional: z.boolean(),
        result: result.nullable(),
        concludedOn: aDay.nullable(),
        /** Calendar days to the day of the answer, negative when late; null while the office owes none. */
        daysLeft: z.number().int().nullable(),
      }),
    ),
    total: z.int(),
    counts: z.object({ open: z.int(), soon: z.int(), late: z.int() }),
  }),
})
export type RemedyRow = AnswerOf<typeof listRemedies>['rows'][number]

export const exportRemedies = contract({
  method: 'GET',
  path: '/request-remedies.csv',
  title: '导出投诉举报、行政复议和行政诉讼',
  may: 'request.read',
  query: listQuery,
  answer: 'file',
})
