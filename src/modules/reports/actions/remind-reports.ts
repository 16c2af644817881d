// Tells people of reports that are due: once before the day of handing in, once when it is over, and whenever the office that collects asks.
import { addDays, type Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { accountsWhoMay, may, type By } from '../../access/index.ts'
import type { Action } from '../../access/law/permissions.ts'
import { notify } from '../../notices/index.ts'
import { reportReminders } from '../law/reminders.ts'
import { openReports, reportsToRemind, type ReportToRemind } from '../queries/reminders.ts'
import { roundById } from '../queries/rounds.ts'
import { markReminded } from '../store/reports.ts'

const atOnce = 500

async function tell(tx: Tx, { id, unitId, unitName, title, state }: ReportToRemind, words: string, { at, today }: { at: Date; today: Day }, also: readonly Action[] = []): Promise<void> {
  const turn: Action = state === 'signing' ? 'report.sign' : 'report.write'
  const people = new Set<string>()
  for (const action of [turn, ...also]) for (const { accountId } of await accountsWhoMay(tx, action, { unitId }, today)) people.add(accountId)
  await notify(tx, { accountIds: [...people], kind: 'urged', title: `${words}：${unitName}${title}`, link: `/reports/${id}`, at })
} // prettier-ignore

/** The latest stage first: what is late already is told once, as late. Returns how many were told of. */
export async function remindOfReports(tx: Tx, today: Day, at: Date): Promise<number> {
  let told = 0
  for (const { stage, before, words, also } of reportReminders.toReversed()) {
    const due = await reportsToRemind(tx, addDays(today, before), stage, atOnce)
    for (const one of due) await tell(tx, one, words, { at, today }, also)
    await markReminded(
      tx,
      due.map(({ id }) => id),
      stage,
    )
    told += due.length
  }
  return told
}

/** The office that collects asks for what is outstanding: of all, or of these. */
export async function urgeReports(
  tx: Tx,
  by: By,
  { roundId, reportIds }: { roundId: string; reportIds: readonly string[] },
): Promise<Ruling<{ told: number }>> {
  const round = await roundById(tx, roundId)
  if (!round || !may(by.actor, 'report.accept', { unitId: round.unitId }).ok) return refused('not-found')
  if (round.closedAt !== null) return refused('report-round-closed')
  const open = (await openReports(tx, roundId)).filter(({ id }) => reportIds.length === 0 || reportIds.includes(id))
  if (open.length === 0) return refused('report-nobody-to-urge')
  for (const one of open) await tell(tx, one, '请尽快报送', by)
  return granted({ told: open.length })
}
