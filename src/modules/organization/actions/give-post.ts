// Gives a person a post.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { managedUnit } from '../queries/managed-unit.ts'
import { personById } from '../queries/people.ts'
import { unitById } from '../queries/units.ts'
import { checkPost, type PostRefusal } from '../rules/check-post.ts'
import { insertPost, type PostFacts } from '../store/people.ts'
import { recordStep } from '../store/steps.ts'
import { showUnit } from './show-unit.ts'

export async function givePost(tx: Tx, by: By, personId: string, post: PostFacts): Promise<Ruling<{ id: string }, PostRefusal | 'not-found' | 'not-allowed'>> {
  const found = await managedUnit(tx, by.actor, post.unitId)
  if (!found.ok) return found
  const person = await personById(tx, personId)
  if (!person) return refused('not-found')
  const section = post.sectionId === null ? undefined : await unitById(tx, post.sectionId)

  const reasons = checkPost({ unit: found.value, section, sectionId: post.sectionId, title: post.title, from: post.validFrom }, person.posts)
  if (reasons.length > 0) return refused(...reasons)

  const id = await insertPost(tx, personId, post)
  await recordStep(tx, by, {
    step: 'give-post',
    unitId: post.unitId,
    personId,
    detail: { 姓名: person.name, 职务: post.title, ...(section ? { 内设机构: section.name } : {}), 任职日期: post.validFrom },
  })
  if (post.isLeader) await showUnit(tx, post.unitId, by)
  return granted({ id })
}
