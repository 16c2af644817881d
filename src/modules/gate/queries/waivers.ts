// Which findings of an edition were let stand, by whom, when and why.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export interface Waiver {
  readonly id: string
  readonly fingerprint: string
  readonly code: string
  readonly place: string
  readonly excerpt: string
  readonly reason: string
  readonly byId: string
  readonly byName: string
  readonly role: string
  readonly at: Date
  readonly revokedAt: Date | null
  readonly revokedByName: string | null
}

/** All of them in the order of time, revoked ones too: they are part of the record. */
export async function waiversByEdition(tx: Tx, editionIds: readonly string[]): Promise<ReadonlyMap<string, Waiver[]>> {
  const { rows } = await sql<Waiver & { readonly editionId: string }>`
    select edition_id as "editionId", waiver.id, fingerprint, code, place, excerpt, reason, waived_by as "byId", by_name as "byName", role, waived_at as at,
      revoked_at as "revokedAt", account.name as "revokedByName"
    from gate.waiver left join access.account on account.id = revoked_by
    where edition_id = any(${editionIds}::uuid[]) order by waived_at, waiver.id`.execute(tx)
  const byEdition = new Map<string, Waiver[]>()
  for (const { editionId, ...waiver } of rows) byEdition.set(editionId, [...(byEdition.get(editionId) ?? []), waiver])
  return byEdition
}

export const waiversOf = async (tx: Tx, editionId: string): Promise<Waiver[]> => (await waiversByEdition(tx, [editionId])).get(editionId) ?? []
