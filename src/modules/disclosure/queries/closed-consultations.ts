// Which consultations on drafts are over without the catalogue having been told?
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

export interface ClosedConsultation {
  readonly relationId: string
  readonly documentId: string
  readonly unitId: string
  readonly title: string
  readonly documentNumber: string | null
  readonly columnIds: readonly string[]
  readonly lastDay: Day
}

/** Locks them, so that two workers tell of none twice. The draft must be public: nobody was asked before. */
export async function closedConsultations(tx: Tx, today: Day, limit: number): Promise<ClosedConsultation[]> {
  const { rows } = await sql<ClosedConsultation>`
    select relation.id as "relationId", d.id as "documentId", d.unit_id as "unitId", d.title, d.document_number as "documentNumber", relation.period_to as "lastDay",
      array(select placed.column_id from publication.document_column placed where placed.document_id = d.id) as "columnIds"
    from disclosure.relation join publication.document d on d.id = relation.from_id
    where relation.kind = 'consults' and relation.state = 'set' and relation.period_to < ${today}::date
      and relation.closing_told_for is distinct from relation.period_to
    order by relation.period_to, relation.id limit ${limit} for update of relation skip locked`.execute(tx)
  return rows
}
