// Tells those who may enter it that a year's notice is missing: once a week until it is there.
import type { Day } from '../../../kernel/day.ts'
import { partyKind } from '../../../law/lines.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { accountsWhoMay } from '../../access/index.ts'
import { notify } from '../../notices/index.ts'
import { unitTree } from '../../organization/index.ts'
import { currentCalendar } from '../queries/current-calendar.ts'
import { lastReminder } from '../queries/years.ts'
import { missingYear } from '../rules/missing-year.ts'
import { recordStep } from '../store/years.ts'

/** A little less than a week: the job may run some minutes earlier than the last time. */
const pauseMilliseconds = 6.5 * 86_400_000

/** The year that was asked for; undefined where none is missing, or people were reminded lately. */
export async function remindOfYear(tx: Tx, { at, today }: { at: Date; today: Day }): Promise<number | undefined> {
  const year = missingYear(today, await currentCalendar(tx))
  if (year === undefined) return undefined
  const last = await lastReminder(tx, year)
  if (last && at.getTime() - last.getTime() < pauseMilliseconds) return undefined
  const top = (await unitTree(tx, { asOf: today })).find((unit) => unit.parentId === null && unit.kind !== partyKind)
  if (!top) return undefined
  const people = await accountsWhoMay(tx, 'calendar.manage', { unitId: top.id }, today)
  const title = `${year}年放假安排尚未录入，跨入${year}年的期限都是暂定的，请在通知公布后录入`
  await notify(tx, { accountIds: people.map((one) => one.accountId), kind: 'task', title, link: `/holidays?year=${year}`, at })
  await recordStep(tx, { step: 'remind', year, detail: { 人数: people.length } }, at)
  return year
}
