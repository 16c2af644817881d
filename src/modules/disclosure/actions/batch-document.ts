// Corrects day, number or address under which a former site published one document of a batch.
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { batchStates } from '../law/historic-batch.ts'
import { lockBatch } from '../queries/batch.ts'
import { batchRows, findingsOf } from '../queries/batch-documents.ts'
import { handIn } from '../queries/import-reach.ts'
import { setOrigin, type Origin } from '../store/import.ts'

export interface Correction extends Origin {
  readonly batchId: string
  readonly documentId: string
}

/** Returns what is still missing. */
export async function correctBatchDocument(tx: Tx, by: By, { batchId, documentId, ...origin }: Correction): Promise<Ruling<readonly Refusal[]>> {
  const batch = await lockBatch(tx, by.actor, batchId)
  if (!batch) return refused('batch-not-found')
  const [row] = await batchRows(tx, batchId, { documentIds: [documentId] })
  if (!row) return refused('batch-document-not-found')
  const refusals: Refusal[] = []
  if (!handIn(by.actor, batch.unitId).grantFor('import.run')) return refused('not-allowed')
  if ((batch.state !== 'collecting' && batch.state !== 'returned') || row.isLive)
    refusals.push({ code: 'batch-closed', facts: { state: batchStates[batch.state].title } })
  if (origin.originalPublishedOn !== null && origin.originalPublishedOn > by.today) refusals.push({ code: 'original-day-ahead', field: 'originalPublishedOn' })
  if (origin.originalIndexNumber !== null && !/^[\p{Script=Han}A-Za-z0-9/\-—_〔〕().（）·]{3,80}$/u.test(origin.originalIndexNumber))
    refusals.push({ code: 'original-number-malformed', field: 'originalIndexNumber' })
  if (origin.originalAddress !== null && !/^(?:https?:\/\/[^\s/]+|\/)[^\s<>"]*$/i.test(origin.originalAddress))
    refusals.push({ code: 'original-address-malformed', field: 'originalAddress' })
  if (refusals.length > 0) return refused(...refusals)

  await setOrigin(tx, documentId, origin)
  return granted(findingsOf({ ...row, ...origin }, by.today))
}
