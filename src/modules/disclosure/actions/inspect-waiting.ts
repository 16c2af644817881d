// Inspects one file of an edition in work that was never inspected; one whose bytes are gone is told of as broken.
import type { Tx } from '../../../platform/database/database.ts'
import { inspectFiles, type Inspector } from '../../gate/index.ts'
import { nextUninspected } from '../queries/uninspected.ts'

export async function inspectNextWaiting(tx: Tx, inspector: Inspector, at: Date): Promise<'inspected' | 'nothing-waits'> {
  const file = await nextUninspected(tx)
  if (!file) return 'nothing-waits'
  await inspectFiles(tx, [file], inspector, at)
  return 'inspected'
}
