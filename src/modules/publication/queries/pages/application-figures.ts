// What is known to everybody of the applications of each year: all together and unit by unit, as the worker counted them.
import { sql } from 'kysely'
import type { YearOfApplications } from '../../../../law/application-figures.ts'
import type { Tx } from '../../../../platform/database/database.ts'

export interface ShownYear extends YearOfApplications {
  readonly unitName: string | null
  readonly unitSlug: string | null
  readonly countedAt: Date
}

/** The newest year first; in it all together, then the units in their order. */
export async function applicationFigures(tx: Tx): Promise<ShownYear[]> {
  const { rows } = await sql<ShownYear>`
    select counted.year, counted.unit_id as "unitId", counted.figures, counted.mean_days as "meanDays", counted.counted_at as "countedAt", unit.name as "unitName", unit.slug as "unitSlug"
    from publication.application_figures counted left join publication.unit on unit.id = counted.unit_id
    order by counted.year desc, counted.unit_id is not null, unit.position, unit.name limit 20000`.execute(tx)
  return rows
}
