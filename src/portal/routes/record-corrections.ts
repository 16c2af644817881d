// 更正本人信息 on the public site: as an application, what was typed travels with the page and what was sent is sealed at once.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isOpenForApplications, sendRecordCorrection, type SentFile } from '../../modules/requests/http/portal.ts'
import { onlineSentence } from '../../modules/requests/law/online-sentences.ts'
import { checkProof } from '../../modules/requests/rules/online-application.ts'
import { newOnlineRecordCorrection, recordFields } from '../../modules/requests/rules/online-record-correction.ts'
import type { UnitRow } from '../../modules/publication/queries/pages/units.ts'
import { sniff } from '../../platform/documents/read/sniff.ts'
import { readUpload, type Upload } from '../../platform/http/uploads.ts'
import type { Desk } from '../desk.ts'
import { fromOurOwnPage, textOf } from '../form-input.ts'
import { correctFormPage, correctPreviewPage, correctReceiptPage, correctStoppedPage, type RecordFilling } from '../pages/correct-online.ts'
import type { Fault } from '../pages/form-parts.ts'
import { problemPage } from '../pages/problem.ts'
import { faultsOf, mostRead, nameOf, perMinute, secretOf, typedOf, unitsOf } from './online-forms.ts'

const closed = { heading: '暂时不能在线提出更正', sentence: '系统还没有准备好。', back: '请稍后再试，或者持证件和证据到有关机关当面提出。' } as const
const unread = { heading: '更正申请没有提交', back: '请用浏览器的“后退”回到核对页，填好的内容还在。' } as const
const limits = { fileBytes: mostRead, totalBytes: 2 * mostRead, files: 2 } as const

const fillingOf = (body: unknown): RecordFilling => ({ secret: secretOf(body), form: typedOf(recordFields, body) })

/** Checked as the worker will check it again, and against the units that the public knows. */
function judge({ form }: RecordFilling, units: readonly UnitRow[]): Fault[] {
  const ruling = newOnlineRecordCorrection(form)
  if (!ruling.ok) return faultsOf(ruling.refusals)
  return units.some(({ id }) => id === form.unitId) ? [] : faultsOf([{ code: 'online-record-unit', field: 'unitId' }])
}

async function fileOf(files: Upload['files'], field: 'proof' | 'evidence'): Promise<{ file: SentFile; faults: Fault[] }> {
  const bytes = Buffer.from(files.find((one) => one.field === field)?.bytes ?? [])
  const { kind } = bytes.length === 0 ? { kind: 'other' } : await sniff(bytes)
  const checked = checkProof({ kind, bytes: bytes.length }, field)
  return { file: { kind, bytes }, faults: checked.ok ? [] : faultsOf(checked.refusals) }
}

async function submit(desk: Desk, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const view = await desk.viewOf(request)
  if (!fromOurOwnPage(request)) return desk.send(request, reply, view, problemPage(view, 400), 400)
  const upload = await readUpload(request, limits)
  if (!upload.ok) return desk.send(request, reply, view, correctStoppedPage(view, { ...unread, sentence: onlineSentence(upload.refusals[0]?.code ?? '') }), 422)
  const { fields, files } = upload.value
  const filling = fillingOf(fields)
  const units = await unitsOf(desk)
  const faults = judge(filling, units)
  if (faults.length > 0) return desk.send(request, reply, view, correctFormPage(view, units, filling, faults), 422)
  const [proof, evidence] = [await fileOf(files, 'proof'), await fileOf(files, 'evidence')]
  const unitName = nameOf(units, filling.form.unitId)
  const wrong = [...proof.faults, ...evidence.faults]
  if (wrong.length > 0) return desk.send(request, reply, view, correctPreviewPage(view, unitName, filling, wrong), 422)
  // What fills in the field that nobody sees is a machine: nothing is kept.
  if (textOf(fields, 'website') !== '') return desk.send(request, reply, view, problemPage(view, 400), 400)
  const now = { at: desk.parts.clock.now(), today: view.today }
  const receipt = await sendRecordCorrection(desk.db, filling.secret, filling.form, { proof: proof.file, evidence: evidence.file }, now)
  return desk.send(request, reply, view, receipt ? correctReceiptPage(view, unitName, receipt) : correctStoppedPage(view, closed))
}

export function mountRecordCorrections(app: FastifyInstance, desk: Desk): void {
  app.get('/correct', perMinute(60), async (request, reply) => {
    const view = await desk.viewOf(request)
    if (!(await isOpenForApplications(desk.db))) return desk.send(request, reply, view, correctStoppedPage(view, closed))
    return desk.send(request, reply, view, correctFormPage(view, await unitsOf(desk), fillingOf({}), []))
  })

  app.post('/correct', perMinute(30), async (request, reply) => {
    const view = await desk.viewOf(request)
    if (!fromOurOwnPage(request)) return desk.send(request, reply, view, problemPage(view, 400), 400)
    const filling = fillingOf(request.body)
    const units = await unitsOf(desk)
    if (textOf(request.body, 'edit') === 'yes') return desk.send(request, reply, view, correctFormPage(view, units, filling, []))
    const faults = judge(filling, units)
    if (faults.length > 0) return desk.send(request, reply, view, correctFormPage(view, units, filling, faults), 422)
    return desk.send(request, reply, view, correctPreviewPage(view, nameOf(units, filling.form.unitId), filling, []))
  })

  app.post('/correct/submit', { ...perMinute(10), bodyLimit: 3 * mostRead }, (request, reply) => submit(desk, request, reply))
}
