// Looks at an edition as the gate would, and keeps the counts for the lists.
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { look, saveLook, type Seen, type WaivingHand } from '../../gate/index.ts'
import type { Edition } from '../queries/edition.ts'
import { handAt } from '../queries/facts.ts'
import { historyOf } from '../queries/history.ts'
import { publicItemOf } from '../queries/public-item.ts'
import { sheetOf } from '../rules/sheet.ts'

export type EditionSeen = Seen

async function seenAt(tx: Tx, edition: Edition, at: Date): Promise<Seen> {
  return look(tx, await publicItemOf(tx, edition), { editionId: edition.editionId, secrecyReviewed: 'not-asked' }, at)
}

/** Counts what stands, what is told and what was let stand. */
export async function keepLook(tx: Tx, edition: Edition, { findings, standing }: Seen, at: Date): Promise<void> {
  const count = (severity: string): number => standing.filter((finding) => finding.severity === severity).length
  const remarks = findings.filter(({ severity }) => severity === 'remark').length
  await saveLook(tx, {
    editionId: edition.editionId,
    version: edition.version,
    errors: count('error'),
    warnings: count('warning'),
    remarks,
    waived: findings.length - remarks - standing.length,
    at,
  })
}

/** Who acts at the edition, for the rules of waiving. */
async function waivingHand(tx: Tx, by: By, edition: Edition): Promise<WaivingHand> {
  const hand = handAt(by.actor, edition)
  const { submittedBy } = sheetOf(await historyOf(tx, edition.editionId))
  return { grantFor: hand.grantFor, isAuthor: [edition.authorId, submittedBy].includes(by.actor.accountId) }
}

export async function lookAtEdition(tx: Tx, by: By, edition: Edition, { keep }: { readonly keep: boolean }): Promise<{ seen: Seen; hand: WaivingHand }> {
  const seen = await seenAt(tx, edition, by.at)
  if (keep) await keepLook(tx, edition, seen, by.at)
  return { seen, hand: await waivingHand(tx, by, edition) }
}

/** The same without a person, for the worker. */
export async function lookUnasked(tx: Tx, edition: Edition, at: Date): Promise<void> {
  await keepLook(tx, edition, await seenAt(tx, edition, at), at)
}
