// Answers what the office keeps for itself about an application, and takes it.
import type { Actor } from '../../../kernel/actor.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { may, type By } from '../../access/index.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { unitById } from '../../organization/index.ts'
import { keepNote } from '../actions/keep-note.ts'
import { setInternalDays } from '../actions/set-internal-days.ts'
import { watch } from '../actions/watch.ts'
import { internalStageNames, internalStageRows } from '../law/internal-stages.ts'
import { applicationWithin, stepsOf } from '../queries/application.ts'
import { internalDaysOf, notesOn, watchersOf } from '../queries/internal.ts'
import { factsOf } from '../rules/fold.ts'
import { internalDate, internalStageOf } from '../rules/internal-dates.ts'
import { getInternal, getInternalDays, postNote, putInternalDays, putWatch } from './internal-contract.ts'

const byOf = (call: { readonly actor: Actor; readonly clock: Clock }): By => ({ actor: call.actor, at: call.clock.now(), today: call.clock.today() })

export const internalRequestRoutes: readonly OfficeRoute[] = [
  answer(getInternal, async ({ tx, params, reach, actor, clock }) => {
    const application = await applicationWithin(tx, reach, params.id)
    if (!application) return refused('not-found')
    const watchers = await watchersOf(tx, params.id)
    const days = await internalDaysOf(tx, application.unitId)
    const { concludedOn } = factsOf(await stepsOf(tx, params.id))
    const { dueOn, state } = application
    const calendar = await currentCalendar(tx)
    const dates =
      days && dueOn && concludedOn === null
        ? internalStageNames.map((stage) => {
            const on = internalDate(dueOn, days[stage], calendar)
            const now = internalStageOf(state) === stage
            return { stage, title: internalStageRows[stage].title, on, now, over: now && on < clock.today() }
          })
        : []
    return granted({
      notes: (await notesOn(tx, params.id)).map((note) => ({ ...note, at: note.at.toISOString() })),
      mayNote: may(actor, 'request.note', application).ok,
      watching: watchers.some(({ accountId }) => accountId === actor.accountId),
      watchers: watchers.map(({ name }) => name),
      dates,
    })
  }),

  answer(postNote, async (call) => {
    call.audit({ objectKind: 'request', objectId: call.params.id, detail: { note: call.body.noteId } })
    return keepNote(call.tx, byOf(call), { id: call.params.id, ...call.body })
  }),

  answer(putWatch, async (call) => {
    call.audit({ objectKind: 'request', objectId: call.params.id, detail: { watching: call.body.watching } })
    return watch(call.tx, byOf(call), { id: call.params.id, ...call.body })
  }),

  answer(getInternalDays, async ({ tx, params, actor }) => {
    const unit = may(actor, 'request.internal-days', { unitId: params.unitId, sectionId: null }).ok ? await unitById(tx, params.unitId) : undefined
    if (!unit) return refused('not-found')
    const set = await internalDaysOf(tx, unit.id)
    return granted({
      unitId: unit.id,
      unitName: unit.name,
      days: set ? { draft: set.draft, review: set.review, send: set.send } : null,
      setByName: set?.setByName ?? null,
    })
  }),

  answer(putInternalDays, async (call) => {
    call.audit({ objectKind: 'internal-days', objectId: call.params.unitId, unitId: call.params.unitId })
    const ruling = await setInternalDays(call.tx, byOf(call), call.params.unitId, call.body.days)
    return ruling.ok ? granted({ days: ruling.value.days && { ...ruling.value.days } }) : ruling
  }),
]
