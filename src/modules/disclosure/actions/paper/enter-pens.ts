// Enters what was signed by pen from a filed photograph: who, at which level, on which day; evidence of the paper, no step of its own.
import { day } from '../../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../../kernel/ruling.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import type { By } from '../../../access/index.ts'
import { lockEdition } from '../../queries/edition.ts'
import { handAt } from '../../queries/facts.ts'
import { photosOf } from '../../queries/paper/photos.ts'
import { roundOf } from '../../queries/review/review.ts'
import { judgePens, mayHandle, standOf, type GivenPen } from '../../rules/review/paper.ts'
import { addPens } from '../../store/paper.ts'

export interface EnteringPens {
  readonly editionId: string
  readonly attachmentId: string
  readonly pens: readonly GivenPen[]
}

export async function enterPens(tx: Tx, by: By, { editionId, attachmentId, pens }: EnteringPens): Promise<Ruling<void>> {
  const edition = await lockEdition(tx, by.actor, editionId)
  if (!edition) return refused('not-found')
  const ruling = mayHandle(handAt(by.actor, edition))
  if (!ruling.ok) return ruling
  const photo = (await photosOf(tx, editionId)).findLast((one) => one.attachmentId === attachmentId)
  const sheet = photo && photo.round !== null && photo.version !== null ? { round: photo.round, version: photo.version } : undefined
  const photoStand = sheet && standOf(sheet, { round: roundOf(edition), version: edition.version })
  const refusals = judgePens(pens, { photoStand, today: by.today })
  if (refusals.length > 0) return refused(...refusals)

  const dated = pens.map((pen) => ({ ...pen, day: day(pen.day) }))
  await addPens(tx, { editionId, round: edition.round, attachmentId }, dated, { by: by.actor, at: by.at })
  return granted(undefined)
}
