// Lets signed editions out of the one door: the gate judges them, the door publishes them, the texts before them are superseded.
import type { Grant } from '../../../kernel/actor.ts'
import type { Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { keepVerdict, weigh } from '../../gate/index.ts'
import { publishAll, type Preparers, type Published } from '../../publication/index.ts'
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
  /** What is recorded before the step itself, once it is sure that the edition goes out. */
  readonly recordBefore?: () => Promise<void>
}

/** Where the people of another unit do it, that is part of the record (代发). */
export const actedFor = (edition: Edition, grant: Grant): Record<string, unknown> =>
  grant.unitId !== edition.unitId && edition.handledById !== null ? { publishedForUnit: edition.unitName } : {}

/** Publishes and records; whether it may be done has been decided before. */
export async function publishEdition(tx: Tx, by: By, release: Release): Promise<Ruling<Published>> {
  const [ruling] = await publishEditions(tx, by, [release])
  if (!ruling) throw new Error('the door said nothing')
  return ruling
}

/** Each of different documents for itself, in their order: what is refused leaves nothing behind, the others go out. Other threads make them ready where there are any. */
export async function publishEditions(tx: Tx, by: By, releases: readonly Release[], preparers?: Preparers): Promise<readonly Ruling<Published>[]> {
  const weighed = []
  for (const release of releases) {
    const { edition, secrecyReviewed } = release
    const before = edition.liveEditionId === null ? undefined : await editionById(tx, edition.liveEditionId)
    const item = await publicItemOf(tx, { ...edition, changeNote: before?.state === 'published' ? edition.changeNote : '' })
    const ready = preparers?.prepare(item)
    weighed.push({ release, before, item, ready, judged: await weigh(tx, item, { editionId: edition.editionId, secrecyReviewed }, by.at) })
  }
  const candidates = await Promise.all(
    weighed.map(async ({ item, ready, judged }) => {
      const prepared = await ready
      return { item, verdict: judged.verdict, ...(prepared && { prepared }) }
    }),
  )
  const rulings = await publishAll(tx, candidates, by.at)
  for (const [place, { release, before, judged }] of weighed.entries()) {
    const ruling = rulings[place]
    if (!ruling?.ok) continue
    await keepVerdict(tx, judged)
    await release.recordBefore?.()
    await settle(tx, by, release, { before, published: ruling.value, contentHash: judged.verdict.contentHash })
  }
  return rulings
}

interface Outcome {
  readonly before: Edition | undefined
  readonly published: Published
  readonly contentHash: string
}

/** What follows from a publication. */
async function settle(tx: Tx, by: By, { edition, grant }: Release, { before, published, contentHash }: Outcome): Promise<void> {
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
  const { indexNumber, revision } = published
  await recordStep(tx, {
    ...hand,
    editionId: edition.editionId,
    step: 'publish',
    from: edition.state,
    to: 'published',
    detail: { indexNumber, revision, contentHash, ...actedFor(edition, grant) },
  })
}
