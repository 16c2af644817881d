// Moves a historic batch: submitted, reviewed for secrets, approved once for all of it, returned, released.
import { refused, granted, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { accountsWhoMay, type By } from '../../access/index.ts'
import { notify } from '../../notices/index.ts'
import type { BatchState, BatchStepName } from '../law/historic-batch.ts'
import { lockBatch, type Batch } from '../queries/batch.ts'
import { factsOfBatch } from '../queries/batch-documents.ts'
import { handIn } from '../queries/import-reach.ts'
import { takeBatchStep } from '../rules/import/batch.ts'
import { clearReleaseFailures, moveBatch } from '../store/import.ts'

export interface BatchStepTaken {
  readonly batchId: string
  readonly step: BatchStepName
  readonly opinion?: string
  readonly secrecy?: { readonly basis: string; readonly conclusion: string }
}

const linkTo = (batchId: string): string => `/historic-batches/${batchId}`

/** Whose turn it is now hears of it; who made the batch hears how it ended. */
async function tellOfBatch(tx: Tx, by: By, batch: Batch, step: BatchStepName): Promise<void> {
  const place = { unitId: batch.unitId }
  const told = async (kind: 'task' | 'returned', words: string, accountIds: readonly string[]): Promise<void> => {
    const others = accountIds.filter((one) => one !== by.actor.accountId)
    await notify(tx, { accountIds: others, kind, title: `${words}：${batch.name}`, link: linkTo(batch.batchId), at: by.at })
  }
  const makers = [batch.createdBy, ...(batch.submittedBy === null ? [] : [batch.submittedBy])]
  const holders = async (action: 'edition.secrecy-review' | 'batch.approve'): Promise<string[]> =>
    (await accountsWhoMay(tx, action, place, by.today)).map((one) => one.accountId).filter((one) => !makers.includes(one))
  if (step === 'submit') await told('task', '请对历史数据批次进行保密审查', await holders('edition.secrecy-review'))
  if (step === 'pass-secrecy') await told('task', '请审批历史数据批次', await holders('batch.approve'))
  if (step === 'return') await told('returned', `${by.actor.name}退回历史数据批次`, makers)
}

export async function takeStepWithBatch(tx: Tx, by: By, { batchId, step, opinion = '', secrecy }: BatchStepTaken): Promise<Ruling<BatchState>> {
  const batch = await lockBatch(tx, by.actor, batchId)
  if (!batch) return refused('batch-not-found')
  const ruling = takeBatchStep(step, await factsOfBatch(tx, batch, by.today), handIn(by.actor, batch.unitId), opinion)
  if (!ruling.ok) return ruling

  const { grant, to } = ruling.value
  await moveBatch(tx, { batchId, step, from: batch.state, to, by: by.actor, grant, at: by.at, opinion: opinion.trim(), ...(secrecy && { secrecy }) })
  if (step === 'submit' || step === 'release') await clearReleaseFailures(tx, batchId)
  await tellOfBatch(tx, by, batch, step)
  return granted(to)
}
