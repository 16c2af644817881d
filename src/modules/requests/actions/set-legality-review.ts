// Sets whether a unit has the legality of its answers reviewed before they are signed; it holds for what is drafted from then on.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { accountsWhoMay, may, type By } from '../../access/index.ts'
import { unitById } from '../../organization/index.ts'
import { saveLegalityWish } from '../store/legality.ts'

export async function setLegalityReview(tx: Tx, by: By, unitId: string, wanted: boolean): Promise<Ruling<{ wanted: boolean }>> {
  if (!may(by.actor, 'request.legality-setting', { unitId, sectionId: null }).ok || !(await unitById(tx, unitId))) return refused('not-found')
  // Where nobody may review, every answer would stand still.
  if (wanted && (await legalReviewersOf(tx, by, unitId)).length === 0) return refused('legal-reviewer-missing')
  await saveLegalityWish(tx, by, unitId, wanted)
  return granted({ wanted })
}

/** Names of those who may review the legality of its answers today. */
export async function legalReviewersOf(tx: Tx, { today }: Pick<By, 'today'>, unitId: string): Promise<string[]> {
  return (await accountsWhoMay(tx, 'request.legality-review', { unitId, sectionId: null }, today)).map(({ name }) => name)
}
