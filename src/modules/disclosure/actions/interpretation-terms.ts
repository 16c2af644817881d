// Counts the terms of interpretations anew when a notice of holidays is entered or changed.
import type { Calendar } from '../../../kernel/calendar.ts'
import { dueDay } from '../../../kernel/term.ts'
import { terms } from '../../../law/terms.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { TermKeeper } from '../../calendar/index.ts'
import { openDuties, type OpenDuty } from '../queries/interpretations.ts'
import { moveDuty } from '../store/interpretations.ts'

const counted = (of: OpenDuty, after: Calendar) => dueDay(terms.interpretation, { from: of.publishedOn }, after)

export const interpretationTerms: TermKeeper = {
  title: '政策解读',
  async effectOf(tx: Tx, after: Calendar, limit: number) {
    const moved = (await openDuties(tx)).flatMap((one) => {
      const { due } = counted(one, after)
      return due === one.dueOn ? [] : [{ what: one.title, unitName: one.unitName, from: one.dueOn, to: due }]
    })
    return { count: moved.length, rows: moved.slice(0, limit) }
  },
  async apply(tx: Tx, after: Calendar) {
    let moved = 0
    for (const one of await openDuties(tx)) {
      const { due, provisional } = counted(one, after)
      if (due !== one.dueOn) moved += 1
      await moveDuty(tx, { documentId: one.documentId, dueOn: due, provisional, calendarVersion: after.version })
    }
    return moved
  },
}
