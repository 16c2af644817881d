// Tells people of what is due: the handler before and on the day, the leaders too when it is late; and the same day of what nobody has confirmed.
import { addDays, type Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reminders } from '../law/reminders.ts'
import { dueToRemind, unconfirmed } from '../queries/open-terms.ts'
import { markReminded } from '../store/applications.ts'
import { tell } from './tell.ts'

const atOnce = 500

/** The latest stage first: what is late already is told once, as late. Returns how many were told of. */
export async function remindOfDue(tx: Tx, today: Day, at: Date): Promise<number> {
  let told = 0
  for (const { stage, before, words, also } of reminders.toReversed()) {
    const due = await dueToRemind(tx, addDays(today, before), stage, atOnce)
    for (const one of due) {
      await tell(tx, one, { action: 'request.handle', words, at, today })
      if (also) await tell(tx, one, { action: also, words, at, today })
    }
    await markReminded(
      tx,
      due.map(({ id }) => id),
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
