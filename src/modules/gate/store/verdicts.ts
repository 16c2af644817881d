// Writes what the gate found.
import type { Generated } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

type GateTables = {
  'gate.verdict': { id: Generated<string>; content_hash: string; passed: boolean; findings: string; given_at: Date }
}

export async function saveVerdict(
  tx: Tx,
  verdict: { readonly contentHash: string; readonly passed: boolean; readonly findings: readonly unknown[]; readonly at: Date },
): Promise<void> {
  await tx
    .withTables<GateTables>()
    .insertInto('gate.verdict')
    .values({ content_hash: verdict.contentHash, passed: verdict.passed, findings: JSON.stringify(verdict.findings), given_at: verdict.at })
    .execute()
}
