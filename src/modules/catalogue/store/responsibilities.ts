// Writes who within a unit answers.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export async function setSection(tx: Tx, responsibilityId: string, sectionId: string | null): Promise<void> {
  await sql`update catalogue.responsibility set section_id = ${sectionId}::uuid where id = ${responsibilityId}::uuid`.execute(tx)
}
