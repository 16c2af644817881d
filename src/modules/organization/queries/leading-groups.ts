// Leading groups with their seats, as they stood on a day.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { seats, type Seat } from '../law/seats.ts'

export interface Member {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly seat: Seat
  readonly postTitle: string
  readonly validFrom: Day
  readonly validUntil: Day | null
}

export interface LeadingGroup {
  readonly id: string
  readonly unitId: string
  readonly name: string
  readonly officeSection: string
  readonly validFrom: Day
  readonly validUntil: Day | null
  readonly members: Member[]
}

const seatOrder = Object.keys(seats)

async function groupsWhere(tx: Tx, condition: RawBuilder<unknown>): Promise<Omit<LeadingGroup, 'members'>[]> {
  const { rows } = await sql<Omit<LeadingGroup, 'members'>>`
    select id, unit_id as "unitId", name, office_section as "officeSection", valid_from as "validFrom", valid_until as "validUntil"
    from organization.leading_group where ${condition} order by valid_from, name, id`.execute(tx)
  return rows
}

/** Seats of a group; with a day only those taken on it. The title is that of the person's first post, in the group's own unit before others. */
async function membersOf(tx: Tx, groupId: string, on?: Day): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select m.id, m.person_id as "personId", h.name as "personName", m.seat, m.valid_from as "validFrom", m.valid_until as "validUntil",
      coalesce((
        select case when p.unit_id = g.unit_id then p.title else coalesce(nullif(u.short_name, ''), u.name) || p.title end
        from organization.post p join organization.unit u on u.id = p.unit_id
        where p.person_id = m.person_id and p.valid_from <= ${on ?? null}::date and (p.valid_until is null or p.valid_until >= ${on ?? null}::date)
        order by p.unit_id = g.unit_id desc, p.is_leader desc, p.rank, p.valid_from limit 1), '') as "postTitle"
    from organization.leading_group_member m
    join organization.leading_group g on g.id = m.leading_group_id
    join organization.person h on h.id = m.person_id
    where m.leading_group_id = ${groupId}
      and (${on ?? null}::date is null or (m.valid_from <= ${on ?? null}::date and (m.valid_until is null or m.valid_until >= ${on ?? null}::date)))
    order by m.place`.execute(tx)
  return rows.toSorted((a, b) => seatOrder.indexOf(a.seat) - seatOrder.indexOf(b.seat))
}

/** The unit's groups in force on a day, with the seats taken on it. */
export async function leadingGroupsOn(tx: Tx, unitId: string, on: Day): Promise<LeadingGroup[]> {
  const groups = await groupsWhere(tx, sql`unit_id = ${unitId} and valid_from <= ${on} and (valid_until is null or valid_until >= ${on})`)
  const filled: LeadingGroup[] = []
  for (const group of groups) filled.push({ ...group, members: await membersOf(tx, group.id, on) })
  return filled
}

export async function leadingGroupById(tx: Tx, groupId: string): Promise<LeadingGroup | undefined> {
  const group = (await groupsWhere(tx, sql`id = ${groupId}`))[0]
  return group && { ...group, members: await membersOf(tx, groupId) }
}

/** A seat with its group. */
export async function memberById(tx: Tx, memberId: string): Promise<(Member & { readonly group: LeadingGroup }) | undefined> {
  const { rows } = await sql<{ groupId: string }>`select leading_group_id as "groupId" from organization.leading_group_member where id = ${memberId}`.execute(
    tx,
  )
  const group = rows[0] && (await leadingGroupById(tx, rows[0].groupId))
  const member = group?.members.find((one) => one.id === memberId)
  return group && member && { ...member, group }
}
