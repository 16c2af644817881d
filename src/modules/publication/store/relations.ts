// Writes how public documents belong together.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { InterpretationForm, RelationKindName } from '../law/relation-kinds.ts'

export interface PublicRelation {
  readonly kind: RelationKindName
  readonly fromId: string
  readonly toId: string
  readonly form: InterpretationForm | null
  readonly periodFrom: Day | null
  readonly periodTo: Day | null
  readonly shortReason: string
}

/** Shows a relation as soon as both documents are public; before, nothing of it is seen. */
export async function showRelation(tx: Tx, { kind, fromId, toId, form, periodFrom, periodTo, shortReason }: PublicRelation): Promise<void> {
  await sql`
    insert into publication.relation (kind, from_id, to_id, form, period_from, period_to, short_reason)
    select ${kind}, f.id, t.id, ${form}::text, ${periodFrom}::date, ${periodTo}::date, ${shortReason}
    from publication.document f, publication.document t where f.id = ${fromId}::uuid and t.id = ${toId}::uuid
    on conflict (from_id, kind, to_id) do update
      set form = excluded.form, period_from = excluded.period_from, period_to = excluded.period_to, short_reason = excluded.short_reason`.execute(tx)
}

export async function hideRelation(tx: Tx, { kind, fromId, toId }: Pick<PublicRelation, 'kind' | 'fromId' | 'toId'>): Promise<void> {
  await sql`delete from publication.relation where from_id = ${fromId}::uuid and kind = ${kind} and to_id = ${toId}::uuid`.execute(tx)
}
