// Takes one step of a remedy: folds its steps, asks the rules, records it with what follows for its days.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { remedyStates, type RemedyState, type RemedyStepName } from '../law/remedy-cases.ts'
import { lockApplication } from '../queries/application.ts'
import { handAt } from '../queries/hand.ts'
import { remediesOf, remedySteps } from '../queries/remedies.ts'
import { afterRemedyStep, cachedRemedy, remedyFactsOf, type RemedyInput } from '../rules/remedy-case.ts'
import { remedyInputFor, takeRemedyStep as judge, type AllowedRemedyStep, type OtherRemedy } from '../rules/remedy-steps.ts'
import { recordCourseStep } from '../store/course-steps.ts'
import { saveRemedy } from '../store/remedies.ts'

export interface RemedyStepRequest {
  readonly id: string
  readonly remedyId: string
  readonly step: RemedyStepName
  /** How many steps the asker has seen: a turn is not taken twice, nor upon something else than was read. */
  readonly seen: number
  readonly input: RemedyInput
}

export async function takeRemedyStep(tx: Tx, by: By, asked: RemedyStepRequest): Promise<Ruling<{ remedyId: string; state: RemedyState }>> {
  const { id, remedyId, step, seen } = asked
  // Held by its application, so that nothing is entered beside it meanwhile.
  const application = await lockApplication(tx, reachOf(by.actor, 'request.read'), id)
  const remedy = application && (await remediesOf(tx, id)).find((one) => one.id === remedyId)
  if (!application || !remedy) return refused('not-found')
  if (remedy.steps !== seen) return refused({ code: 'stale-remedy', facts: { state: remedyStates[remedy.state].title } })

  const now = { today: by.today, calendar: await currentCalendar(tx) }
  const facts = remedyFactsOf((await remedySteps(tx, [remedyId])).get(remedyId) ?? [])
  const input = remedyInputFor(step, asked.input)
  const of = { kind: remedy.kind, facts, arrivedOn: application.arrivedOn, others: (await othersOf(tx, id)).filter((one) => one.id !== remedyId) }
  const ruling = judge(step, of, handAt(by.actor, application), now, input)
  if (!ruling.ok) return ruling

  const reached = afterRemedyStep(facts, { step, on: by.today, input })
  await recordTaken(tx, by, { remedyId, ordinal: seen + 1, step, input, allowed: ruling.value })
  await saveRemedy(tx, remedyId, { steps: seen + 1, at: by.at, cached: cachedRemedy(remedy.kind, reached, now.calendar) })
  return granted({ remedyId, state: reached.state })
}

/** What else follows upon the application. */
export const othersOf = async (tx: Tx, applicationId: string): Promise<OtherRemedy[]> =>
  (await remediesOf(tx, applicationId)).map(({ id, kind, raisedBy, concludedOn, awaitedUntil }) => ({
    id,
    kind,
    raisedBy,
    concluded: concludedOn !== null,
    awaitedUntil,
  }))

interface Taken {
  readonly remedyId: string
  readonly ordinal: number
  readonly step: RemedyStepName
  readonly input: RemedyInput
  readonly allowed: AllowedRemedyStep
}

export async function recordTaken(tx: Tx, by: By, { remedyId, ordinal, step, input, allowed }: Taken): Promise<void> {
  const { grant, from, to, article } = allowed
  const who = { byAccountId: by.actor.accountId, byName: by.actor.name, role: grant.role, onBehalfOf: grant.onBehalfOf }
  await recordCourseStep(tx, 'remedy', { caseId: remedyId, ordinal, step, from, to, article, on: by.today, input, at: by.at, ...who })
}
