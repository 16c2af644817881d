// Takes a public text back at once, with a coded reason; what stays in public is number, time and the neutral sentence.
import { granted, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { withdraw } from '../../publication/index.ts'
import type { WithdrawalReason } from '../../publication/law/withdrawal-reasons.ts'
import type { Edition } from '../queries/edition.ts'
import { tellDependents } from './tell-dependents.ts'
import { moveEdition, setLiveEdition } from '../store/editions.ts'

export async function withdrawEdition(tx: Tx, by: By, edition: Edition, reason: WithdrawalReason): Promise<Ruling<void>> {
  const { documentId, title, documentNumber } = edition
  await tellDependents(tx, by, { documentId, title, documentNumber, change: 'withdrawn' })
  const ruling = await withdraw(tx, { documentId: edition.documentId, reason, at: by.at })
  if (!ruling.ok) return ruling
  await moveEdition(tx, edition.editionId, { to: 'withdrawn', at: by.at })
  await setLiveEdition(tx, edition.documentId, null)
  return granted(undefined)
}
