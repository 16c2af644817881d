// Writes people and their posts.
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { OrganizationTables } from './tables.ts'

export interface PersonFacts {
  readonly name: string
  readonly accountId: string | null
  readonly officePhone: string
  readonly email: string
}

export interface PostFacts {
  readonly unitId: string
  readonly sectionId: string | null
  readonly title: string
  readonly isLeader: boolean
  readonly rank: number
  readonly duties: string
  readonly validFrom: Day
}

const personColumns = (person: PersonFacts) => ({ name: person.name, account_id: person.accountId, office_phone: person.officePhone, email: person.email })

export async function insertPerson(tx: Tx, person: PersonFacts): Promise<string> {
  const row = await tx
    .withTables<OrganizationTables>()
    .insertInto('organization.person')
    .values(personColumns(person))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updatePerson(tx: Tx, personId: string, person: PersonFacts): Promise<void> {
  await tx.withTables<OrganizationTables>().updateTable('organization.person').set(personColumns(person)).where('id', '=', personId).execute()
}

export async function insertPost(tx: Tx, personId: string, post: PostFacts): Promise<string> {
  const row = await tx
    .withTables<OrganizationTables>()
    .insertInto('organization.post')
    .values({
      person_id: personId,
      unit_id: post.unitId,
      section_id: post.sectionId,
      title: post.title,
      is_leader: post.isLeader,
      rank: post.rank,
      duties: post.duties,
      valid_from: post.validFrom,
      valid_until: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updatePost(tx: Tx, postId: string, post: Pick<PostFacts, 'title' | 'isLeader' | 'rank' | 'duties' | 'validFrom'>): Promise<void> {
  await tx
    .withTables<OrganizationTables>()
    .updateTable('organization.post')
    .set({ title: post.title, is_leader: post.isLeader, rank: post.rank, duties: post.duties, valid_from: post.validFrom })
    .where('id', '=', postId)
    .execute()
}

export async function setPostEnd(tx: Tx, postIds: readonly string[], lastDay: Day): Promise<void> {
  if (postIds.length === 0) return
  await tx.withTables<OrganizationTables>().updateTable('organization.post').set({ valid_until: lastDay }).where('id', 'in', postIds).execute()
}
