// Ends a post.
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { managedPost } from '../queries/managed-person.ts'
import { checkLastDay } from '../rules/check-post.ts'
import { setPostEnd } from '../store/people.ts'
import { recordStep } from '../store/steps.ts'
import { showUnit } from './show-unit.ts'

export async function endPost(
  tx: Tx,
  by: By,
  postId: string,
  lastDay: Day,
): Promise<Ruling<{ id: string }, 'post-ended' | 'dates-order' | 'not-found' | 'not-allowed'>> {
  const found = await managedPost(tx, by.actor, postId)
  if (!found.ok) return found
  const post = found.value

  const reasons = checkLastDay(post, lastDay, 'post-ended')
  if (reasons.length > 0) return refused(...reasons)

  await setPostEnd(tx, [postId], lastDay)
  await recordStep(tx, by, {
    step: 'end-post',
    unitId: post.unitId,
    personId: post.personId,
    detail: { 姓名: post.personName, 职务: post.title, 最后一日: lastDay },
  })
  await showUnit(tx, post.unitId, by)
  return granted({ id: postId })
}
