// Lets a signed edition out to the staff: the gate judges it, the text before it is superseded; the one door to the public is not passed.
import type { Grant } from '../../../kernel/actor.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import type { InternalReach } from '../law/internal-reach.ts'
import { editionById, type Edition } from '../queries/edition.ts'
import { moveEdition, setLiveEdition } from '../store/editions.ts'
import { removeInternal, saveInternal } from '../store/internal.ts'
import { recordStep } from '../store/steps.ts'

export async function publishInternally(tx: Tx, by: By, edition: Edition, grant: Grant, reach: InternalReach): Promise<Ruling<void>> {
  const before = edition.liveEditionId === null ? undefined : await editionById(tx, edition.liveEditionId)
  if (before?.state === 'published') return refused({ code: 'public-already', article: 'ogi-2019/18' })
  await saveInternal(tx, { documentId: edition.documentId, editionId: edition.editionId, unitId: edition.unitId, reach, at: by.at })
  await moveEdition(tx, edition.editionId, { to: 'published-internally', at: by.at })
  await setLiveEdition(tx, edition.documentId, edition.editionId)
  if (!before) return granted(undefined)
  await moveEdition(tx, before.editionId, { to: 'superseded', at: by.at })
  await recordStep(tx, {
    editionId: before.editionId,
    documentId: edition.documentId,
    unitId: edition.unitId,
    by: by.actor,
    role: grant.role,
    onBehalfOf: grant.onBehalfOf,
    at: by.at,
    step: 'supersede',
    from: before.state,
    to: 'superseded',
    detail: { by: edition.editionId },
  })
  return granted(undefined)
}

export async function withdrawInternally(tx: Tx, by: By, edition: Edition): Promise<void> {
  await removeInternal(tx, edition.documentId)
  await moveEdition(tx, edition.editionId, { to: 'withdrawn', at: by.at })
  await setLiveEdition(tx, edition.documentId, null)
}
