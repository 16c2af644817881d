// An interpretation that is not out by its day is told to who wrote the document and to the heads who answer for it: once.
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { notify } from '../../notices/index.ts'
import { toldWhenLate } from '../law/interpretation-needs.ts'
import { editionById } from '../queries/edition.ts'
import { peopleAt } from '../queries/facts.ts'
import { lateUntold } from '../queries/interpretations.ts'
import { markLateTold } from '../store/interpretations.ts'

const toldAtOnce = 100

/** Returns how many were told of; fewer than it takes at once means that none is left. */
export async function tellLateInterpretations(tx: Tx, { at, today }: { readonly at: Date; readonly today: Day }): Promise<number> {
  const late = await lateUntold(tx, today, toldAtOnce)
  for (const { documentId, editionId, dueOn } of late) {
    await markLateTold(tx, documentId, today)
    const edition = await editionById(tx, editionId)
    if (!edition) continue
    const accountIds = new Set([edition.authorId])
    for (const action of toldWhenLate) for (const { accountId } of await peopleAt(tx, action, edition, today)) accountIds.add(accountId)
    const title = edition.title.length <= 40 ? edition.title : `${edition.title.slice(0, 39)}…`
    await notify(tx, {
      accountIds: [...accountIds],
      kind: 'interpretation',
      title: `政策解读已逾期（应于${dueOn}前发布）：${title}`,
      link: `/editions/${editionId}`,
      at,
    })
  }
  return late.length
}
