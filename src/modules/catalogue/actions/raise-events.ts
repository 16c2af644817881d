// What happened on the site asks for disclosure: each event makes the duties of the entries that wait for it, once.
import { randomUUID } from 'node:crypto'
import type { Calendar } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { actsAfter, heardEventsTo, waitingFor, type HeardAct, type SiteEvent } from '../queries/heard-events.ts'
import { eventsOf, eventWords } from '../rules/events.ts'
import { triggeredDue } from '../rules/next-duty.ts'
import { saveHeardEvents } from '../store/beats.ts'
import { insertDuties, insertRaised } from '../store/duties.ts'

const heardAtOnce = 200

export interface Raising {
  readonly at: Date
  readonly calendar: Calendar
}

/** Returns how many duties are new; an event that was raised before makes none. */
export async function raiseEvents(tx: Tx, { at, calendar }: Raising, events: readonly SiteEvent[]): Promise<number> {
  const waiting = await waitingFor(tx, events)
  const raised = waiting.flatMap(({ event: place, metTitle, ...held }) => {
    const event = events[place]
    if (!event) return []
    const { kind, key, documentId, happenedOn, title, documentNumber } = event
    return [{ ...held, triggerId: randomUUID(), event: kind, sourceKey: key, documentId, happenedOn, what: eventWords(kind, title || (metTitle ?? ''), documentNumber) }]
  }) // prettier-ignore
  const fresh = await insertRaised(tx, raised, at)
  const duties = raised
    .filter(({ triggerId }) => fresh.has(triggerId))
    .map(({ responsibilityId, unitId, sectionId, triggerId, rhythm, happenedOn }) => {
      const { due, provisional } = triggeredDue(rhythm, happenedOn, calendar)
      return { cause: 'trigger', responsibilityId, unitId, sectionId, triggerId, periodFrom: happenedOn, periodTo: due, dueOn: due, provisional } as const
    })
  return insertDuties(tx, duties, calendar.version, at)
}

/** What went out and is gone already asks for nothing but by its withdrawal. */
const eventsOfAct = (act: HeardAct): SiteEvent[] =>
  act.act !== 'withdraw' && act.unitId === null ? [] : eventsOf(act).map((kind) => ({ ...act, kind, key: `register:${act.sequence}:${kind}` }))

/** Listens to a bounded part of the public register; returns true while there is more. */
export async function hearEvents(tx: Tx, raising: Raising): Promise<boolean> {
  const from = await heardEventsTo(tx)
  const acts = await actsAfter(tx, from, heardAtOnce)
  const last = acts.at(-1)
  if (!last) return false
  await raiseEvents(tx, raising, acts.flatMap(eventsOfAct))
  await saveHeardEvents(tx, last.sequence)
  return acts.length === heardAtOnce
}
