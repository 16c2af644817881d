// Writes how documents belong together, with a record of who said so.
import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { RelationFacts } from '../rules/relation.ts'

type RelationState = 'set' | 'refused' | 'ended'

export async function saveRelation(tx: Tx, relation: RelationFacts, state: RelationState, by: { readonly actor: Actor; readonly at: Date }): Promise<string> {
  const { kind, fromId, toId, form, periodFrom, periodTo, shortReason } = relation
  const { rows } = await sql<{ id: string }>`
    insert into disclosure.relation (kind, from_id, to_id, state, form, period_from, period_to, short_reason, set_by, set_at)
    values (${kind}, ${fromId}, ${toId}, ${state}, ${form}, ${periodFrom}, ${periodTo}, ${shortReason.trim()}, ${by.actor.accountId}, ${by.at})
    on conflict (from_id, kind, to_id) do update set state = excluded.state, form = excluded.form, period_from = excluded.period_from, period_to = excluded.period_to,
      short_reason = excluded.short_reason, set_by = excluded.set_by, set_at = excluded.set_at
    returning id`.execute(tx)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('a relation was written without an id')
  await recordRelationStep(tx, id, state, by)
  return id
}

export async function endRelation(tx: Tx, id: string, by: { readonly actor: Actor; readonly at: Date }): Promise<void> {
  await sql`update disclosure.relation set state = 'ended', set_by = ${by.actor.accountId}, set_at = ${by.at} where id = ${id}`.execute(tx)
  await recordRelationStep(tx, id, 'ended', by)
}

/** The last day of which the catalogue was told; another one is told again. */
export async function markClosingTold(tx: Tx, relationIds: readonly string[]): Promise<void> {
  await sql`update disclosure.relation set closing_told_for = period_to where id = any(${[...relationIds]}::uuid[])`.execute(tx)
}

async function recordRelationStep(tx: Tx, id: string, state: RelationState, { actor, at }: { readonly actor: Actor; readonly at: Date }): Promise<void> {
  await sql`
    insert into disclosure.relation_step_taken (relation_id, to_state, by_account_id, by_name, at)
    values (${id}, ${state}, ${actor.accountId}, ${actor.name}, ${at})`.execute(tx)
}

/** One at a time until the transaction ends. */
export const lockCarrying = (tx: Tx): Promise<unknown> => sql`select pg_advisory_xact_lock(hashtextextended('relations become public', 0))`.execute(tx)
