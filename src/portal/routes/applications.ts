// 在线申请 and 申请查询. No session, no cookie: what was typed travels with the page, what was sent is sealed at once.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { applicationOf, isOpenForApplications, sendApplicantStep, sendApplication, waysToTell } from '../../modules/requests/http/portal.ts'
import { shownSteps } from '../../modules/requests/law/applicant-steps.ts'
import { applicantWords, onlineLengths } from '../../modules/requests/law/online.ts'
import { onlineSentence } from '../../modules/requests/law/online-sentences.ts'
import type { StepName } from '../../modules/requests/law/steps.ts'
import { isMailAddress } from '../../modules/requests/rules/identity.ts'
import { checkProof, newOnlineApplication, onlineFields, type OnlineForm } from '../../modules/requests/rules/online-application.ts'
import { catalogueEntry } from '../../modules/publication/queries/pages/catalogue.ts'
import type { UnitRow } from '../../modules/publication/queries/pages/units.ts'
import { sniff } from '../../platform/documents/read/sniff.ts'
import { readUpload, type UploadLimits } from '../../platform/http/uploads.ts'
import { isUuid, queryOf } from '../address.ts'
import { dispositionOf } from '../answers.ts'
import type { Desk } from '../desk.ts'
import { fromOurOwnPage, textOf } from '../form-input.ts'
import { onlineClosedPage, onlineFormPage, onlinePreviewPage, onlineReceiptPage, uploadFaultPage, type Filling, type LookedFor } from '../pages/apply-online.ts'
import { letterPage, progressFormPage, progressPage, type Asked } from '../pages/apply-progress.ts'
import type { Fault } from '../pages/form-parts.ts'
import { problemPage } from '../pages/problem.ts'
import type { Page, View } from '../view.ts'
import { findPublic } from './already-public.ts'
import { faultsOf, mostRead, nameOf, perMinute, secretOf, typedOf, unitsOf } from './online-forms.ts'

const limits: UploadLimits = { fileBytes: mostRead, totalBytes: mostRead, files: 1 }

const fillingOf = (body: unknown): Filling => ({ secret: secretOf(body), form: typedOf(onlineFields, body) })

/** Checked as the worker will check it again, and against the units that the public knows. */
function judge(form: OnlineForm, units: readonly UnitRow[]): Fault[] {
  const ruling = newOnlineApplication(form)
  if (!ruling.ok) return faultsOf(ruling.refusals)
  return units.some(({ id }) => id === form.unitId) ? [] : faultsOf([{ code: 'online-unit', field: 'unitId' }])
}

const formPage = async (desk: Desk, view: View, units: readonly UnitRow[], filling: Filling, faults: readonly Fault[], asked?: LookedFor): Promise<Page> =>
  onlineFormPage(view, { units, ways: await waysToTell(desk.db) }, filling, faults, asked)

export function mountApplications(app: FastifyInstance, desk: Desk): void {
  app.get('/apply/online', perMinute(60), async (request, reply) => {
    const view = await desk.viewOf(request)
    const query = queryOf(request.url, ['q', 'entry'], 100)
    const question = query.get('q')
    const units = await unitsOf(desk)
    if (!(await isOpenForApplications(desk.db))) return desk.send(request, reply, view, onlineClosedPage(view))
    const blank = fillingOf({})
    if (!question) return desk.send(request, reply, view, await formPage(desk, view, units, await pickedFrom(desk, query.get('entry'), units, blank), []))
    const found = await findPublic(desk, question, units)
    const filling = { ...blank, form: { ...blank.form, unitId: found.unitId ?? '', subject: question } }
    return desk.send(request, reply, view, await formPage(desk, view, units, filling, [], { question, found }))
  })

  app.post('/apply/online', perMinute(30), async (request, reply) => {
    const view = await desk.viewOf(request)
    if (!fromOurOwnPage(request)) return desk.send(request, reply, view, problemPage(view, 400), 400)
    const filling = fillingOf(request.body)
    const units = await unitsOf(desk)
    if (textOf(request.body, 'edit') === 'yes') return desk.send(request, reply, view, await formPage(desk, view, units, filling, []))
    const faults = judge(filling.form, units)
    if (faults.length > 0) return desk.send(request, reply, view, await formPage(desk, view, units, filling, faults), 422)
    return desk.send(request, reply, view, onlinePreviewPage(view, nameOf(units, filling.form.unitId), filling, []))
  })

  app.post('/apply/online/submit', { ...perMinute(10), bodyLimit: 2 * mostRead }, (request, reply) => submit(desk, request, reply))

  app.get('/apply/progress', async (request, reply) => {
    const view = await desk.viewOf(request)
    return desk.send(request, reply, view, progressFormPage(view, { number: '', queryCode: '' }, []))
  })

  app.post('/apply/progress', perMinute(10), async (request, reply) => {
    const view = await desk.viewOf(request)
    if (!fromOurOwnPage(request)) return desk.send(request, reply, view, problemPage(view, 400), 400)
    const asked = askedOf(request.body)
    const shown = await applicationOf(desk.db, asked.number, asked.queryCode)
    return shown ? desk.send(request, reply, view, progressPage(view, shown, asked)) : unknown(desk, request, reply, view, asked)
  })

  app.post('/apply/progress/files', perMinute(30), (request, reply) => sendServedFile(desk, request, reply))

  app.post('/apply/progress/letters', perMinute(10), async (request, reply) => {
    const view = await desk.viewOf(request)
    if (!fromOurOwnPage(request)) return desk.send(request, reply, view, problemPage(view, 400), 400)
    const asked = askedOf(request.body)
    const shown = await applicationOf(desk.db, asked.number, asked.queryCode)
    if (!shown) return unknown(desk, request, reply, view, asked)
    const letter = shown.letters?.find(({ id }) => id === textOf(request.body, 'letter'))
    return letter ? desk.send(request, reply, view, letterPage(view, letter)) : desk.send(request, reply, view, progressPage(view, shown, asked), 409)
  })

  app.post('/apply/progress/steps', perMinute(10), async (request, reply) => {
    const view = await desk.viewOf(request)
    if (!fromOurOwnPage(request)) return desk.send(request, reply, view, problemPage(view, 400), 400)
    const asked = askedOf(request.body)
    const shown = await applicationOf(desk.db, asked.number, asked.queryCode)
    if (!shown) return unknown(desk, request, reply, view, asked)
    const way = shown.open.find(({ step }) => step === textOf(request.body, 'step'))
    // What was open a moment ago is not any more: the page tells how it stands.
    if (!way) return desk.send(request, reply, view, progressPage(view, shown, asked), 409)
    const field = `text-${way.step}`
    const text = textOf(request.body, field).replaceAll('\r\n', '\n')
    const code = faultOf(way.step, text)
    if (code) {
      const faults = faultsOf([{ code, field }])
      return desk.send(request, reply, view, progressPage(view, shown, asked, { faults, typed: text }), 422)
    }
    await sendApplicantStep(desk.db, asked, { step: way.step, text }, { at: desk.parts.clock.now(), today: view.today })
    return desk.send(request, reply, view, progressPage(view, shown, asked, { sent: true }))
  })
}

