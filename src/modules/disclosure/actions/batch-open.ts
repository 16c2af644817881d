// Opens a batch that collects old stock of a former site; a command goes on with the one of that name.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { unitById } from '../../organization/index.ts'
import { handIn } from '../queries/import-reach.ts'
import { openBatchNamed } from '../queries/batch.ts'
import { insertBatch } from '../store/import.ts'

export interface BatchRequest {
  readonly unitId: string
  readonly name: string
  /** Where its documents stand unless the list says otherwise. */
  readonly columnIds: readonly string[]
}

export async function openBatch(tx: Tx, by: By, { unitId, name, columnIds }: BatchRequest): Promise<Ruling<string>> {
  const unit = await unitById(tx, unitId)
  if (!unit || unit.kind === 'section') return refused('unit-not-found')
  if (!handIn(by.actor, unitId).grantFor('import.run')) return refused('not-allowed')
  return granted(await insertBatch(tx, { unitId, name, columnIds, createdBy: by.actor.accountId, at: by.at }))
}

/** The batch of that name that still collects, or a new one. */
export async function batchForCommand(tx: Tx, by: By, request: BatchRequest): Promise<Ruling<string>> {
  const open = await openBatchNamed(tx, by.actor, request)
  return open === undefined ? openBatch(tx, by, request) : granted(open)
}
