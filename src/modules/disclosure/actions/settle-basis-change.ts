// Records what was found about a document whose basis changed.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { basisSettlements } from '../law/basis-changes.ts'
import { lockBasisChange } from '../queries/basis-changes.ts'
import { settleBasis, type Settling } from '../store/basis-changes.ts'

/** A later finding replaces an earlier one. */
export async function settleBasisChange(tx: Tx, by: By, found: Omit<Settling, 'by' | 'at'>): Promise<Ruling<void>> {
  if (!(await lockBasisChange(tx, by.actor, found))) return refused('not-found')
  const note = found.note.trim()
  if (basisSettlements[found.settlement].needsNote && note === '') return refused({ code: 'settlement-note-missing', field: 'note' })
  await settleBasis(tx, { ...found, note, by: by.actor.accountId, at: by.at })
  return granted(undefined)
}
