// The archive by month and day: each page at an address of its own, without a query.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isDay } from '../../kernel/day.ts'
import { archiveDays, archiveRows } from '../../modules/publication/queries/pages/archive.ts'
import { sitemapMonths } from '../../modules/publication/queries/pages/site-map.ts'
import type { Desk } from '../desk.ts'
import { kept } from '../keeper/keeping.ts'
import { archiveDayPage, archiveMonthPage, archivePage } from '../pages/archive.ts'
import { problemPage } from '../pages/problem.ts'
import { spanOf, spanOfDay } from '../time.ts'
import type { Page, View } from '../view.ts'

/** Some days of old stock hold thousands. */
const pageSize = 200

interface Asked {
  Params: { when: string; page?: string }
}

export function mountArchive(app: FastifyInstance, desk: Desk): void {
  app.get('/archive', kept, async (request, reply) => {
    const [view, months] = await Promise.all([desk.viewOf(request), sitemapMonths(desk.db, desk.timeZone)])
    return desk.send(request, reply, view, archivePage(view, months.map(({ month }) => month))) // prettier-ignore
  })
  app.get<Asked>('/archive/:when', kept, (request, reply) => sendPart(desk, request, reply))
  app.get<Asked>('/archive/:when/:page', kept, (request, reply) => sendPart(desk, request, reply))
}

async function sendPart(desk: Desk, request: FastifyRequest<Asked>, reply: FastifyReply): Promise<FastifyReply> {
  const view = await desk.viewOf(request)
  const page = await partOf(desk, view, request.params)
  return page ? desk.send(request, reply, view, page) : desk.send(request, reply, view, problemPage(view, 404), 404)
}

/** Undefined where nothing was listed then, and where the address is none that we make. */
async function partOf(desk: Desk, view: View, { when, page: asked }: Asked['Params']): Promise<Page | undefined> {
  if (/^\d{4}-\d{2}$/.test(when) && asked === undefined) {
    const span = spanOf(when, desk.timeZone)
    const days = span ? await archiveDays(desk.db, span, desk.timeZone) : []
    return !span || days.length === 0 ? undefined : archiveMonthPage(view, { month: when, span, days })
  }
  const page = asked === undefined ? 1 : /^[2-9]$|^[1-9]\d{1,3}$/.test(asked) ? Number(asked) : 0
  if (!isDay(when) || page === 0) return undefined
  const span = spanOfDay(when, desk.timeZone)
  const [counted] = await archiveDays(desk.db, span, desk.timeZone)
  const documents = counted?.documents ?? 0
  const pages = Math.ceil(documents / pageSize)
  if (page > pages) return undefined
  return archiveDayPage(view, { day: when, span, page, pages, documents, rows: await archiveRows(desk.db, span, { page, size: pageSize }) })
}
