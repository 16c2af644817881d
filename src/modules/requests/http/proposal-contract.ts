// Office routes over 转为主动公开: what is proposed, the draft that it would become, and the decision.
import { z } from 'zod'
import { contract, type AnswerOf } from '../../../kernel/contract.ts'
import { proposalStateNames, proposalSteps, type ProposalStep } from '../law/making-public.ts'
import { proposalViews } from '../law/proposal-views.ts'
import { aDay } from './shapes.ts'

const ofRequest = z.object({ id: z.uuid() })
const anId = z.object({ id: z.uuid() })
const state = z.enum(proposalStateNames)
const line = (most: number) => z.string().trim().max(most, `不超过${most}个字`)

const proposal = z.object({
  requestId: z.uuid(),
  number: z.string(),
  subject: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  state,
  grantedOn: aDay.nullable(),
  alike: z.number().int(),
  suggested: z.string(),
  raisedAt: z.iso.datetime(),
  /** The newest text of the document that came of it. */
  editionId: z.uuid().nullable(),
  editionState: z.string().nullable(),
  published: z.boolean(),
  entryId: z.uuid().nullable(),
  entryName: z.string().nullable(),
  wished: z.object({ field: z.string(), name: z.string() }).nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
})

export const listProposals = contract({
  method: 'GET',
  path: '/request-proposals',
  title: '转为主动公开的建议',
  may: 'request.read',
  query: z.object({
    view: z.enum(proposalViews).default('open'),
    q: z.string().trim().max(100).default(''),
    unitId: z.uuid().optional(),
    page: z.coerce.number().int().min(1).default(1),
    size: z.coerce.number().int().min(1).max(200).default(20),
  }),
  answer: z.object({
    rows: z.array(proposal.extend({ mayDecide: z.boolean(), mayEnter: z.boolean() })),
    total: z.number().int(),
    counts: z.object({ open: z.number().int(), accepted: z.number().int(), declined: z.number().int(), entry: z.number().int() }),
  }),
})
export type ProposalRow = AnswerOf<typeof listProposals>['rows'][number]

export const getProposal = contract({
  method: 'GET',
  path: '/requests/:id/proposal',
  title: '一件公开申请转为主动公开的建议',
  may: 'request.read',
  params: ofRequest,
  answer: z.object({
    proposal: proposal.nullable(),
    mayDecide: z.boolean(),
    unitId: z.uuid(),
    /** What the draft would begin with, without what tells of a person. */
    draft: z.object({ title: z.string(), summary: z.string(), text: z.string(), leftOut: z.array(z.string()) }),
    files: z.array(z.object({ fileId: z.uuid(), name: z.string(), redacted: z.boolean(), enclosed: z.boolean() })),
    happened: z.array(z.object({ step: z.enum(Object.keys(proposalSteps) as [ProposalStep, ...ProposalStep[]]), reason: z.string(), byName: z.string(), at: z.iso.datetime() })),
  }),
}) // prettier-ignore
export type ProposalSheet = AnswerOf<typeof getProposal>

export const postProposal = contract({
  method: 'POST',
  path: '/requests/:id/proposal',
  title: '建议转为主动公开',
  may: 'request.handle',
  params: ofRequest,
  body: z.object({ text: line(500) }),
  answer: anId,
})

export const putAcceptance = contract({
  method: 'PUT',
  path: '/requests/:id/proposal/acceptance',
  title: '采纳转为主动公开的建议',
  may: 'request.handle',
  params: ofRequest,
  body: z.object({
    title: line(200),
    summary: line(5000),
    text: z.string().max(20_000),
    entryId: z.uuid().nullable(),
    wished: z.object({ field: line(60).min(1, '请填写领域'), name: line(200).min(2, '请填写事项名称') }).nullable(),
    fileIds: z.array(z.uuid()).max(50),
  }),
  answer: z.object({ editionId: z.uuid() }),
})

export const putRefusal = contract({
  method: 'PUT',
  path: '/requests/:id/proposal/refusal',
  title: '不采纳转为主动公开的建议',
  may: 'request.handle',
  params: ofRequest,
  body: z.object({ reason: line(500) }),
  answer: anId,
})

export const putProposedEntry = contract({
  method: 'PUT',
  path: '/requests/:id/proposal/entry',
  title: '录入建议新增的目录条目',
  may: 'catalogue.manage',
  params: ofRequest,
  body: z.object({ field: line(60).min(1, '请填写领域'), name: line(200).min(2, '请填写事项名称') }),
  answer: z.object({ entryId: z.uuid() }),
})
