// Enters a complaint, a reconsideration or a lawsuit that follows upon an application, and tells whoever handles it.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { remedyEntries, remedyKinds, type RemedyKind } from '../law/remedy-cases.ts'
import { lockApplication } from '../queries/application.ts'
import { handAt } from '../queries/hand.ts'
import { remedyExists } from '../queries/remedies.ts'
import { afterRemedyStep, cachedRemedy, noRemedyYet, type RemedyInput } from '../rules/remedy-case.ts'
import { remedyInputFor, takeRemedyStep } from '../rules/remedy-steps.ts'
import { insertRemedy } from '../store/remedies.ts'
import { othersOf, recordTaken } from './take-remedy-step.ts'
import { tell } from './tell.ts'

export interface NewRemedyRequest {
  readonly id: string
  /** Made by the caller, so that the same remedy sent twice is entered once. */
  readonly remedyId: string
  readonly kind: RemedyKind
  readonly input: RemedyInput
}

export async function enterRemedy(tx: Tx, by: By, { id, remedyId, kind, input: typed }: NewRemedyRequest): Promise<Ruling<{ remedyId: string }>> {
  const application = await lockApplication(tx, reachOf(by.actor, 'request.read'), id)
  if (!application) return refused('not-found')
  const entered = await remedyExists(tx, remedyId)
  if (entered) return entered.applicationId === id ? granted({ remedyId }) : refused('not-found')

  const now = { today: by.today, calendar: await currentCalendar(tx) }
  const step = remedyEntries[kind]
  const input = remedyInputFor(step, typed)
  const of = { kind, facts: noRemedyYet, arrivedOn: application.arrivedOn, others: await othersOf(tx, id) }
  const ruling = takeRemedyStep(step, of, handAt(by.actor, application), now, input)
  if (!ruling.ok) return ruling

  const facts = afterRemedyStep(noRemedyYet, { step, on: by.today, input })
  await insertRemedy(tx, { id: remedyId, applicationId: id, kind, raisedBy: facts.raisedBy, at: by.at, cached: cachedRemedy(kind, facts, now.calendar) })
  await recordTaken(tx, by, { remedyId, ordinal: 1, step, input, allowed: ruling.value })
  await tell(tx, application, { action: 'request.handle', words: `${remedyKinds[kind].title}待答复`, ...by, except: [by.actor.accountId] })
  return granted({ remedyId })
}
