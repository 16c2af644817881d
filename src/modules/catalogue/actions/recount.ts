// Open duties counted anew with another calendar: what would move, and moving it.
import type { Calendar } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { beforeEveryId } from '../../../kernel/walk.ts'
import { openDuties, type OpenDuty } from '../queries/due-to-make.ts'
import { periodOf, shifted } from '../rules/period.ts'
import { nextDuty, triggeredDue } from '../rules/next-duty.ts'
import { recountDuties } from '../store/duties.ts'

export interface MovedDuty {
  readonly what: string
  readonly unitName: string
  readonly from: Day
  readonly to: Day
}

interface Answer {
  readonly due: Day
  readonly provisional: boolean
}

/** What the clock answers for a duty that stands; undefined where no working day plays a part. */
function answerOf(duty: OpenDuty, calendar: Calendar): Answer | undefined {
  const { rhythm, cause } = duty
  if (!rhythm || cause === 're-examination') return undefined
  if (cause === 'trigger') return rhythm.kind === 'ad-hoc' ? triggeredDue(rhythm, rhythm.before ? duty.periodTo : duty.periodFrom, calendar) : undefined
  if (rhythm.kind === 'regular') return shifted(periodOf(rhythm, duty.periodFrom).named, rhythm.shift, calendar)
  if (rhythm.kind !== 'permanent' || duty.again) return undefined
  const first = nextDuty(rhythm, duty.periodFrom, null, calendar)
  return first && { due: first.dueOn, provisional: first.provisional }
}

const piece = 2000
async function* moved(tx: Tx, after: Calendar): AsyncGenerator<{ duty: OpenDuty; answer: Answer }[]> {
  let at = beforeEveryId
  for (;;) {
    const duties = await openDuties(tx, at, piece)
    const last = duties.at(-1)
    if (!last) return
    at = last.dutyId
    yield duties.flatMap((duty) => {
      const answer = answerOf(duty, after)
      return answer && (answer.due !== duty.dueOn || answer.provisional !== duty.provisional) ? [{ duty, answer }] : []
    })
  }
}

/** What the calendar asks of a module that keeps due days. */
export const dutyTerms = {
  title: '公开任务',
  async effectOf(tx: Tx, after: Calendar, limit: number): Promise<{ count: number; rows: readonly MovedDuty[] }> {
    let count = 0
    const rows: MovedDuty[] = []
    for await (const part of moved(tx, after)) {
      for (const { duty, answer } of part) {
        if (answer.due === duty.dueOn) continue
        count += 1
        if (rows.length < limit) rows.push({ what: duty.what, unitName: duty.unitName, from: duty.dueOn, to: answer.due })
      }
    }
    return { count, rows }
  },
  async apply(tx: Tx, after: Calendar): Promise<number> {
    let count = 0
    for await (const part of moved(tx, after)) {
      count += part.filter(({ duty, answer }) => answer.due !== duty.dueOn).length
      await recountDuties(tx, part.map(({ duty, answer }) => ({ dutyId: duty.dutyId, dueOn: answer.due, provisional: answer.provisional })), after.version) // prettier-ignore
    }
    return count
  },
}
