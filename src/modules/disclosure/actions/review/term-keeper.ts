// Due days of the review under another calendar: confirmations, referrals, paper owed; each is counted anew by its own term.
import type { Calendar } from '../../../../kernel/calendar.ts'
import type { Day } from '../../../../kernel/day.ts'
import { dueDay } from '../../../../kernel/term.ts'
import { terms } from '../../../../law/terms.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import type { TermKeeper } from '../../../calendar/index.ts'
import { awaitedTerms, type Awaited } from '../../queries/review/awaited.ts'
import { moveDueDay } from '../../store/review.ts'

/** More open terms than a county has at one time. */
const most = 10_000

const titles = { confirmation: '会签答复', referral: '报请确定', paper: '补齐纸质审查表' } as const

const termOfAwaited = ({ kind, urgent }: Awaited) =>
  terms[kind === 'confirmation' ? (urgent ? 'urgent-confirmation' : 'joint-confirmation') : kind === 'referral' ? 'referral' : 'urgent-paper']

const dueUnder = (one: Awaited, calendar: Calendar): { due: Day; provisional: boolean } => dueDay(termOfAwaited(one), { from: one.startedOn }, calendar)

export const reviewTerms: TermKeeper = {
  title: '审查与会签期限',
  async effectOf(tx: Tx, after: Calendar, limit: number) {
    const { rows } = await awaitedTerms(tx, { limit: most })
    const moved = rows.map((one) => ({ one, to: dueUnder(one, after).due })).filter(({ one, to }) => to !== one.dueOn)
    return {
      count: moved.length,
      rows: moved.slice(0, limit).map(({ one, to }) => ({ what: `${titles[one.kind]}：${one.title}`, unitName: one.unitName, from: one.dueOn, to })),
    }
  },
  async apply(tx: Tx, after: Calendar) {
    const { rows } = await awaitedTerms(tx, { limit: most })
    let moved = 0
    for (const one of rows) {
      const { due, provisional } = dueUnder(one, after)
      if (due !== one.dueOn) moved += 1
      await moveDueDay(tx, one, { on: due, calendarVersion: after.version, provisional })
    }
    return moved
  },
}
