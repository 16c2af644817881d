// Writes leading groups, their seats, and who answers for disclosure in a unit.
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Seat } from '../law/seats.ts'
import type { OrganizationTables } from './tables.ts'

export interface LeadingGroupFacts {
  readonly name: string
  readonly officeSection: string
  readonly validFrom: Day
}

export async function insertLeadingGroup(tx: Tx, unitId: string, group: LeadingGroupFacts): Promise<string> {
  const row = await tx
    .withTables<OrganizationTables>()
    .insertInto('organization.leading_group')
    .values({ unit_id: unitId, name: group.name, office_section: group.officeSection, valid_from: group.validFrom, valid_until: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function updateLeadingGroup(tx: Tx, groupId: string, group: LeadingGroupFacts): Promise<void> {
  await tx
    .withTables<OrganizationTables>()
    .updateTable('organization.leading_group')
    .set({ name: group.name, office_section: group.officeSection, valid_from: group.validFrom })
    .where('id', '=', groupId)
    .execute()
}

/** Ends the group and every seat that is still taken. */
export async function setLeadingGroupEnd(tx: Tx, groupId: string, lastDay: Day): Promise<void> {
  const db = tx.withTables<OrganizationTables>()
  await db.updateTable('organization.leading_group').set({ valid_until: lastDay }).where('id', '=', groupId).execute()
  await db
    .updateTable('organization.leading_group_member')
    .set({ valid_until: lastDay })
    .where('leading_group_id', '=', groupId)
    .where('valid_until', 'is', null)
    .execute()
}

export async function insertMember(
  tx: Tx,
  groupId: string,
  member: { readonly personId: string; readonly seat: Seat; readonly validFrom: Day },
): Promise<string> {
  const row = await tx
    .withTables<OrganizationTables>()
    .insertInto('organization.leading_group_member')
    .values({ leading_group_id: groupId, person_id: member.personId, seat: member.seat, valid_from: member.validFrom, valid_until: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function setMemberEnd(tx: Tx, memberId: string, lastDay: Day): Promise<void> {
  await tx.withTables<OrganizationTables>().updateTable('organization.leading_group_member').set({ valid_until: lastDay }).where('id', '=', memberId).execute()
}

export interface ResponsiblePersonFacts {
  readonly unitId: string
  readonly personId: string
  readonly contactId: string | null
  readonly contactPhone: string
  readonly validFrom: Day
}

/** Puts the new one in and ends whoever stood there the day before. */
export async function replaceResponsiblePerson(tx: Tx, of: ResponsiblePersonFacts, dayBefore: Day): Promise<void> {
  const db = tx.withTables<OrganizationTables>()
  await db
    .updateTable('organization.responsible_person')
    .set({ valid_until: dayBefore })
    .where('unit_id', '=', of.unitId)
    .where('valid_until', 'is', null)
    .execute()
  await db
    .insertInto('organization.responsible_person')
    .values({
      unit_id: of.unitId,
      person_id: of.personId,
      contact_id: of.contactId,
      contact_phone: of.contactPhone,
      valid_from: of.validFrom,
      valid_until: null,
    })
    .execute()
}

export async function endResponsiblePerson(tx: Tx, unitId: string, lastDay: Day): Promise<void> {
  await tx
    .withTables<OrganizationTables>()
    .updateTable('organization.responsible_person')
    .set({ valid_until: lastDay })
    .where('unit_id', '=', unitId)
    .where('valid_until', 'is', null)
    .execute()
}
