// Office routes over corrections of a person's own records (更正本人信息).
import { z } from 'zod'
import { contract, type AnswerOf } from '../../../kernel/contract.ts'
import { recordChannels, recordLengths, recordResultNames, recordStateNames, recordStepNames, type RecordChannel } from '../law/record-corrections.ts'
import { aDay, identity, kind, service, shownStep } from './shapes.ts'

const channel = z.enum(Object.keys(recordChannels) as [RecordChannel, ...RecordChannel[]])
const state = z.enum(recordStateNames)
const step = z.enum(recordStepNames)
const result = z.enum(recordResultNames)
const text = (most: number) => z.string().trim().max(most, `不超过${most}个字`)
const ofRecord = z.object({ id: z.uuid() })

const row = z.object({
  id: z.uuid(),
  number: z.string(),
  unitName: z.string(),
  sectionName: z.string().nullable(),
  applicationId: z.uuid().nullable(),
  applicationNumber: z.string().nullable(),
  channel,
  applicantKind: kind,
  applicantName: z.string(),
  subject: z.string(),
  state,
  receivedOn: aDay,
  result: result.nullable(),
  concludedOn: aDay.nullable(),
})

const listQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
  view: z.enum(['open', 'closed', 'all']).default('open'),
  q: z.string().trim().max(100).default(''),
  state: state.optional(),
  result: result.optional(),
  unitId: z.uuid().optional(),
})

export const listRecords = contract({
  method: 'GET',
  path: '/record-corrections',
  title: '更正本人信息列表',
  may: 'request.read',
  query: listQuery,
  answer: z.object({ rows: z.array(row), total: z.int(), counts: z.object({ open: z.int() }) }),
})
export type RecordRow = AnswerOf<typeof listRecords>['rows'][number]

export const exportRecords = contract({
  method: 'GET',
  path: '/record-corrections.csv',
  title: '导出更正本人信息',
  may: 'request.read',
  query: listQuery,
  answer: 'file',
})

export const getRecord = contract({
  method: 'GET',
  path: '/record-corrections/:id',
  title: '一件更正申请的办理情况',
  may: 'request.read',
  params: ofRecord,
  answer: row.extend({
    seen: z.int(),
    wrong: z.string(),
    wanted: z.string(),
    article: z.string(),
    /** What was decided, and whom it names. */
    decision: z.object({ text: z.string(), body: z.string() }).nullable(),
    letter: z.object({ number: z.string(), body: z.string(), issuedOn: aDay, issuedByName: z.string() }).nullable(),
    service: z.object({ way: z.string(), on: aDay }).nullable(),
    files: z.array(z.object({ kind: z.string(), name: z.string(), bytes: z.int() })),
    steps: z.array(shownStep.extend({ name: step })),
    sections: z.array(z.object({ sectionId: z.uuid(), name: z.string() })),
    happened: z.array(z.object({ key: z.string(), title: z.string(), who: z.string(), at: z.iso.datetime(), text: z.string(), notes: z.array(z.string()) })),
    mayOpenIdentity: z.boolean(),
    mayAddEvidence: z.boolean(),
    identityDeletedOn: aDay.nullable(),
    looks: z.array(z.object({ name: z.string(), reason: z.string(), at: z.iso.datetime() })),
  }),
})
export type RecordSheet = AnswerOf<typeof getRecord>
export type ShownRecordStep = RecordSheet['steps'][number]

export const postRecord = contract({
  method: 'POST',
  path: '/record-corrections',
  title: '登记更正本人信息的申请',
  may: 'request.register',
  body: z.object({
    /** Made by the caller, so that the same sent twice is entered once. */
    id: z.uuid(),
    unitId: z.uuid(),
    channel: channel.exclude(['online']),
    receivedOn: aDay,
    applicantKind: kind,
    identity,
    subject: text(recordLengths.subject),
    wrong: text(recordLengths.wrong),
    wanted: text(recordLengths.wanted),
    applicationNumber: text(40).default(''),
  }),
  /** The query code is told this once. */
  answer: z.object({ id: z.uuid(), number: z.string(), queryCode: z.string().nullable() }),
})

export const postRecordStep = contract({
  method: 'POST',
  path: '/record-corrections/:id/steps',
  title: '办理更正申请',
  may: 'request.read',
  params: ofRecord,
  body: z.object({
    step,
    seen: z.number().int().min(1),
    input: z.object({
      text: text(3000).default(''),
      day: aDay.optional(),
      section: z.uuid().optional(),
      body: text(100).optional(),
      service: service.optional(),
    }),
  }),
  answer: z.object({ id: z.uuid(), state }),
})

export const postRecordEvidence = contract({
  method: 'POST',
  path: '/record-corrections/:id/evidence',
  title: '上传更正申请的证据',
  may: 'request.handle',
  params: ofRecord,
  takes: 'multipart',
  answer: z.object({ fileId: z.uuid() }),
})

export const postRecordLook = contract({
  method: 'POST',
  path: '/record-corrections/:id/identity-looks',
  title: '查看更正申请人身份和证据',
  may: 'request.identity',
  params: ofRecord,
  body: z.object({ reason: z.string().trim().max(200) }),
  answer: identity.extend({ files: z.array(z.object({ kind: z.string(), name: z.string(), data: z.string() })) }),
})

export const getRecordLetterFile = contract({
  method: 'GET',
  path: '/record-corrections/:id/letter/:form',
  title: '下载更正告知书、送达回证',
  may: 'request.read',
  params: z.object({ id: z.uuid(), form: z.enum(['word', 'pdf', 'receipt']) }),
  answer: 'file',
})

export const listRecordsOfRequest = contract({
  method: 'GET',
  path: '/requests/:id/record-corrections',
  title: '由一件公开申请引起的更正申请',
  may: 'request.read',
  params: ofRecord,
  answer: z.object({ rows: z.array(row) }),
})
