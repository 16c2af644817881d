// Keeps what an asked unit answered; when nothing is open, the edition goes on to signature by itself.
import type { Grant } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import type { State } from '../law/states.ts'
import { stepRows } from '../law/steps.ts'
import { confirmationsOf } from '../queries/confirmations.ts'
import type { Edition } from '../queries/edition.ts'
import { peopleAt } from '../queries/facts.ts'
import type { StepInput } from '../rules/facts.ts'
import { settled } from '../rules/review/needs.ts'
import { answerFor } from '../store/confirmations.ts'
import { moveEdition } from '../store/editions.ts'
import { recordStep } from '../store/steps.ts'
import { tell } from './tell.ts'

/** Returns the state in which the answer leaves the edition. */
export async function answerConfirmation(tx: Tx, by: By, edition: Edition, grant: Grant, { answer = 'agreed', opinion }: StepInput): Promise<State> {
  const { editionId } = edition
  await answerFor(tx, editionId, { round: edition.round, unitId: grant.unitId, answer, opinion: opinion.trim(), answeredBy: by.actor.accountId, at: by.at })
  if (answer === 'objected') {
    const lead = await peopleAt(tx, 'edition.secrecy-review', edition, by.today)
    await tell(tx, by, edition, 'confirmation', '会签单位有不同意见', [edition.authorId, ...lead.map((one) => one.accountId)])
  }
  return goOnWhenSettled(tx, by, edition, grant)
}

/** When every asked unit has agreed, or its objection or silence was ruled on, the edition goes on to signature by itself. */
export async function goOnWhenSettled(tx: Tx, by: By, edition: Edition, grant: Grant): Promise<State> {
  const { editionId } = edition
  const asked = await confirmationsOf(tx, editionId)
  if (!asked.every(settled)) return edition.state

  const { to } = stepRows['end-confirmation']
  const signing = to === 'same' ? edition.state : to
  await moveEdition(tx, editionId, { to: signing, at: by.at })
  const { documentId, unitId, state } = edition
  const hand = { by: by.actor, role: grant.role, onBehalfOf: grant.onBehalfOf, at: by.at }
  await recordStep(tx, { editionId, documentId, unitId, step: 'end-confirmation', from: state, to: signing, ...hand })
  return signing
}
