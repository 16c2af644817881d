// Posts with the names that belong to them.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

export interface Post {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly unitId: string
  readonly unitName: string
  readonly sectionId: string | null
  readonly sectionName: string | null
  readonly title: string
  readonly isLeader: boolean
  readonly rank: number
  readonly duties: string
  readonly validFrom: Day
  readonly validUntil: Day | null
}

async function postsWhere(tx: Tx, condition: RawBuilder<unknown>): Promise<Post[]> {
  const { rows } = await sql<Post>`
    select p.id, p.person_id as "personId", h.name as "personName", p.unit_id as "unitId", u.name as "unitName", p.section_id as "sectionId", s.name as "sectionName",
      p.title, p.is_leader as "isLeader", p.rank, p.duties, p.valid_from as "validFrom", p.valid_until as "validUntil"
    from organization.post p
    join organization.person h on h.id = p.person_id
    join organization.unit u on u.id = p.unit_id
    left join organization.unit s on s.id = p.section_id
    where ${condition}
    order by p.rank, p.valid_from, h.name, p.id`.execute(tx)
  return rows
}

/** Posts of a unit, its sections included, that are held on a day. */
export const postsOn = (tx: Tx, unitId: string, on: Day): Promise<Post[]> =>
  postsWhere(tx, sql`p.unit_id = ${unitId} and p.valid_from <= ${on} and (p.valid_until is null or p.valid_until >= ${on})`)

/** Posts of a unit, or in a section, that last beyond a day. */
export const postsAfter = (tx: Tx, unitId: string, on: Day): Promise<Post[]> =>
  postsWhere(tx, sql`(p.unit_id = ${unitId} or p.section_id = ${unitId}) and (p.valid_until is null or p.valid_until > ${on})`)

export const postsOfPeople = (tx: Tx, personIds: readonly string[]): Promise<Post[]> => postsWhere(tx, sql`p.person_id = any(${personIds}::uuid[])`)

export async function postById(tx: Tx, postId: string): Promise<Post | undefined> {
  return (await postsWhere(tx, sql`p.id = ${postId}`))[0]
}
