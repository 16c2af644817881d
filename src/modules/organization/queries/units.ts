// Units as they are: the whole tree, one by id, one by name.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { FormerStanding, Unit } from '../rules/unit.ts'
import { treeOn } from '../rules/tree.ts'

const columns = sql`
  id, kind, parent_id as "parentId", name, short_name as "shortName", organization_code as "organizationCode", credit_code as "creditCode", slug, duties, address,
  office_hours as "officeHours", phone, fax, email, postcode, position, has_own_staff as "hasOwnStaff", empty_columns as "emptyColumns",
  valid_from as "validFrom", valid_until as "validUntil", version`

/** Every unit that there is or was, in the order of the tree's siblings. */
export async function allUnits(tx: Tx): Promise<Unit[]> {
  const { rows } = await sql<Unit>`select ${columns} from organization.unit order by position, name, id`.execute(tx)
  return rows
}

export async function unitById(tx: Tx, unitId: string): Promise<Unit | undefined> {
  const { rows } = await sql<Unit>`select ${columns} from organization.unit where id = ${unitId}`.execute(tx)
  return rows[0]
}

/** The same, held until the transaction ends. */
export async function lockUnit(tx: Tx, unitId: string): Promise<Unit | undefined> {
  const { rows } = await sql<Unit>`select ${columns} from organization.unit where id = ${unitId} for update`.execute(tx)
  return rows[0]
}

/** The unit in force with this name or short name; sections do not count, because every bureau has an 办公室. */
export async function unitByName(tx: Tx, name: string): Promise<Unit | undefined> {
  const { rows } = await sql<Unit>`
    select ${columns} from organization.unit
    where kind <> 'section' and valid_until is null and ${name} in (name, short_name)
    order by name = ${name} desc, position limit 1`.execute(tx)
  return rows[0]
}

export async function formerStandings(tx: Tx, unitId?: string): Promise<FormerStanding[]> {
  const { rows } = await sql<FormerStanding>`
    select unit_id as "unitId", name, short_name as "shortName", parent_id as "parentId", valid_from as "validFrom", valid_until as "validUntil"
    from organization.former_standing where ${unitId ?? null}::uuid is null or unit_id = ${unitId ?? null}::uuid
    order by unit_id, valid_from`.execute(tx)
  return rows
}

/** The tree as it stood on a day, names and parents of that day; a flat list. */
export async function unitTree(tx: Tx, { asOf }: { readonly asOf: Day }): Promise<Unit[]> {
  return treeOn(await allUnits(tx), await formerStandings(tx), asOf)
}

/** Lets one change of the tree in at a time, so that two of them together close no circle. */
export async function lockTree(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7236402)`.execute(tx)
}
