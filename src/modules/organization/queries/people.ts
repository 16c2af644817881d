// People with their posts: one, and a page of a list within reach.
import { sql } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { postsOfPeople, type Post } from './posts.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly accountId: string | null
  readonly officePhone: string
  readonly email: string
  readonly posts: readonly Post[]
}

export interface PeopleQuestion {
  readonly reach: Reach
  readonly on: Day
  readonly unitId?: string | undefined
  readonly q?: string | undefined
  /** People without a present post, too. */
  readonly former: boolean
  readonly sort: 'name' | '-name' | 'unit' | '-unit'
  readonly limit: number
  readonly offset: number
}

type Bare = Omit<Person, 'posts'>

export async function personById(tx: Tx, personId: string): Promise<Person | undefined> {
  const { rows } = await sql<Bare>`
    select id, name, account_id as "accountId", office_phone as "officePhone", email from organization.person where id = ${personId}`.execute(tx)
  return rows[0] && { ...rows[0], posts: await postsOfPeople(tx, [personId]) }
}

export async function personByAccount(tx: Tx, accountId: string): Promise<Person | undefined> {
  const { rows } = await sql<{ id: string }>`select id from organization.person where account_id = ${accountId}`.execute(tx)
  return rows[0] && personById(tx, rows[0].id)
}

const orders = {
  name: sql`h.name, h.id`,
  '-name': sql`h.name desc, h.id`,
  unit: sql`first.position, first.unit_name, first.rank, h.name, h.id`,
  '-unit': sql`first.position desc, first.unit_name desc, first.rank, h.name, h.id`,
} as const

export async function people(tx: Tx, of: PeopleQuestion): Promise<{ rows: Person[]; total: number }> {
  const { rows } = await sql<Bare & { total: number }>`
    select h.id, h.name, h.account_id as "accountId", h.office_phone as "officePhone", h.email, count(*) over () as total
    from organization.person h
    join lateral (
      select u.position, u.name as unit_name, p.rank
      from organization.post p join organization.unit u on u.id = p.unit_id
      where p.person_id = h.id
        and (${of.former} or (p.valid_from <= ${of.on} and (p.valid_until is null or p.valid_until >= ${of.on})))
        and (${of.reach.everywhere} or p.unit_id = any(${of.reach.unitIds}::uuid[]))
        and (${of.unitId ?? null}::uuid is null or ${of.unitId ?? null}::uuid in (p.unit_id, p.section_id))
      order by u.position, p.rank limit 1) first on true
    where ${of.q ?? ''} = '' or strpos(h.name, ${of.q ?? ''}) > 0
      or exists (select from organization.post p where p.person_id = h.id and strpos(p.title, ${of.q ?? ''}) > 0)
    order by ${orders[of.sort]} limit ${of.limit} offset ${of.offset}`.execute(tx)
  const posts = await postsOfPeople(
    tx,
    rows.map((row) => row.id),
  )
  const shown = (post: Post): boolean => of.former || (post.validFrom <= of.on && (post.validUntil === null || post.validUntil >= of.on))
  return {
    rows: rows.map(({ total: _total, ...row }) => ({ ...row, posts: posts.filter((post) => post.personId === row.id && shown(post)) })),
    total: rows[0]?.total ?? 0,
  }
}

/** Whether the account exists, and whether it already belongs to somebody else. */
export async function accountStanding(tx: Tx, accountId: string, personId: string | undefined): Promise<'free' | 'taken' | 'unknown'> {
  const { rows } = await sql<{ known: boolean; taken: boolean }>`
    select exists (select from access.account where id = ${accountId}) as known,
      exists (select from organization.person where account_id = ${accountId} and (${personId ?? null}::uuid is null or id <> ${personId ?? null}::uuid)) as taken`.execute(
    tx,
  )
  if (!rows[0]?.known) return 'unknown'
  return rows[0].taken ? 'taken' : 'free'
}
