// Chases what is awaited: reminds before the day, escalates after it; each once, in the transaction that tells people.
import type { Day } from '../../../../kernel/day.ts'
import { addDays } from '../../../../kernel/day.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import type { Calendar } from '../../../../kernel/calendar.ts'
import { accountsWhoMay } from '../../../access/index.ts'
import type { Action } from '../../../access/law/permissions.ts'
import { currentCalendar } from '../../../calendar/index.ts'
import { notify } from '../../../notices/index.ts'
import { chasing, type ChaseKind } from '../../law/chasing.ts'
import { editionById, type Edition } from '../../queries/edition.ts'
import { peopleAt } from '../../queries/facts.ts'
import { awaitedTerms, type Awaited } from '../../queries/review/awaited.ts'
import { chasesDue } from '../../rules/review/chasing.ts'
import { addChase } from '../../store/review.ts'

interface Now {
  readonly at: Date
  readonly today: Day
}

/** A reminder may fall before the due day by a long holiday: terms that end within these days are looked at. */
const lookAhead = 14
const most = 200

/** Whom a level concerns, and what they are told. */
async function toldAt(
  tx: Tx,
  one: Awaited,
  level: string,
  edition: Edition,
  today: Day,
): Promise<{ readonly words: string; readonly accountIds: readonly string[] }> {
  const at = async (action: Action, unitId: string): Promise<string[]> =>
    (await accountsWhoMay(tx, action, { unitId, askedUnitIds: [unitId] }, today)).map((who) => who.accountId)
  const own = async (action: Action): Promise<string[]> => (await peopleAt(tx, action, edition, today)).map((who) => who.accountId)
  if (one.kind === 'confirmation') {
    if (level === 'reminder') return { words: `会签将于${one.dueOn}到期，请答复`, accountIds: await at('edition.confirm', one.subject) }
    if (level === 'unit-leader') return { words: '会签逾期未答复，请督促答复', accountIds: await at('edition.sign', one.subject) }
    return { words: '会签逾期未答复，请裁定', accountIds: await own('edition.decide-confirmation') }
  }
  if (one.kind === 'referral') return { words: '报请确定已到期，请催问并登记答复', accountIds: await own('edition.secrecy-review') }
  if (level === 'reminder') return { words: `紧急发布的纸质审查表将于${one.dueOn}到期，请补齐`, accountIds: [edition.authorId] }
  return { words: '紧急发布的纸质审查表逾期未补', accountIds: [edition.authorId, ...(await own('edition.section-review')), ...(await own('edition.sign'))] }
}

async function chaseOne(tx: Tx, one: Awaited, { at, today }: Now, calendar: Calendar): Promise<number> {
  const rows: Readonly<Record<string, { readonly workingDays: number }>> = chasing[one.kind satisfies ChaseKind]
  const due = chasesDue(rows, { dueOn: one.dueOn, taken: one.chased, today }, calendar)
  if (due.length === 0) return 0
  const edition = await editionById(tx, one.editionId)
  if (!edition) return 0
  for (const level of due) {
    await addChase(tx, { editionId: one.editionId, round: one.round }, { subject: one.subject, level, dueOn: one.dueOn, at })
    const { words, accountIds } = await toldAt(tx, one, level, edition, today)
    const title = edition.title.length <= 40 ? edition.title : `${edition.title.slice(0, 39)}…`
    await notify(tx, {
      accountIds: [...new Set(accountIds)],
      kind: one.kind === 'confirmation' ? 'confirmation' : 'urged',
      title: `${words}：${title}`,
      link: `/editions/${one.editionId}`,
      at,
    })
  }
  return due.length
}

/** Everything that is due for chasing now; returns how many rows were written. */
export async function chaseReviews(tx: Tx, now: Now): Promise<number> {
  const { rows } = await awaitedTerms(tx, { dueUntil: addDays(now.today, lookAhead), limit: most })
  const calendar = await currentCalendar(tx)
  let done = 0
  for (const one of rows) done += await chaseOne(tx, one, now, calendar)
  return done
}
