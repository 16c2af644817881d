// Writes units, what they were called before, and who took over from whom.
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { SuccessionKind } from '../law/succession-kinds.ts'
import type { UnitKind } from '../law/unit-kinds.ts'
import type { FormerStanding, UnitFacts } from '../rules/unit.ts'
import type { OrganizationTables } from './tables.ts'

const columnsOf = (facts: UnitFacts) => ({
  parent_id: facts.parentId,
  name: facts.name,
  short_name: facts.shortName,
  organization_code: facts.organizationCode,
  credit_code: facts.creditCode,
  slug: facts.slug,
  duties: facts.duties,
  address: facts.address,
  office_hours: facts.officeHours,
  phone: facts.phone,
  fax: facts.fax,
  email: facts.email,
  postcode: facts.postcode,
  position: facts.position,
  has_own_staff: facts.hasOwnStaff,
  empty_columns: facts.emptyColumns,
})

export async function insertUnit(
  tx: Tx,
  unit: { readonly id?: string; readonly kind: UnitKind; readonly facts: UnitFacts; readonly validFrom: Day },
): Promise<string> {
  const row = await tx
    .withTables<OrganizationTables>()
    .insertInto('organization.unit')
    .values({ ...columnsOf(unit.facts), ...(unit.id === undefined ? {} : { id: unit.id }), kind: unit.kind, valid_from: unit.validFrom, valid_until: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Saves what was written on version `version`; false where somebody else saved meanwhile. */
export async function updateUnit(tx: Tx, unitId: string, version: number, facts: UnitFacts): Promise<boolean> {
  const done = await tx
    .withTables<OrganizationTables>()
    .updateTable('organization.unit')
    .set((eb) => ({ ...columnsOf(facts), version: eb('version', '+', 1) }))
    .where('id', '=', unitId)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function setUnitEnd(tx: Tx, unitId: string, version: number, lastDay: Day): Promise<boolean> {
  const done = await tx
    .withTables<OrganizationTables>()
    .updateTable('organization.unit')
    .set((eb) => ({ valid_until: lastDay, version: eb('version', '+', 1) }))
    .where('id', '=', unitId)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function moveSubUnits(tx: Tx, subUnitIds: readonly string[], parentId: string): Promise<void> {
  if (subUnitIds.length === 0) return
  await tx
    .withTables<OrganizationTables>()
    .updateTable('organization.unit')
    .set((eb) => ({ parent_id: parentId, version: eb('version', '+', 1) }))
    .where('id', 'in', subUnitIds)
    .execute()
}

export async function insertFormerStandings(tx: Tx, formers: readonly FormerStanding[]): Promise<void> {
  if (formers.length === 0) return
  await tx
    .withTables<OrganizationTables>()
    .insertInto('organization.former_standing')
    .values(
      formers.map((former) => ({
        unit_id: former.unitId,
        name: former.name,
        short_name: former.shortName,
        parent_id: former.parentId,
        valid_from: former.validFrom,
        valid_until: former.validUntil,
      })),
    )
    .execute()
}

export async function insertSuccession(
  tx: Tx,
  predecessorId: string,
  successorIds: readonly string[],
  of: { readonly kind: SuccessionKind; readonly happenedOn: Day; readonly note: string },
): Promise<void> {
  const rows = successorIds.length === 0 ? [null] : successorIds
  await tx
    .withTables<OrganizationTables>()
    .insertInto('organization.succession')
    .values(rows.map((successorId) => ({ predecessor_id: predecessorId, successor_id: successorId, kind: of.kind, happened_on: of.happenedOn, note: of.note })))
    .execute()
}
