// The list of yearly reports, and the figures of each: as a page, as JSON, and what a figure of a region is made of.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { figuresOfReport, partsOfFigure, reportChoices, reportList, type FiguresOfReport } from '../../modules/publication/queries/pages/yearly-reports.ts'
import { formOfGeneration } from '../../modules/reports/law/forms/forms.ts'
import { isUuid, queryOf } from '../address.ts'
import { sendText } from '../answers.ts'
import type { Desk } from '../desk.ts'
import { kept } from '../keeper/keeping.ts'
import { problemPage } from '../pages/problem.ts'
import { reportCellPage, reportFiguresPage, titleOfCell } from '../pages/report-figures.ts'
import { reportsPage } from '../pages/reports.ts'
import { documentPath, plainHref } from '../place.ts'
import { firstOfKind } from '../view.ts'
import { goneOrNotFound } from './documents.ts'

interface WithId {
  Params: { id: string }
}

const pageSize = 50

export function mountYearlyReports(app: FastifyInstance, desk: Desk): void {
  const figuresOf = (id: string): Promise<FiguresOfReport | undefined> => (isUuid(id) ? figuresOfReport(desk.db, id) : Promise.resolve(undefined))

  app.get('/reports', kept, async (request, reply) => {
    const query = queryOf(request.url, ['year', 'unit', 'cursor'])
    const [view, { years, units }] = await Promise.all([desk.viewOf(request), reportChoices(desk.db)])
    const year = /^\d{4}$/.test(query.get('year') ?? '') ? Number(query.get('year')) : undefined
    const unit = query.has('unit') ? units.find(({ slug }) => slug === query.get('unit')) : undefined
    const page =
      query.has('unit') && !unit
        ? { rows: [], next: null }
        : await reportList(desk.db, { year, unitId: unit?.id, cursor: query.get('cursor') ?? undefined, size: pageSize })
    return desk.send(request, reply, view, reportsPage(view, firstOfKind(view.columns, 'annual-report'), { ...page, years, units, query }))
  })

  app.get<WithId>('/reports/:id/figures', kept, async (request, reply) => {
    const { id } = request.params
    const [view, report] = await Promise.all([desk.viewOf(request), figuresOf(id)])
    if (!report) return goneOrNotFound(desk, request, reply, view, id)
    const key = queryOf(request.url, ['cell']).get('cell')
    if (key === null) return desk.send(request, reply, view, reportFiguresPage(view, report))
    const title = titleOfCell(formOfGeneration(report.generation), key)
    if (title === undefined || report.scope !== 'region') return desk.send(request, reply, view, problemPage(view, 404), 404)
    return desk.send(request, reply, view, reportCellPage(view, report, { key, title, parts: await partsOfFigure(desk.db, report, key) }))
  })

  app.get<WithId>('/reports/:id.json', kept, (request, reply) => sendFigures(desk, request, reply, figuresOf(request.params.id)))
}

async function sendFigures(desk: Desk, request: FastifyRequest, reply: FastifyReply, asked: Promise<FiguresOfReport | undefined>): Promise<FastifyReply> {
  const [view, report] = await Promise.all([desk.viewOf(request), asked])
  const mediaType = 'application/json; charset=utf-8'
  if (!report) return sendText(request, reply, { mediaType, text: '{"error":"not-found"}', status: 404 })
  const { documentId, title, indexNumber, unitName, year, scope, generation, cells, listedAt } = report
  const text = JSON.stringify({
    format: 'gongkai-yearly-report',
    version: 1,
    url: `${view.origin}${plainHref(view.place, documentPath(documentId))}`,
    title,
    index_number: indexNumber,
    unit: unitName,
    year,
    scope,
    generation,
    form: formOfGeneration(generation).title,
    date_published: listedAt.toISOString(),
    cells,
  })
  return sendText(request, reply, { mediaType, text, dependsOn: [`document/${documentId}`] })
}
