// Publishes what was scheduled and is due, as the person who scheduled it; what cannot go out is taken off the schedule and told.
import type { Clock } from '../../../kernel/clock.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { actorOf, type By } from '../../access/index.ts'
import { lockDue, schedulerOf } from '../queries/due.ts'
import { editionById } from '../queries/edition.ts'
import { setSchedule } from '../store/editions.ts'
import { recordStep } from '../store/steps.ts'
import { apart } from '../store/savepoint.ts'
import { takeStep } from './take-step.ts'
import { tellFailure } from './tell.ts'

export type DueOutcome = 'published' | 'failed' | 'nothing-due'

/** One edition in one transaction; `nothing-due` where none is left that nobody else is publishing. */
export async function publishNextDue(tx: Tx, clock: Clock): Promise<DueOutcome> {
  const at = clock.now()
  const editionId = await lockDue(tx, at)
  const edition = editionId === undefined ? undefined : await editionById(tx, editionId)
  if (!edition) return 'nothing-due'
  const scheduler = await schedulerOf(tx, edition.editionId)
  const actor = scheduler && (await actorOf(tx, { accountId: scheduler.accountId }, clock.today()))
  const by: By = {
    actor: actor ?? { accountId: scheduler?.accountId ?? edition.authorId, name: scheduler?.name ?? edition.authorName, grants: [] },
    at,
    today: clock.today(),
  }

  const ruling = await apart(tx, () => takeStep(tx, by, { editionId: edition.editionId, step: 'publish', input: { opinion: '' } }))
  if (ruling.ok) return 'published'

  await setSchedule(tx, edition.editionId, null)
  const { documentId, unitId, state } = edition
  const detail = { failure: ruling.refusals.map((refusal) => refusal.code).join(', ') }
  const hand = { by: by.actor, role: scheduler?.role ?? '', onBehalfOf: null, at }
  await recordStep(tx, { editionId: edition.editionId, documentId, unitId, step: 'unschedule', from: state, to: state, ...hand, detail })
  await tellFailure(tx, edition, [by.actor.accountId, edition.authorId], at)
  return 'failed'
}
