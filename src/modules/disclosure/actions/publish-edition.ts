// Lets signed editions out of the one door: the gate judges them, the door publishes them, the texts before them are superseded.
import type { Grant } from '../../../kernel/actor.ts'
import type { Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { keepVerdicts, weighAll, type ReleaseFacts, type Weighed } from '../../gate/index.ts'
import { publishAll, type Preparers, type Published } from '../../publication/index.ts'
import { oweInterpretation } from './interpret.ts'
import { carryRelations } from './relate.ts'
import { tellDependents } from './tell-dependents.ts'
import { editionById, type Edition } from '../queries/edition.ts'
import { publicItemsOf } from '../queries/public-item.ts'
import { moveEditions, setLiveEditions } from '../store/editions.ts'
import { removeInternal } from '../store/internal.ts'
import { recordSteps, type StepRecord } from '../store/steps.ts'

export interface Release {
  readonly edition: Edition
  readonly grant: Grant
  readonly secrecyReviewed: boolean
  /** Recorded before the step itself, once it is sure that the edition goes out. */
  readonly stepsBefore?: readonly StepRecord[]
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
  const standing: { readonly release: Release; readonly before: Edition | undefined }[] = []
  for (const release of releases) {
    const { liveEditionId } = release.edition
    standing.push({ release, before: liveEditionId === null ? undefined : await editionById(tx, liveEditionId) })
  }
  const items = await publicItemsOf(
    tx,
    standing.map(({ release: { edition }, before }) => ({ ...edition, changeNote: before?.state === 'published' ? edition.changeNote : '' })),
  )
  const making = items.map(async (item) => preparers?.prepare(item))
  const weighed = await weighAll(
    tx,
    items.map((item, place) => ({ item, facts: factsOf(releases[place]) })),
    by.at,
  )
  const ready = await Promise.all(making)
  const candidates = items.map((item, place) => ({ item, verdict: weighed[place]?.verdict, ...(ready[place] && { prepared: ready[place] }) }))
  const rulings = await publishAll(tx, candidates, by.at)

  const outcomes: Outcome[] = []
  for (const [place, { release, before }] of standing.entries()) {
    const [ruling, judged] = [rulings[place], weighed[place]]
    if (ruling?.ok && judged) outcomes.push({ release, before, published: ruling.value, judged })
  }
  await settle(tx, by, outcomes)
  return rulings
}

function factsOf(release: Release | undefined): ReleaseFacts {
  if (!release) throw new Error('an item of no release')
  return { editionId: release.edition.editionId, secrecyReviewed: release.secrecyReviewed }
}

interface Outcome {
  readonly release: Release
  readonly before: Edition | undefined
  readonly published: Published
  readonly judged: Weighed
}

/** What follows from publications. */
async function settle(tx: Tx, by: By, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return
  const editions = outcomes.map(({ release }) => release.edition)
  await keepVerdicts(
    tx,
    outcomes.map(({ judged }) => judged),
  )
  await moveEditions(
    tx,
    editions.map(({ editionId }) => editionId),
    { to: 'published', at: by.at },
  )
  await setLiveEditions(tx, editions)
  const superseded = outcomes.flatMap(({ before }) => (before ? [before.editionId] : []))
  if (superseded.length > 0) await moveEditions(tx, superseded, { to: 'superseded', at: by.at })
  await carryRelations(
    tx,
    editions.map(({ documentId }) => documentId),
  )
  for (const { release, before } of outcomes) await tellOfChange(tx, by, release.edition, before)
  await recordSteps(
    tx,
    outcomes.flatMap((outcome) => stepsOf(by, outcome)),
  )
}

/** What one publication means for others. */
async function tellOfChange(tx: Tx, by: By, edition: Edition, before: Edition | undefined): Promise<void> {
  // What the staff read before is public now.
  if (before?.state === 'published-internally') await removeInternal(tx, edition.documentId)
  if (before?.state !== 'published') await oweInterpretation(tx, by, edition)
  if (before && edition.validity !== before.validity && edition.validity !== 'valid') {
    const { documentId, title, documentNumber, validity, replacedBy } = edition
    await tellDependents(tx, by, { documentId, title, documentNumber, change: validity, replacedBy })
  }
}

function stepsOf(by: By, { release: { edition, grant, stepsBefore = [] }, before, published, judged }: Outcome): StepRecord[] {
  const hand = { documentId: edition.documentId, unitId: edition.unitId, by: by.actor, role: grant.role, onBehalfOf: grant.onBehalfOf, at: by.at }
  const { indexNumber, revision } = published
  const { contentHash } = judged.verdict
  const detail = { indexNumber, revision, contentHash, ...actedFor(edition, grant) }
  return [
    ...stepsBefore,
    ...(before
      ? [{ ...hand, editionId: before.editionId, step: 'supersede', from: before.state, to: 'superseded', detail: { by: edition.editionId } } as const]
      : []),
    { ...hand, editionId: edition.editionId, step: 'publish', from: edition.state, to: 'published', detail },
  ]
}
