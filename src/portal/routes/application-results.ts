// What came of applications for everybody: the answers that were made public, and the figures of each year.
import type { FastifyInstance } from 'fastify'
import { csvOf } from '../../kernel/csv.ts'
import { lineOfKind } from '../../law/lines.ts'
import { applicationFigures } from '../../modules/publication/queries/pages/application-figures.ts'
import { listing } from '../../modules/publication/queries/pages/listing.ts'
import { oldestFromApplications } from '../../modules/publication/queries/pages/oldest-listed.ts'
import { unitList } from '../../modules/publication/queries/pages/units.ts'
import { queryOf } from '../address.ts'
import type { Desk } from '../desk.ts'
import { sendText } from '../answers.ts'
import { kept } from '../keeper/keeping.ts'
import { disclosedPage } from '../pages/apply-disclosed.ts'
import { figuresPage, figuresSheet } from '../pages/apply-figures.ts'
import { questionOf, yearsSince } from './lists.ts'

export function mountApplicationResults(app: FastifyInstance, desk: Desk): void {
  app.get('/apply/disclosed', kept, async (request, reply) => {
    const view = await desk.viewOf(request)
    const query = queryOf(request.url, ['year', 'unit', 'cursor'])
    const units = (await unitList(desk.db)).filter((one) => lineOfKind(one.kind) === 'government')
    const asked = questionOf(desk, query, units)
    const [list, oldest] = await Promise.all([
      asked ? listing(desk.db, { ...asked, fromApplication: true }) : { rows: [], next: null },
      oldestFromApplications(desk.db),
    ])
    return desk.send(request, reply, view, disclosedPage(view, { list, units, years: yearsSince(oldest, view), query }))
  })

  app.get('/apply/figures', kept, async (request, reply) => {
    const [view, rows] = await Promise.all([desk.viewOf(request), applicationFigures(desk.db)])
    return desk.send(request, reply, view, figuresPage(view, { rows, unit: queryOf(request.url, ['unit']).get('unit') ?? '' }))
  })

  app.get('/apply/figures.csv', kept, async (request, reply) => {
    const sheet = figuresSheet(await applicationFigures(desk.db))
    return sendText(request, reply, {
      mediaType: 'text/csv; charset=utf-8',
      text: csvOf(sheet.headings, sheet.rows),
      name: '依申请公开年度数据.csv',
      dependsOn: ['application-figures'],
    })
  })
}
