// Remedies whose days run, counted anew with another calendar: what would move, and moving it.
import type { Calendar } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { beforeEveryId } from '../../../kernel/walk.ts'
import type { MovedTerm, TermKeeper } from '../../calendar/index.ts'
import { remedyKinds } from '../law/remedy-cases.ts'
import { remedyTerms as openTerms, type RemedyTerm } from '../queries/open-terms.ts'
import { remedySteps } from '../queries/remedies.ts'
import { cachedRemedy, remedyFactsOf, type CachedRemedy } from '../rules/remedy-case.ts'
import { recountRemedy } from '../store/remedies.ts'

const piece = 500
async function* counted(tx: Tx, after: Calendar): AsyncGenerator<{ term: RemedyTerm; cached: CachedRemedy }[]> {
  for (let at = beforeEveryId; ;) {
    const terms = await openTerms(tx, at, piece)
    const last = terms.at(-1)
    if (!last) return
    at = last.id
    const steps = await remedySteps(
      tx,
      terms.map(({ id }) => id),
    )
    yield terms.map((term) => ({ term, cached: cachedRemedy(term.kind, remedyFactsOf(steps.get(term.id) ?? []), after) }))
  }
}

export const remedyTerms: TermKeeper = {
  title: '复议答复、诉讼答辩',
  async effectOf(tx, after, limit) {
    const rows: MovedTerm[] = []
    let count = 0
    for await (const part of counted(tx, after)) {
      for (const { term, cached } of part) {
        if (!term.dueOn || !cached.dueOn || cached.dueOn === term.dueOn) continue
        count += 1
        if (rows.length < limit) rows.push({ what: `${term.requestNumber} ${remedyKinds[term.kind].title}`, unitName: term.unitName, from: term.dueOn, to: cached.dueOn })
      }
    }
    return { count, rows }
  },
  async apply(tx, after) {
    let moved = 0
    for await (const part of counted(tx, after)) {
      for (const { term, cached } of part) {
        if (cached.dueOn !== term.dueOn) moved += 1
        await recountRemedy(tx, term.id, cached)
      }
    }
    return moved
  },
} // prettier-ignore
