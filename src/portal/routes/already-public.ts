// While a person types what to ask for: what is public of it already, as a piece of the form's page.
import type { FastifyInstance } from 'fastify'
import { alreadyPublic } from '../../modules/publication/queries/already-public.ts'
import type { UnitRow } from '../../modules/publication/queries/pages/units.ts'
import { queryOf } from '../address.ts'
import { sendText } from '../answers.ts'
import type { Desk } from '../desk.ts'
import { foundLists, isNothing, type Found } from '../pages/already-public.ts'
import { nameOf, perMinute, unitsOf } from './online-forms.ts'

/** What is public of `question`; a unit that takes no applications is not proposed. */
export async function findPublic(desk: Desk, question: string, units: readonly UnitRow[]): Promise<Found> {
  const found = await alreadyPublic(desk.db, question)
  const known = units.some(({ id }) => id === found.unitId)
  return { ...found, unitId: known ? found.unitId : undefined, unitName: known ? nameOf(units, found.unitId ?? '') : undefined }
}

export function mountAlreadyPublic(app: FastifyInstance, desk: Desk): void {
  app.get('/apply/online/found', perMinute(60), async (request, reply) => {
    const [view, units] = await Promise.all([desk.viewOf(request), unitsOf(desk)])
    const question = queryOf(request.url, ['q'], 100).get('q') ?? ''
    const found = question.trim() === '' ? undefined : await findPublic(desk, question, units)
    const text = found && !isNothing(found) ? foundLists(view, found) : ''
    return sendText(request, reply, { mediaType: 'text/html; charset=utf-8', text, status: 200, cache: 'never' })
  })
}
