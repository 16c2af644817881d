// 实施效果调查 of a document: the form while it is open. No session, no cookie, no mark of the sender.
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendSurveyAnswer } from '../../modules/followup/http/portal.ts'
import { questions, surveyLimits } from '../../modules/followup/law/questions.ts'
import { isOpen, newSurveyAnswer } from '../../modules/followup/rules/survey.ts'
import { connectionsOf, type PublicSurvey } from '../../modules/publication/queries/pages/connections.ts'
import type { PageDocument } from '../../modules/publication/queries/pages/document-page.ts'
import { isUuid } from '../address.ts'
import type { Desk } from '../desk.ts'
import { fromOurOwnPage, textOf } from '../form-input.ts'
import { problemPage } from '../pages/problem.ts'
import { surveyFormPage, surveyThanksPage, type SurveyForm } from '../pages/survey.ts'
import { documentPath, href } from '../place.ts'
import type { View } from '../view.ts'
import { goneOrNotFound } from './documents.ts'

interface WithId {
  Params: { id: string }
}

const blank = (): SurveyForm => ({ id: randomUUID(), choices: {}, words: '' })

export function mountSurveys(app: FastifyInstance, desk: Desk): void {
  app.get<WithId>('/documents/:id/survey', async (request, reply) => {
    const found = await openSurvey(desk, request)
    if (!found.open) return notOpen(desk, request, reply, found)
    return desk.send(request, reply, found.view, surveyFormPage(found.view, found.document, found.survey, blank(), []))
  })

  app.post<WithId>('/documents/:id/survey', { config: { rateLimit: { max: 5, timeWindow: 60_000 } } }, async (request, reply) => {
    const found = await openSurvey(desk, request)
    const { view } = found
    if (!fromOurOwnPage(request)) return desk.send(request, reply, view, problemPage(view, 400), 400)
    if (!found.open) return notOpen(desk, request, reply, found)
    const form = formOf(request.body)
    const answer = newSurveyAnswer({ documentId: found.document.id, ...form }, desk.parts.clock.now(), form.id)
    if (!answer.ok) {
      const faults = answer.refusals.map(({ code, field }) => ({ field: field ?? 'words', sentence: `${titleOf(field)}${sentences[code]}` }))
      return desk.send(request, reply, view, surveyFormPage(view, found.document, found.survey, form, faults), 422)
    }
    // What fills in the field that nobody sees is a machine: it is thanked, and nothing is kept.
    if (textOf(request.body, 'website') === '') await sendSurveyAnswer(desk.db, answer.value)
    return desk.send(request, reply, view, surveyThanksPage(view, found.document.id, found.survey.closesOn))
  })
}

type Found = { readonly view: View; readonly document: PageDocument | undefined } & (
  | { readonly open: true; readonly document: PageDocument; readonly survey: PublicSurvey }
  | { readonly open: false }
)

async function openSurvey(desk: Desk, request: FastifyRequest<WithId>): Promise<Found> {
  const { id } = request.params
  const view = await desk.viewOf(request)
  const document = await desk.document(id)
  const { survey } = document ? await connectionsOf(desk.db, id) : { survey: null }
  return document && survey && isOpen(survey, view.today) ? { open: true, view, document, survey } : { open: false, view, document }
}

/** Before it opens and after it is over the document itself tells how it stands. */
function notOpen(desk: Desk, request: FastifyRequest<WithId>, reply: FastifyReply, { view, document }: Found): FastifyReply | Promise<FastifyReply> {
  if (!document) return goneOrNotFound(desk, request, reply, view, request.params.id)
  return reply.redirect(href(view.place, documentPath(document.id)), 303)
}

const titleOf = (field: string | undefined): string => (field !== undefined && field in questions ? questions[field as keyof typeof questions].title : '')
const sentences = { 'question-unanswered': '请选择一项。', 'words-too-long': `内容不超过 ${surveyLimits.words} 字。` } as const

const formOf = (body: unknown): SurveyForm => {
  const id = textOf(body, 'id')
  return {
    id: isUuid(id) ? id : randomUUID(),
    choices: Object.fromEntries(Object.keys(questions).map((name) => [name, textOf(body, name)])),
    words: textOf(body, 'words'),
  }
}
