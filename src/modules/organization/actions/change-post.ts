// Corrects what is written about a post.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { managedPost } from '../queries/managed-person.ts'
import { describeChange } from '../rules/describe-change.ts'
import { updatePost, type PostFacts } from '../store/people.ts'
import { recordStep } from '../store/steps.ts'
import { showUnit } from './show-unit.ts'

type PostWords = Pick<PostFacts, 'title' | 'isLeader' | 'rank' | 'duties' | 'validFrom'>

export async function changePost(
  tx: Tx,
  by: By,
  postId: string,
  words: PostWords,
): Promise<Ruling<{ id: string }, 'post-ended' | 'dates-order' | 'not-found' | 'not-allowed'>> {
  const found = await managedPost(tx, by.actor, postId)
  if (!found.ok) return found
  const post = found.value

  if (post.validUntil !== null && post.validUntil < by.today) return refused('post-ended')
  if (post.validUntil !== null && words.validFrom > post.validUntil) return refused({ code: 'dates-order', field: 'validFrom' })

  const labels: Partial<Record<keyof PostWords & string, string>> = { title: '职务', isLeader: '领导职务', rank: '排序', duties: '分工', validFrom: '任职日期' }
  await updatePost(tx, postId, words)
  await recordStep(tx, by, {
    step: 'change-post',
    unitId: post.unitId,
    personId: post.personId,
    detail: { 姓名: post.personName, ...describeChange<PostWords>(post, words, labels) },
  })
  await showUnit(tx, post.unitId, by)
  return granted({ id: postId })
}
