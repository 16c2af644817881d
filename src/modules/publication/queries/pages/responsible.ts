// Who answers for disclosure in which unit? Units that have ended are left out: what they owed passed to their successors.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/database.ts'
import { readUnitProfile, type UnitProfile } from '../../rules/unit-profile.ts'

export interface ResponsibleRow {
  readonly unitName: string
  readonly unitSlug: string
  readonly person: NonNullable<UnitProfile['responsiblePerson']>
}

/** In the order of units; a county has some hundreds. */
export async function responsiblePersons(tx: Tx, today: string): Promise<readonly ResponsibleRow[]> {
  const found = await sql<{ unitName: string; unitSlug: string; profile: unknown }>`
    select name as "unitName", slug as "unitSlug", jsonb_build_object('responsiblePerson', profile->'responsiblePerson') as profile
    from publication.unit where jsonb_typeof(profile->'responsiblePerson') = 'object' and (valid_until is null or valid_until > ${today}::date)
    order by position, name limit 5000`.execute(tx)
  return found.rows.flatMap(({ unitName, unitSlug, profile }) => {
    const person = readUnitProfile(profile).responsiblePerson
    return person ? [{ unitName, unitSlug, person }] : []
  })
}
