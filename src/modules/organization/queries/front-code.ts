// The code that stands in front of a unit's index numbers: its own, or the nearest one above it.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { inheritedFrontCode, type Coded } from '../rules/codes.ts'

/** Asked at every publication: only the unit and those above it are read. */
export async function frontCodeOfUnit(tx: Tx, unitId: string): Promise<string> {
  const { rows } = await sql<Coded>`
    with recursive above (id, parent_id, organization_code, credit_code) as (
      select id, parent_id, organization_code, credit_code from organization.unit where id = ${unitId}
      union select unit.id, unit.parent_id, unit.organization_code, unit.credit_code from above join organization.unit on unit.id = above.parent_id)
    select id, parent_id as "parentId", organization_code as "organizationCode", credit_code as "creditCode" from above`.execute(tx)
  return inheritedFrontCode(unitId, rows)
}
