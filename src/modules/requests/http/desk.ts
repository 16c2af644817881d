// Answers one's own desk: the views that a person keeps, and the month of days due within reach.
import { granted } from '../../../kernel/ruling.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { dropView, keepView, renameView } from '../actions/keep-view.ts'
import { casesDue } from '../queries/due-days.ts'
import { savedViewsOf } from '../queries/saved-views.ts'
import { dueDaysOf, firstDueBeyond, restDaysIn, spanOfMonth } from '../rules/due-days.ts'
import { requestFilters } from './contract.ts'
import { deleteRequestView, getRequestCalendar, listRequestViews, postRequestView, putRequestView } from './desk-contract.ts'

/** A month of one county holds some hundreds. */
const mostCases = 1000

/** What the list no longer knows is left out of a view that was kept before. */
function filtersOf(kept: unknown) {
  const read = requestFilters.safeParse(kept)
  return read.success ? read.data : requestFilters.parse({ tab: 'all' })
}

export const requestDeskRoutes: readonly OfficeRoute[] = [
  answer(listRequestViews, async ({ tx, actor }) =>
    granted({ rows: (await savedViewsOf(tx, actor.accountId)).map((view) => ({ ...view, filters: filtersOf(view.filters) })) }),
  ),

  answer(postRequestView, async ({ tx, actor, clock, body, audit }) => {
    audit({ objectKind: 'request-view', objectId: body.id })
    return keepView(tx, { actor, at: clock.now(), today: clock.today() }, body)
  }),

  answer(putRequestView, async ({ tx, actor, clock, params, body, audit }) => {
    audit({ objectKind: 'request-view', objectId: params.viewId })
    return renameView(tx, { actor, at: clock.now(), today: clock.today() }, { id: params.viewId, name: body.name })
  }),

  answer(deleteRequestView, async ({ tx, actor, clock, params, audit }) => {
    audit({ objectKind: 'request-view', objectId: params.viewId })
    return dropView(tx, { actor, at: clock.now(), today: clock.today() }, params.viewId)
  }),

  answer(getRequestCalendar, async ({ tx, query, reach, clock }) => {
    const today = clock.today()
    const month = query.month ?? today.slice(0, 7)
    const span = spanOfMonth(month)
    const calendar = await currentCalendar(tx)
    const found = await casesDue(tx, { reach, unitId: query.unitId, ...span, beyond: firstDueBeyond(span, calendar) }, mostCases + 1)
    const dues = found.slice(0, mostCases).flatMap((one) => {
      const { id, number, subject, unitName, handlerName } = one
      return dueDaysOf(one, span, today, calendar).map((due) => ({ ...due, id, number, subject, unitName, handlerName }))
    })
    return granted({ month, today, rests: restDaysIn(span, calendar), dues, more: found.length > mostCases })
  }),
]
