// The only writer of proposals to make an answer public, of what was done with them, and of which applications were asked for one.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import type { ProposalState, ProposalStep } from '../law/making-public.ts'
import type { Reasons } from '../rules/making-public.ts'

export interface NewProposal extends Reasons {
  readonly applicationId: string
  readonly unitId: string
  /** In whose words a person raised it; empty where the rule did. */
  readonly suggested: string
}

/** False where there is one already. */
export async function insertProposal(tx: Tx, one: NewProposal, at: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into requests.proposal (application_id, unit_id, state, granted_on, alike, suggested, raised_at)
    values (${one.applicationId}, ${one.unitId}, 'open', ${one.grantedOn}, ${one.alike}, ${one.suggested}, ${at})
    on conflict (application_id) do nothing returning application_id`.execute(tx)
  return rows.length > 0
}

/** Null for `by`: the rule did it. */
export async function recordProposalStep(
  tx: Tx,
  by: Pick<By, 'actor'> | null,
  one: { readonly applicationId: string; readonly step: ProposalStep; readonly reason: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into requests.proposal_step_taken (application_id, ordinal, step, reason, by_account_id, by_name, at)
    values (${one.applicationId}, (select count(*) + 1 from requests.proposal_step_taken before where before.application_id = ${one.applicationId}), ${one.step}, ${one.reason},
      ${by?.actor.accountId ?? null}, ${by?.actor.name ?? '系统'}, ${one.at})`.execute(tx)
}

export interface Decided {
  readonly state: ProposalState
  readonly documentId: string | null
  readonly entryId: string | null
  readonly wished: { readonly field: string; readonly name: string } | null
}

export async function saveDecision(tx: Tx, applicationId: string, { state, documentId, entryId, wished }: Decided): Promise<void> {
  await sql`
    update requests.proposal set state = ${state}, document_id = ${documentId}, entry_id = ${entryId}, wished_field = ${wished?.field ?? ''}, wished_name = ${wished?.name ?? ''}
    where application_id = ${applicationId}`.execute(tx)
}

export async function saveEntryOfProposal(tx: Tx, applicationId: string, entryId: string): Promise<void> {
  await sql`update requests.proposal set entry_id = ${entryId} where application_id = ${applicationId}`.execute(tx)
}

export async function markConsidered(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update requests.application set considered = steps where id = any(${[...ids]}::uuid[])`.execute(tx)
}