/** A file that came with the answer: asked for with number and code, at no address of its own. */
async function sendServedFile(desk: Desk, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const view = await desk.viewOf(request)
  if (!fromOurOwnPage(request)) return desk.send(request, reply, view, problemPage(view, 400), 400)
  const asked = askedOf(request.body)
  const shown = await applicationOf(desk.db, asked.number, asked.queryCode)
  if (!shown) return unknown(desk, request, reply, view, asked)
  const file = shown.files.find(({ id }) => id === textOf(request.body, 'file'))
  if (!file || !(await desk.fileStore.has(file.sha256))) return desk.send(request, reply, view, progressPage(view, shown, asked), 404)
  reply.header('cache-control', 'no-store').header('content-disposition', dispositionOf(file.name)).header('content-length', file.bytes)
  return reply.type('application/octet-stream').send(desk.fileStore.stream(file.sha256))
}

/** What is wrong with the words of a step, as the worker will judge them again. */
function faultOf(step: StepName, text: string): string | undefined {
  if (shownSteps[step]?.address) return text.length <= onlineLengths.email && isMailAddress(text) ? undefined : 'address-wrong'
  // A rare character is two units of a string and one letter to its writer, and to the worker.
  const letters = [...text].length
  return letters < applicantWords.least || letters > applicantWords.most ? 'words-missing' : undefined
}

/** From the public catalogue: the form with name and unit of the entry; what is not in it is a blank form. */
async function pickedFrom(desk: Desk, entryId: string | null, units: readonly UnitRow[], blank: Filling): Promise<Filling> {
  const entry = entryId && isUuid(entryId) ? await catalogueEntry(desk.db, entryId) : undefined
  const unit = entry && units.find(({ id }) => id === entry.unitId)
  if (!entry || !unit) return blank
  const form = {
    ...blank.form,
    unitId: unit.id,
    subject: entry.name.slice(0, onlineLengths.subject),
    description: `《${unit.name}政府信息公开目录》公开事项：${entry.name}\n`,
  }
  return { ...blank, form }
}

async function submit(desk: Desk, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const view = await desk.viewOf(request)
  if (!fromOurOwnPage(request)) return desk.send(request, reply, view, problemPage(view, 400), 400)
  const upload = await readUpload(request, limits)
  if (!upload.ok) return desk.send(request, reply, view, uploadFaultPage(view, onlineSentence(upload.refusals[0]?.code ?? '')), 422)
  const { fields, files } = upload.value
  const filling = fillingOf(fields)
  const units = await unitsOf(desk)
  const faults = judge(filling.form, units)
  if (faults.length > 0) return desk.send(request, reply, view, await formPage(desk, view, units, filling, faults), 422)
  const bytes = files.find(({ field }) => field === 'proof')?.bytes ?? Buffer.alloc(0)
  const { kind } = bytes.length === 0 ? { kind: 'other' } : await sniff(Buffer.from(bytes))
  const proof = checkProof({ kind, bytes: bytes.length })
  const unitName = nameOf(units, filling.form.unitId)
  if (!proof.ok) return desk.send(request, reply, view, onlinePreviewPage(view, unitName, filling, faultsOf(proof.refusals)), 422)
  // What fills in the field that nobody sees is a machine: nothing is kept.
  if (textOf(fields, 'website') !== '') return desk.send(request, reply, view, problemPage(view, 400), 400)
  const now = { at: desk.parts.clock.now(), today: view.today }
  const receipt = await sendApplication(desk.db, filling.secret, filling.form, { kind, bytes: Buffer.from(bytes) }, now)
  return desk.send(request, reply, view, receipt ? onlineReceiptPage(view, unitName, receipt) : onlineClosedPage(view))
}

const askedOf = (body: unknown): Asked => ({ number: textOf(body, 'number').slice(0, 40), queryCode: textOf(body, 'queryCode').slice(0, 40) })

/** The same answer whether number or code was wrong. */
const unknown = (desk: Desk, request: FastifyRequest, reply: FastifyReply, view: View, asked: Asked): Promise<FastifyReply> =>
  desk.send(request, reply, view, progressFormPage(view, asked, [{ field: 'queryCode', sentence: '编号或者查询码不对，请核对后再查。' }]), 422)
