// Something happened after which, or before which, a unit must disclose: a person or another module enters it.
import type { Calendar } from '../../../kernel/calendar.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { mayActAt } from '../queries/acting.ts'
import { answeringUnits, presentEntry } from '../queries/entries.ts'
import { triggeredDue } from '../rules/next-duty.ts'
import { insertDuties, insertTrigger, type TriggerEvent } from '../store/duties.ts'

export type TriggerRefusal = 'not-found' | 'not-allowed' | 'entry-not-triggered' | 'entry-ended' | 'unit-not-answering' | 'trigger-empty' | 'trigger-not-yet'

export async function raiseTrigger(tx: Tx, by: By, calendar: Calendar, event: TriggerEvent): Promise<Ruling<{ id: string }, TriggerRefusal>> {
  const entry = await presentEntry(tx, event.entryId)
  if (!entry || !(await mayActAt(tx, by.actor, 'catalogue.read', { unitId: event.unitId })).ok) return refused('not-found')
  const held = (await answeringUnits(tx, entry.entryId)).find((one) => one.unitId === event.unitId)
  if (!(await mayActAt(tx, by.actor, 'duty.handle', { unitId: event.unitId, sectionId: held?.sectionId ?? null })).ok) return refused('not-allowed')
  if (entry.endsOn !== null) return refused('entry-ended')
  if (entry.rhythm.kind !== 'ad-hoc') return refused('entry-not-triggered')
  if (!held) return refused({ code: 'unit-not-answering', field: 'unitId' })
  if (event.what.trim() === '') return refused({ code: 'trigger-empty', field: 'what' })
  // what is to be known beforehand lies ahead
  if (!entry.rhythm.before && event.happenedOn > by.today) return refused({ code: 'trigger-not-yet', field: 'happenedOn' })
  const { due, provisional } = triggeredDue(entry.rhythm, event.happenedOn, calendar)
  const triggerId = await insertTrigger(tx, by, event)
  const period = { periodFrom: event.happenedOn < due ? event.happenedOn : due, periodTo: event.happenedOn < due ? due : event.happenedOn }
  const duty = {
    cause: 'trigger',
    responsibilityId: held.responsibilityId,
    unitId: event.unitId,
    sectionId: held.sectionId,
    triggerId,
    ...period,
    dueOn: due,
    provisional,
  } as const
  await insertDuties(tx, [duty], calendar.version, by.at)
  return granted({ id: triggerId })
}
