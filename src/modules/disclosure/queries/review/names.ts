// The register of units as names to look for in a text: full, short and former ones, each leading to who is to be asked today.
import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import { indexOf, unitsNamedIn, type NamedUnit, type NameIndex, type UnitName } from '../../rules/review/names.ts'

/** Units whose short name is a place: 清源镇 is where something is, 清源镇人民政府 is whom to ask. */
const placeKinds = ['town', 'street', 'village', 'community']

interface Row {
  readonly unitId: string
  readonly name: string
  readonly kind: 'full' | 'short'
  readonly unitKind: string
}

/** A unit that has ended leads to its successors, one that has nobody to the nearest above it that has. */
export async function nameRegister(tx: Tx, today: Day): Promise<NameIndex> {
  const { rows } = await sql<Row>`
    with recursive heir (unit_id, heir_id, depth) as (
      select id, id, 0 from organization.unit where kind <> 'section'
      union
      select heir.unit_id, coalesce(succession.successor_id, parent.id), heir.depth + 1
      from heir
      join organization.unit on unit.id = heir.heir_id
      left join organization.succession on succession.predecessor_id = unit.id and unit.valid_until < ${today}::date
      left join organization.unit parent on parent.id = unit.parent_id and not unit.has_own_staff and (unit.valid_until is null or unit.valid_until >= ${today}::date)
      where heir.depth < 8 and coalesce(succession.successor_id, parent.id) is not null),
    asked as (
      select unit_id, heir_id from heir join organization.unit on unit.id = heir_id
      where unit.has_own_staff and (unit.valid_until is null or unit.valid_until >= ${today}::date)),
    named as (
      select id as unit_id, name, 'full' as kind, kind as unit_kind from organization.unit where kind <> 'section'
      union select id, short_name, 'short', kind from organization.unit where kind <> 'section' and short_name <> '' and short_name <> name
      union select former.unit_id, former.name, 'full', unit.kind from organization.former_standing former join organization.unit on unit.id = former.unit_id where unit.kind <> 'section'
      union select former.unit_id, former.short_name, 'short', unit.kind from organization.former_standing former join organization.unit on unit.id = former.unit_id
        where unit.kind <> 'section' and former.short_name <> '')
    select distinct on (named.name) asked.heir_id as "unitId", named.name, named.kind, named.unit_kind as "unitKind"
    from named join asked on asked.unit_id = named.unit_id
    where not (named.kind = 'short' and named.unit_kind = any(${placeKinds}::text[]))
    order by named.name, named.unit_id = asked.heir_id desc, named.kind`.execute(tx)
  return indexOf(rows.map(({ unitId, name, kind, unitKind }): UnitName => ({ unitId, name, kind, government: unitKind === 'government' })))
}

/** The units above one: they are addressed and obeyed more often than spoken of. */
async function superiorsOf(tx: Tx, unitId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive above (id, parent_id) as (
      select id, parent_id from organization.unit where id = ${unitId}
      union all select unit.id, unit.parent_id from above join organization.unit on unit.id = above.parent_id)
    select id from above where id <> ${unitId}`.execute(tx)
  return rows.map((row) => row.id)
}

export interface Proposal extends NamedUnit {
  readonly unitName: string
}

/** Units that a text names, with their names of today. */
export async function namedUnits(
  tx: Tx,
  { unitId, handledById, title, bodyText }: { readonly unitId: string; readonly handledById: string | null; readonly title: string; readonly bodyText: string },
  today: Day,
): Promise<Proposal[]> {
  const index = await nameRegister(tx, today)
  const superiorIds = await superiorsOf(tx, unitId)
  const found = unitsNamedIn(`${title}\n\n\n\n\n${bodyText}`, index, { ownUnitId: handledById ?? unitId, superiorIds }).filter((one) => one.unitId !== unitId)
  if (found.length === 0) return []
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from organization.unit where id = any(${found.map((one) => one.unitId)}::uuid[])`.execute(tx)
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return found.map((one) => ({ ...one, unitName: names.get(one.unitId) ?? one.found }))
}
