// 期限计算器 as a page, on paper and as data: the question is an address. It counts by the shipped years and by those that the office made public.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { calendarOf } from '../../kernel/calendar.ts'
import type { Refusal } from '../../kernel/ruling.ts'
import { dueDay } from '../../kernel/term.ts'
import { readTermQuestion, type QuestionFault } from '../../kernel/term-question.ts'
import { shippedYears } from '../../law/holidays.ts'
import { articleTitle } from '../../law/laws.ts'
import { dayReason } from '../../law/ledger-words.ts'
import { questionSentence } from '../../law/question-words.ts'
import { terms, type TermName } from '../../law/terms.ts'
import { calendarYears } from '../../modules/publication/queries/pages/calendar-years.ts'
import { sendText } from '../answers.ts'
import type { Desk } from '../desk.ts'
import { deadlinePage, deadlinePrintPage, type DeadlineFault, type DeadlineForm, type DeadlineResult } from '../pages/deadline.ts'

const limit = { config: { rateLimit: { max: 120, timeWindow: 60_000 } } }
/** A ledger longer than this is a typing error, and would be a very long page. */
const longestLedger = 1100
const mostRepeats = 5

type Answered = { readonly result: DeadlineResult; readonly faults?: never } | { readonly result?: never; readonly faults: readonly DeadlineFault[] }

export function mountDeadline(app: FastifyInstance, desk: Desk): void {
  app.get('/deadline', limit, async (request, reply) => {
    const view = await desk.viewOf(request)
    const { form, query } = asked(request.url)
    if (query === '') return desk.send(request, reply, view, deadlinePage(view, { ...form, term: 'reply', from: view.today }, [], undefined, ''))
    const { result, faults = [] } = await answerTo(desk, form)
    return desk.send(request, reply, view, deadlinePage(view, form, faults, result, query), result ? 200 : 422)
  })

  app.get('/deadline/print', limit, async (request, reply) => {
    const view = await desk.viewOf(request)
    const { form, query } = asked(request.url)
    const { result, faults = [] } = await answerTo(desk, form)
    const page = result ? deadlinePrintPage(view, result, query) : deadlinePage(view, form, faults, undefined, query)
    return desk.send(request, reply, view, page, result ? 200 : 422)
  })

  app.get('/deadline.json', limit, (request, reply) => sendData(desk, request, reply))
}

async function sendData(desk: Desk, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { result, faults = [] } = await answerTo(desk, asked(request.url).form)
  const mediaType = 'application/json; charset=utf-8'
  if (!result) return sendText(request, reply, { mediaType, text: JSON.stringify({ errors: faults }), status: 422, cache: 'never' })
  const { due, provisional, article, days } = result.answer
  const text = JSON.stringify({
    due,
    provisional,
    article,
    term: result.term,
    title: terms[result.term].title,
    basis: articleTitle(article),
    days: days.map((one) => ({ day: one.day, counted: one.counted, why: dayReason(one) })),
  })
  return sendText(request, reply, { mediaType, text })
}

/** Pauses stand as `pause=FROM..TO`, or in the two fields of each row of the form. */
function asked(url: string): { form: DeadlineForm; query: string } {
  const search = new URL(url, 'http://portal.invalid').searchParams
  const words = (name: string): string[] => search.getAll(name).slice(0, mostRepeats).map((one) => one.toWellFormed().replaceAll('\u0000', '').trim().slice(0, 40)) // prettier-ignore
  const first = (name: string): string => words(name)[0] ?? ''
  const to = words('pauseTo')
  const typed = words('pauseFrom').map((from, index) => ({ from, to: to[index] ?? '' }))
  const written = words('pause').map((one) => ({ from: one.split('..')[0] ?? '', to: one.split('..').slice(1).join('..') }))
  const form = {
    term: first('term'),
    from: first('from'),
    extend: first('extend'),
    restart: first('restart'),
    pauses: [...typed, ...written].filter((one) => one.from !== '' || one.to !== ''),
  }
  const query = new URLSearchParams()
  for (const name of ['term', 'from', 'extend', 'restart'] as const) if (form[name] !== '') query.set(name, form[name])
  for (const pause of form.pauses) query.append('pause', `${pause.from}..${pause.to}`)
  return { form, query: query.toString() }
}

const faultOf = (refusal: Refusal<QuestionFault>): DeadlineFault => ({
  field: (refusal.field ?? 'term') as DeadlineFault['field'],
  sentence: questionSentence(refusal),
})

async function answerTo(desk: Desk, form: DeadlineForm): Promise<Answered> {
  if (!Object.hasOwn(terms, form.term)) return { faults: [{ field: 'term', sentence: '请从列表中选择期限。' }] }
  const term = form.term as TermName
  const { from, extend, restart } = form
  const events = readTermQuestion(terms[term], {
    from,
    extend,
    restarts: restart === '' ? [] : [restart],
    pauses: form.pauses.map((one) => `${one.from}..${one.to}`),
  })
  if (!events.ok) return { faults: events.refusals.map(faultOf) }
  const calendar = calendarOf([...shippedYears, ...(await calendarYears(desk.db))], 'public')
  const answer = dueDay(terms[term], events.value, calendar)
  if (answer.days.length > longestLedger) return { faults: [{ field: 'from', sentence: '从起算到到期超过三年，请核对日期。' }] }
  return { result: { term, events: events.value, answer } }
}
