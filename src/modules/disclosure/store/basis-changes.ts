// Writes that a document's basis changed, and what was found about it.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { BasisChange, BasisSettlement } from '../law/basis-changes.ts'

export interface ChangedBasis {
  readonly documentId: string
  readonly title: string
  readonly documentNumber: string | null
  readonly change: BasisChange
  readonly at: Date
}

/** Once for each document and event; returns those that did not know of it. */
export async function insertBasisChanges(
  tx: Tx,
  documentIds: readonly string[],
  { documentId, title, documentNumber, change, at }: ChangedBasis,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into disclosure.basis_change (document_id, basis_id, change, basis_title, basis_number, happened_at)
    select document.id, ${documentId}, ${change}, ${title}, ${documentNumber}, ${at}
    from disclosure.document where document.id = any(${[...documentIds]}::uuid[])
    on conflict do nothing returning document_id as id`.execute(tx)
  return rows.map((row) => row.id)
}

export interface Settling {
  readonly documentId: string
  readonly basisId: string
  readonly change: BasisChange
  readonly settlement: BasisSettlement
  readonly note: string
  readonly by: string
  readonly at: Date
}

export async function settleBasis(tx: Tx, { documentId, basisId, change, settlement, note, by, at }: Settling): Promise<void> {
  await sql`
    update disclosure.basis_change set settlement = ${settlement}, settled_note = ${note}, settled_by = ${by}, settled_at = ${at}
    where document_id = ${documentId} and basis_id = ${basisId} and change = ${change}`.execute(tx)
}
