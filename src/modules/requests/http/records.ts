// Answers the office's questions about corrections of records, and takes their steps, evidence and looks.
import type { Actor, Reach } from '../../../kernel/actor.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { sniff } from '../../../platform/documents/read/sniff.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { sentenceOf } from '../../../platform/http/problem.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { may, type By } from '../../access/index.ts'
import { unitTree } from '../../organization/index.ts'
import { addRecordEvidence } from '../actions/add-record-evidence.ts'
import { registerRecord } from '../actions/enter-record.ts'
import { lookAtRecord } from '../actions/look-at-record.ts'
import { takeRecordStep } from '../actions/take-record-step.ts'
import { applicantKinds } from '../law/applicants.ts'
import { recordArticle, recordChannels, recordFileKinds, recordLetter, recordResultRows, recordStates, recordStepRows } from '../law/record-corrections.ts'
import { serviceWays } from '../law/service.ts'
import { applicationWithin } from '../queries/application.ts'
import { handAt } from '../queries/hand.ts'
import {
  recordCorrections,
  recordCounts,
  recordFileNames,
  recordLettersOf,
  recordLooks,
  recordsUpon,
  recordStepsOf,
  recordWithin,
  type RecordCase,
  type RecordQuestion,
  type RecordStepRow,
} from '../queries/record-corrections.ts'
import { recordFactsOf, recordStepsFrom } from '../rules/record-correction.ts'
import { requestsSentences } from '../sentences.ts'
import { letterFile } from './letter-file.ts'
import * as contract from './record-contract.ts'

const byOf = (call: { readonly actor: Actor; readonly clock: Clock }): By => ({ actor: call.actor, at: call.clock.now(), today: call.clock.today() })

const mostExported = 50_000

const rowOf = ({
  unitId: _unit,
  sectionId: _section,
  wrong: _wrong,
  wanted: _wanted,
  steps: _steps,
  identityDeletedOn: _deleted,
  ...row
}: RecordCase): contract.RecordRow => row

const questionOf = ({ q, view, state, result, unitId }: Omit<RecordQuestion, 'words'> & { readonly q: string }): RecordQuestion => ({
  words: q,
  view,
  state,
  result,
  unitId,
})

const headings = ['编号', '有关记录', '申请人', '申请人类别', '渠道', '公开申请', '单位', '科室', '状态', '收到日期', '结果', '办结日期']

const cellsOf = (row: RecordCase): (string | null)[] => [
  row.number,
  row.subject,
  row.applicantName,
  applicantKinds[row.applicantKind].title,
  recordChannels[row.channel],
  row.applicationNumber,
  row.unitName,
  row.sectionName,
  recordStates[row.state].title,
  row.receivedOn,
  row.result && recordResultRows[row.result].title,
  row.concludedOn,
]

function notesOf({ step, input }: RecordStepRow): string[] {
  const { day, body, service } = input
  return [
    ...(day ? [`日期：${day}`] : []),
    ...(body ? [`有权更正的机关：${body}`] : []),
    ...(service ? [`${serviceWays[service.way].title}：${service.proof}`] : []),
    ...(recordStepRows[step].result ? [`结果：${recordResultRows[recordStepRows[step].result].title}`] : []),
  ]
}

async function sheet(tx: Tx, by: By, reach: Reach, id: string): Promise<contract.RecordSheet | undefined> {
  const record = await recordWithin(tx, reach, id)
  if (!record) return undefined
  const taken = (await recordStepsOf(tx, [id])).get(id) ?? []
  const facts = recordFactsOf(taken)
  const letter = (await recordLettersOf(tx, [id])).get(id)
  const mayOpenIdentity = may(by.actor, 'request.identity', record).ok
  const steps = recordStepsFrom(facts, handAt(by.actor, record), by.today)
  const sections = steps.some(({ name }) => name === 'assign')
    ? (await unitTree(tx, { asOf: by.today })).filter((one) => one.parentId === record.unitId && one.kind === 'section')
    : []
  return {
    ...rowOf(record),
    seen: record.steps,
    wrong: record.wrong,
    wanted: record.wanted,
    article: recordArticle,
    decision: facts.decision,
    letter: letter ? { number: letter.number, body: letter.body, issuedOn: letter.issuedOn, issuedByName: letter.issuedByName } : null,
    service: facts.service && { way: serviceWays[facts.service.way].title, on: facts.service.on },
    files: (await recordFileNames(tx, id)).map((one) => ({ ...one, kind: recordFileKinds[one.kind] })),
    steps: steps.map(({ name, refusals }) => {
      const { title, asks, text, confirm, article, tone } = recordStepRows[name]
      const reasons = refusals.map((one) => ({ code: one.code, sentence: sentenceOf(one, requestsSentences), ...(one.article ? { article: one.article } : {}) }))
      return { name, title, open: refusals.length === 0, refusals: reasons, asks: [...asks], textTitle: text ?? '说明', confirm: confirm ?? null, article, tone: tone ?? 'plain' }
    }),
    sections: sections.map((one) => ({ sectionId: one.id, name: one.name })),
    happened: taken.toReversed().map((one, at) => ({
      key: String(taken.length - at),
      title: recordStepRows[one.step].title,
      who: one.by === null ? '申请人' : one.byName,
      at: one.at.toISOString(),
      text: one.input.text,
      notes: notesOf(one),
    })),
    mayOpenIdentity,
    mayAddEvidence: may(by.actor, 'request.handle', record).ok && !recordStates[record.state].end,
    identityDeletedOn: record.identityDeletedOn,
    looks: mayOpenIdentity ? (await recordLooks(tx, id)).map(({ name, reason, at }) => ({ name, reason, at: at.toISOString() })) : [],
  }
} // prettier-ignore

