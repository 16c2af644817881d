// Open applications counted anew with another calendar: what would move, and moving it.
import type { Calendar } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { beforeEveryId } from '../../../kernel/walk.ts'
import type { MovedTerm, TermKeeper } from '../../calendar/index.ts'
import { stepsOfMany } from '../queries/application.ts'
import { openTerms, type OpenTerm } from '../queries/open-terms.ts'
import { cachedOf, type Cached } from '../rules/cached.ts'
import { factsOf } from '../rules/fold.ts'
import { recountTerm } from '../store/applications.ts'

const piece = 500
async function* counted(tx: Tx, after: Calendar): AsyncGenerator<{ term: OpenTerm; cached: Cached }[]> {
  for (let at = beforeEveryId; ;) {
    const terms = await openTerms(tx, at, piece)
    const last = terms.at(-1)
    if (!last) return
    at = last.id
    const steps = await stepsOfMany(
      tx,
      terms.map(({ id }) => id),
    )
    yield terms.map((term) => ({ term, cached: cachedOf(factsOf(steps.get(term.id) ?? []), after) }))
  }
}

export const requestTerms: TermKeeper = {
  title: '依申请公开答复',
  async effectOf(tx, after, limit) {
    const rows: MovedTerm[] = []
    let count = 0
    for await (const part of counted(tx, after)) {
      for (const { term, cached } of part) {
        if (!term.dueOn || !cached.dueOn || cached.dueOn === term.dueOn) continue
        count += 1
        if (rows.length < limit) rows.push({ what: term.number, unitName: term.unitName, from: term.dueOn, to: cached.dueOn })
      }
    }
    return { count, rows }
  },
  async apply(tx, after) {
    let moved = 0
    for await (const part of counted(tx, after)) {
      for (const { term, cached } of part) {
        if (cached.dueOn !== term.dueOn) moved += 1
        await recountTerm(tx, term.id, cached)
      }
    }
    return moved
  },
}
