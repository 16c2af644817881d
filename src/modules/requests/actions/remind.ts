// Tells people of what is due: the handler before and on the day, the leaders too when it is late; and the same day of what nobody has confirmed.
import { addDays, type Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { internalStageRows } from '../law/internal-stages.ts'
import { reminders } from '../law/reminders.ts'
import { remedyReminders } from '../law/remedy-cases.ts'
import { isAction, states } from '../law/states.ts'
import { dueInternally } from '../queries/internal.ts'
import { dueToRemind, remediesToRemind, unconfirmed } from '../queries/open-terms.ts'
import { firstDueNotOver, internalStageOf } from '../rules/internal-dates.ts'
import { markReminded } from '../store/applications.ts'
import { markInternallyReminded } from '../store/internal.ts'
import { markRemediesReminded } from '../store/remedies.ts'
import { tell } from './tell.ts'

const atOnce = 500

/** The latest stage first: what is late already is told once, as late. Returns how many were told of. */
export async function remindOfDue(tx: Tx, today: Day, at: Date): Promise<number> {
  let told = 0
  for (const { stage, before, words, also } of reminders.toReversed()) {
    const due = await dueToRemind(tx, addDays(today, before), stage, atOnce)
    for (const one of due) {
      await tell(tx, one, { action: 'request.handle', words, at, today, ...(also ? { also } : {}) })
    }
    await markReminded(
      tx,
      due.map(({ id }) => id),
      stage,
    )
    told += due.length
  }
  return told + (await remindOfInternalDays(tx, today, at))
}

/** Once for each of the office's own days, when it comes, whoever's turn it is then. */
async function remindOfInternalDays(tx: Tx, today: Day, at: Date): Promise<number> {
  const due = await dueInternally(tx, firstDueNotOver(addDays(today, 1), await currentCalendar(tx)), atOnce)
  for (const one of due) {
    const stage = internalStageOf(one.state)
    const { turn } = states[one.state]
    if (!stage || !isAction(turn)) continue
    const { words, order } = internalStageRows[stage]
    await tell(tx, one, { action: turn, words, at, today })
    await markInternallyReminded(tx, one.id, order)
  }
  return due.length
}

/** The same for what the office must answer to a reconsideration body or a court. */
export async function remindOfRemedies(tx: Tx, today: Day, at: Date): Promise<number> {
  let told = 0
  for (const { stage, before, words, also } of remedyReminders.toReversed()) {
    const due = await remediesToRemind(tx, addDays(today, before), stage, atOnce)
    for (const one of due) await tell(tx, one, { action: 'request.handle', words, at, today, ...(also ? { also } : {}) })
    await markRemediesReminded(
      tx,
      due.map(({ remedyId }) => remedyId),
      stage,
    )
    told += due.length
  }
  return told
}

/** Confirmation is what starts the clock: it is owed on the day of arrival, and asked for every day until it is done. */
export async function alarmUnconfirmed(tx: Tx, today: Day, at: Date): Promise<number> {
  const waiting = await unconfirmed(tx, today, atOnce)
  for (const one of waiting) await tell(tx, one, { action: 'request.handle', words: '尚未与申请人确认，期限不能起算', at, today })
  return waiting.length
}
