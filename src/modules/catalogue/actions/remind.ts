// Tells people of what is owed: those who handle it before and on the day, its leaders too when it is late. One notice a unit and section, however many duties.
import { addDays, type Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { accountsWhoMay } from '../../access/index.ts'
import { notify } from '../../notices/index.ts'
import { reminders } from '../law/duties.ts'
import { actingPlaces } from '../queries/acting.ts'
import { dutiesToRemind } from '../queries/duties.ts'
import { markReminded } from '../store/duties.ts'

const groupsAtOnce = 200

/** Returns how many groups were told; fewer than it takes at once means that nobody is left. */
export async function remind(tx: Tx, today: Day, at: Date): Promise<number> {
  let told = 0
  // the latest stage first: what is late already is told once, as late
  for (const { stage, fromDue, title } of reminders.toReversed()) {
    for (const group of await dutiesToRemind(tx, stage, addDays(today, -fromDue), groupsAtOnce)) {
      const place = await actingPlaces(tx, { unitId: group.unitId, sectionId: group.sectionId })
      const people = await accountsWhoMay(tx, 'duty.handle', place, today)
      const leaders = stage === 3 ? await accountsWhoMay(tx, 'duty.close', place, today) : []
      const count = group.dutyIds.length
      const own = { accountIds: [...people, ...leaders].map((one) => one.accountId), kind: 'duty', at } as const
      await notify(tx, {
        ...own,
        title: `公开任务${title}：${group.first}${count > 1 ? `等 ${count} 项` : ''}`,
        link: stage === 1 ? '/duties?view=soon' : '/duties?view=late',
      })
      await markReminded(tx, group.dutyIds, stage)
      told += 1
    }
  }
  return told
}
