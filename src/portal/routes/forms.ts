// 我为政府网站找错, and the form to apply with. No session, no cookie: a form of another site is refused by where it comes from.
import type { FastifyInstance } from 'fastify'
import { newErrorReport } from '../../modules/interaction/rules/error-report.ts'
import { sendErrorReport } from '../../modules/interaction/http/portal.ts'
import { waysToTell } from '../../modules/requests/http/portal.ts'
import { queryOf } from '../address.ts'
import { fromOurOwnPage, textOf } from '../form-input.ts'
import { sendText } from '../answers.ts'
import type { Desk } from '../desk.ts'
import { problemPage } from '../pages/problem.ts'
import { applicationOnPaper } from '../pages/apply-paper.ts'
import { errorFormPage, errorThanksPage, type ErrorForm } from '../pages/report-error.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export function mountForms(app: FastifyInstance, desk: Desk): void {
  app.get('/report-error', async (request, reply) => {
    const view = await desk.viewOf(request)
    const page = queryOf(request.url, ['page'], 500).get('page') ?? ''
    return desk.send(request, reply, view, errorFormPage(view, { page, kind: '', description: '', contact: '' }, []))
  })

  app.post('/report-error', { config: { rateLimit: { max: 5, timeWindow: 60_000 } } }, async (request, reply) => {
    const view = await desk.viewOf(request)
    if (!fromOurOwnPage(request)) return desk.send(request, reply, view, problemPage(view, 400), 400)
    const form = formOf(request.body)
    const report = newErrorReport(form, desk.parts.clock.now(), view.today)
    if (!report.ok) {
      const faults = report.refusals.map((one) => ({ field: (one.field ?? 'page') as keyof ErrorForm, sentence: sentences[one.code] }))
      return desk.send(request, reply, view, errorFormPage(view, form, faults), 422)
    }
    // What fills in the field that nobody sees is a machine: it is thanked, and nothing is kept.
    if (textOf(request.body, 'website') === '') await sendErrorReport(desk.db, report.value)
    return desk.send(request, reply, view, errorThanksPage(view, report.value.number))
  })

  // made when it is first asked for, and again when the office, its ways to tell people or the law of the day change
  let kept: { readonly of: string; readonly file: Promise<Buffer> } | undefined
  app.get('/apply/form.docx', async (request, reply) => {
    const view = await desk.viewOf(request)
    const office = view.site.application.office || view.site.sponsor || view.site.name
    const sheet = applicationOnPaper({ office, on: view.today, ways: await waysToTell(desk.db) })
    const of = JSON.stringify(sheet)
    if (kept?.of !== of) kept = { of, file: import('../../platform/documents/write/form-sheet.ts').then(({ writeFormSheet }) => writeFormSheet(sheet)) }
    kept.file.catch(() => (kept = undefined))
    const text = await kept.file
    return sendText(request, reply, { mediaType: wordType, text, name: '政府信息公开申请表.docx' })
  })
}

const sentences = {
  'page-missing': '请写明出错的页面。',
  'kind-unknown': '请选择问题类型。',
  'description-too-short': '问题描述不少于 10 个字。',
  'too-long': '内容太长，请缩短。',
} as const

const formOf = (body: unknown): ErrorForm => ({
  page: textOf(body, 'page'),
  kind: textOf(body, 'kind'),
  description: textOf(body, 'description'),
  contact: textOf(body, 'contact'),
})