export const recordRoutes: readonly OfficeRoute[] = [
  answer(contract.listRecords, async ({ tx, query, reach }) => {
    const { rows, total } = await recordCorrections(tx, questionOf(query), reach, { limit: query.size, offset: (query.page - 1) * query.size })
    return granted({ rows: rows.map(rowOf), total, counts: await recordCounts(tx, reach) })
  }),

  answer(contract.exportRecords, async ({ tx, query, reach }) => {
    const { rows } = await recordCorrections(tx, questionOf(query), reach, { limit: mostExported, offset: 0 })
    return granted(csvFile('更正本人信息', headings, rows.map(cellsOf)))
  }),

  answer(contract.getRecord, async (call) => {
    const found = await sheet(call.tx, byOf(call), call.reach, call.params.id)
    return found ? granted(found) : refused('not-found')
  }),

  answer(contract.postRecord, async (call) => {
    const { tx, body, reach, seal, audit } = call
    audit({ objectKind: 'record-correction', objectId: body.id, unitId: body.unitId })
    if (!reach.everywhere && !reach.unitIds.includes(body.unitId)) return refused({ code: 'unit-unknown', field: 'unitId' })
    return registerRecord(tx, byOf(call), seal, body)
  }),

  answer(contract.postRecordStep, async (call) => {
    const { tx, params, body, audit } = call
    audit({ objectKind: 'record-correction', objectId: params.id, detail: { step: body.step } })
    return takeRecordStep(tx, byOf(call), { id: params.id, ...body })
  }),

  answer(contract.postRecordEvidence, async (call) => {
    const { tx, params, files, seal, audit } = call
    audit({ objectKind: 'record-correction', objectId: params.id, detail: { evidence: true } })
    const [file] = files
    const bytes = file && Buffer.from(file.bytes)
    const given = file && bytes ? { name: file.name, bytes, kind: bytes.length === 0 ? 'other' : (await sniff(bytes)).kind } : undefined
    return addRecordEvidence(tx, byOf(call), seal, { id: params.id, file: given })
  }),

  answer(contract.postRecordLook, async (call) => {
    const { tx, params, body, seal, audit } = call
    audit({ objectKind: 'record-identity', objectId: params.id })
    const ruling = await lookAtRecord(tx, byOf(call), seal, { id: params.id, reason: body.reason })
    return ruling.ok ? granted({ ...ruling.value, files: ruling.value.files.map((one) => ({ ...one })) }) : ruling
  }),

  answer(contract.getRecordLetterFile, async ({ tx, params, reach }) => {
    const record = await recordWithin(tx, reach, params.id)
    const letter = record && (await recordLettersOf(tx, [params.id])).get(params.id)
    if (!letter) return refused('not-found')
    const { service } = recordFactsOf((await recordStepsOf(tx, [params.id])).get(params.id) ?? [])
    const served = { way: service?.way ?? null, servedOn: service?.on ?? null, receivedOn: null, proof: service?.proof ?? null }
    return granted(await letterFile({ ...letter, title: recordLetter.title, remedy: null, ...served }, params.form))
  }),

  answer(contract.listRecordsOfRequest, async ({ tx, params, reach }) => {
    if (!(await applicationWithin(tx, reach, params.id))) return refused('not-found')
    return granted({ rows: (await recordsUpon(tx, reach, params.id)).map(rowOf) })
  }),
]
