// Writes the figures of applications that the public sees: all years at once, as they were counted last.
import { sql } from 'kysely'
import type { YearOfApplications } from '../../../law/application-figures.ts'
import type { Tx } from '../../../platform/database/database.ts'

export async function saveApplicationFigures(tx: Tx, years: readonly YearOfApplications[], at: Date): Promise<void> {
  await sql`delete from publication.application_figures`.execute(tx)
  const rows = years.map(({ year, unitId, figures, meanDays }) => ({ year, unit_id: unitId, figures, mean_days: meanDays }))
  await sql`
    insert into publication.application_figures (year, unit_id, figures, mean_days, counted_at)
    select given.year, given.unit_id, given.figures, given.mean_days, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (year smallint, unit_id uuid, figures jsonb, mean_days int)
      left join publication.unit on unit.id = given.unit_id where given.unit_id is null or unit.id is not null`.execute(tx)
}
