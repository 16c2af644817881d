// Registers a person with a first post, or changes what is written about one.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { managedPerson } from '../queries/managed-person.ts'
import { managedUnit } from '../queries/managed-unit.ts'
import { accountStanding } from '../queries/people.ts'
import { unitById } from '../queries/units.ts'
import { checkPost, type PostRefusal } from '../rules/check-post.ts'
import { describeChange } from '../rules/describe-change.ts'
import { insertPerson, insertPost, updatePerson, type PersonFacts, type PostFacts } from '../store/people.ts'
import { recordStep } from '../store/steps.ts'
import { showUnit } from './show-unit.ts'

type PersonRefusal = 'account-taken' | 'account-unknown' | 'not-found' | 'not-allowed'

async function accountReasons(tx: Tx, person: PersonFacts, personId?: string): Promise<('account-taken' | 'account-unknown')[]> {
  if (person.accountId === null) return []
  const standing = await accountStanding(tx, person.accountId, personId)
  return standing === 'free' ? [] : [standing === 'taken' ? 'account-taken' : 'account-unknown']
}

/** Nobody stands in the register without a place: the first post comes along. */
export async function registerPerson(
  tx: Tx,
  by: By,
  person: PersonFacts,
  post: PostFacts,
): Promise<Ruling<{ id: string; postId: string }, PersonRefusal | PostRefusal>> {
  const found = await managedUnit(tx, by.actor, post.unitId)
  if (!found.ok) return found
  const section = post.sectionId === null ? undefined : await unitById(tx, post.sectionId)

  const reasons = checkPost({ unit: found.value, section, sectionId: post.sectionId, title: post.title, from: post.validFrom }, [])
  const accounts = (await accountReasons(tx, person)).map((code) => ({ code, field: 'accountId' }))
  if (reasons.length + accounts.length > 0) return refused<PersonRefusal | PostRefusal>(...accounts, ...reasons)

  const id = await insertPerson(tx, person)
  const postId = await insertPost(tx, id, post)
  await recordStep(tx, by, {
    step: 'put-person',
    unitId: post.unitId,
    personId: id,
    detail: { 姓名: person.name, 职务: post.title, ...(section ? { 内设机构: section.name } : {}), 任职日期: post.validFrom },
  })
  if (post.isLeader) await showUnit(tx, post.unitId, by)
  return granted({ id, postId })
}

export async function putPerson(tx: Tx, by: By, personId: string, person: PersonFacts): Promise<Ruling<{ id: string }, PersonRefusal>> {
  const found = await managedPerson(tx, by.actor, personId)
  if (!found.ok) return found
  const before = found.value

  const accounts = (await accountReasons(tx, person, personId)).map((code) => ({ code, field: 'accountId' }))
  if (accounts.length > 0) return refused(...accounts)

  await updatePerson(tx, personId, person)
  const unitIds = [...new Set(before.posts.map((post) => post.unitId))]
  const account: Record<string, string> = before.accountId === person.accountId ? {} : { 账号: person.accountId === null ? '解除关联' : '已关联' }
  const detail = { ...describeChange<PersonFacts>(before, person, { name: '姓名', officePhone: '办公电话', email: '电子邮箱' }), ...account }
  await recordStep(tx, by, { step: 'put-person', unitId: unitIds[0] ?? null, personId, detail })
  for (const unitId of unitIds) await showUnit(tx, unitId, by)
  return granted({ id: personId })
}
