// Lets a signed edition out of the one door: the gate judges it, the door publishes it, the text before it is superseded.
import type { Grant } from '../../../kernel/actor.ts'
import { granted, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { judge } from '../../gate/index.ts'
import { publish, type Published } from '../../publication/index.ts'
import { oweInterpretation } from './interpret.ts'
import { carryRelations } from './relate.ts'
import { tellDependents } from './tell-dependents.ts'
import { editionById, type Edition } from '../queries/edition.ts'
import { publicItemOf } from '../queries/public-item.ts'
import { moveEdition, setLiveEdition } from '../store/editions.ts'
import { removeInternal } from '../store/internal.ts'
import { recordStep } from '../store/steps.ts'

export interface Release {
  readonly edition: Edition
  readonly grant: Grant
  readonly secrecyReviewed: boolean
}

/** Where the people of another unit do it, that is part of the record (代发). */
export const actedFor = (edition: Edition, grant: Grant): Record<string, unknown> =>
  grant.unitId !== edition.unitId && edition.handledById !== null ? { publishedForUnit: edition.unitName } : {}

/** Publishes and records; whether it may be done has been decided before. */
export async function publishEdition(tx: Tx, by: By, { edition, grant, secrecyReviewed }: Release): Promise<Ruling<Published>> {
  const before = edition.liveEditionId === null ? undefined : await editionById(tx, edition.liveEditionId)
  const item = await publicItemOf(tx, { ...edition, changeNote: before?.state === 'published' ? edition.changeNote : '' })
  const verdict = await judge(tx, item, { editionId: edition.editionId, secrecyReviewed }, by.at)
  const ruling = await publish(tx, item, verdict, by.at)
  if (!ruling.ok) return ruling

  const hand = { documentId: edition.documentId, unitId: edition.unitId, by: by.actor, role: grant.role, onBehalfOf: grant.onBehalfOf, at: by.at }
  await moveEdition(tx, edition.editionId, { to: 'published', at: by.at })
  await setLiveEdition(tx, edition.documentId, edition.editionId)
  if (before) {
    await moveEdition(tx, before.editionId, { to: 'superseded', at: by.at })
    await recordStep(tx, { ...hand, editionId: before.editionId, step: 'supersede', from: before.state, to: 'superseded', detail: { by: edition.editionId } })
  }
  await carryRelations(tx, edition.documentId)
  // What the staff read before is public now.
  if (before?.state === 'published-internally') await removeInternal(tx, edition.documentId)
  if (before?.state !== 'published') await oweInterpretation(tx, by, edition)
  if (before && edition.validity !== before.validity && edition.validity !== 'valid') {
    const { documentId, title, documentNumber, validity, replacedBy } = edition
    await tellDependents(tx, by, { documentId, title, documentNumber, change: validity, replacedBy })
  }
  const { indexNumber, revision } = ruling.value
  await recordStep(tx, {
    ...hand,
    editionId: edition.editionId,
    step: 'publish',
    from: edition.state,
    to: 'published',
    detail: { indexNumber, revision, contentHash: verdict.contentHash, ...actedFor(edition, grant) },
  })
  return granted(ruling.value)
}
