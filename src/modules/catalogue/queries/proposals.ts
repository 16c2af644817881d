// What looks like the answer to an open duty, the likeliest first.
import type { Tx } from '../../../platform/database/database.ts'
import { proposalsOf, type Proposal } from '../rules/match.ts'
import { candidates } from './candidates.ts'
import type { Duty } from './duties.ts'

export async function proposalsFor(tx: Tx, duty: Duty): Promise<Proposal[]> {
  if (duty.outcome !== null || duty.cause === 're-examination') return []
  const { unitId, columnIds, periodFrom, responsibilityId } = duty
  return proposalsOf(await candidates(tx, { unitId, columnIds, from: periodFrom, responsibilityId, again: duty.rhythm?.kind === 'permanent' }), duty)
}
