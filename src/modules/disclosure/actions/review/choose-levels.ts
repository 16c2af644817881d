// A unit chooses how many levels it reviews with, and whether three readings are marked; sheets under way follow from now on.
import { granted, refused, type Ruling } from '../../../../kernel/ruling.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import { may, type By } from '../../../access/index.ts'
import { unitById } from '../../../organization/index.ts'
import type { Levels } from '../../law/review-levels.ts'
import { putSetting } from '../../store/review.ts'

export async function chooseLevels(
  tx: Tx,
  by: By,
  { unitId, levels, proofreading }: { readonly unitId: string; readonly levels: Levels; readonly proofreading: boolean },
): Promise<Ruling<null>> {
  const unit = await unitById(tx, unitId)
  if (!unit || unit.kind === 'section') return refused('unit-not-found')
  if (!may(by.actor, 'unit.manage', { unitId }).ok) return refused('not-allowed')
  await putSetting(tx, unitId, { levels, proofreading }, { by: by.actor, at: by.at })
  return granted(null)
}
