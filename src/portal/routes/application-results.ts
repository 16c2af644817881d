// What came of applications for everybody: the answers that were made public.
import type { FastifyInstance } from 'fastify'
import { lineOfKind } from '../../law/lines.ts'
import { listing } from '../../modules/publication/queries/pages/listing.ts'
import { oldestFromApplications } from '../../modules/publication/queries/pages/oldest-listed.ts'
import { unitList } from '../../modules/publication/queries/pages/units.ts'
import { queryOf } from '../address.ts'
import type { Desk } from '../desk.ts'
import { disclosedPage } from '../pages/apply-disclosed.ts'
import { questionOf, yearsSince } from './lists.ts'

export function mountApplicationResults(app: FastifyInstance, desk: Desk): void {
  app.get('/apply/disclosed', async (request, reply) => {
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
}
