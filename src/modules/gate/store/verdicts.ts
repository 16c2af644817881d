// Writes what the gate found, and what somebody let stand.
import type { Generated } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

type GateTables = {
  'gate.verdict': { id: Generated<string>; content_hash: string; passed: boolean; findings: string; given_at: Date; edition_id: string | null; waivers: string }
  'gate.waiver': {
    id: Generated<string>
    edition_id: string
    fingerprint: string
    code: string
    place: string
    excerpt: string
    reason: string
    waived_by: string
    by_name: string
    role: string
    on_behalf_of: string | null
    waived_at: Date
    revoked_by: string | null
    revoked_at: Date | null
  }
  'gate.look': { edition_id: string; edition_version: number; errors: number; warnings: number; remarks: number; waived: number; looked_at: Date }
}

const tablesOf = (tx: Tx) => tx.withTables<GateTables>()

export interface NewVerdict {
  readonly contentHash: string
  readonly editionId: string
  readonly passed: boolean
  readonly findings: readonly unknown[]
  readonly waivers: readonly unknown[]
  readonly at: Date
}

export async function saveVerdicts(tx: Tx, verdicts: readonly NewVerdict[]): Promise<void> {
  if (verdicts.length === 0) return
  const rows = verdicts.map(({ contentHash, editionId, passed, findings, waivers, at }) => ({
    content_hash: contentHash,
    edition_id: editionId,
    passed,
    findings: JSON.stringify(findings),
    waivers: JSON.stringify(waivers),
    given_at: at,
  }))
  await tablesOf(tx).insertInto('gate.verdict').values(rows).execute()
}

export interface NewWaiver {
  readonly editionId: string
  readonly fingerprint: string
  readonly code: string
  readonly place: string
  readonly excerpt: string
  readonly reason: string
  readonly by: { readonly accountId: string; readonly name: string; readonly role: string; readonly onBehalfOf: string | null }
  readonly at: Date
}

export async function saveWaiver(tx: Tx, { by, at, editionId, ...waiver }: NewWaiver): Promise<void> {
  await tablesOf(tx)
    .insertInto('gate.waiver')
    .values({
      ...waiver,
      edition_id: editionId,
      waived_by: by.accountId,
      by_name: by.name,
      role: by.role,
      on_behalf_of: by.onBehalfOf,
      waived_at: at,
      revoked_by: null,
      revoked_at: null,
    })
    .execute()
}

export async function revokeWaiver(tx: Tx, waiverId: string, by: { readonly accountId: string; readonly at: Date }): Promise<void> {
  await tablesOf(tx).updateTable('gate.waiver').set({ revoked_by: by.accountId, revoked_at: by.at }).where('id', '=', waiverId).execute()
}

export interface Look {
  readonly editionId: string
  readonly version: number
  readonly errors: number
  readonly warnings: number
  readonly remarks: number
  readonly waived: number
  readonly at: Date
}

/** Keeps the counts for the lists; writes nothing where they stand already. */
export async function saveLook(tx: Tx, { editionId, version, at, ...counts }: Look): Promise<void> {
  await tablesOf(tx)
    .insertInto('gate.look')
    .values({ edition_id: editionId, edition_version: version, ...counts, looked_at: at })
    .onConflict((row) => row.column('edition_id').doUpdateSet({ edition_version: version, ...counts, looked_at: at }))
    .execute()
}
