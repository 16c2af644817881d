// How each of some documents belongs with others, for feeds and data: both directions, and what its text cites.
import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import { plannedOnce } from '../../../../platform/database/prepared.ts'
import type { InterpretationForm, RelationKindName } from '../../law/relation-kinds.ts'

export interface ListedRelation {
  /** The document that was asked about. */
  readonly of: string
  readonly kind: RelationKindName | 'cites'
  /** From the document that was asked about, or to it. */
  readonly direction: 'from' | 'to'
  readonly id: string
  readonly title: string
  readonly form: InterpretationForm | null
  /** Days on which opinions were taken. */
  readonly periodFrom: Day | null
  readonly periodTo: Day | null
}

const mostOfOne = 100

/** One query for all of them; bounded for each. */
export async function relationsOfDocuments(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly ListedRelation[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<ListedRelation>`
    ${plannedOnce} select asked.id as "of", found.kind, found.direction, d.id, d.title, found.form, found.period_from as "periodFrom", found.period_to as "periodTo"
    from unnest(${[...ids]}::uuid[]) as asked (id) cross join lateral (
      (select kind, 'from' as direction, to_id as other, form, period_from, period_to from publication.relation where from_id = asked.id order by kind, to_id limit ${mostOfOne})
      union all
      (select kind, 'to', from_id, form, period_from, period_to from publication.relation where to_id = asked.id order by kind, from_id limit ${mostOfOne})
      union all
      (select distinct 'cites', 'from', publication.document_cited(kind, key, document_id), null::text, null::date, null::date
        from publication.citation where document_id = asked.id limit ${mostOfOne})) found
    join publication.document d on d.id = found.other and d.id <> asked.id
    order by asked.id, found.kind, found.direction, d.listed_at, d.id`.execute(tx)
  const byDocument = new Map<string, ListedRelation[]>()
  for (const row of rows) byDocument.set(row.of, [...(byDocument.get(row.of) ?? []), row])
  return byDocument
}
