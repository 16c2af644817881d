// Files a photograph to the edition whose sheet it shows: kept there as evidence, moving nothing; what follows from it is a step of its own.
import { granted, refused, type Ruling } from '../../../../kernel/ruling.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import type { By } from '../../../access/index.ts'
import { notify } from '../../../notices/index.ts'
import type { SheetStand } from '../../law/paper.ts'
import { stepRows, type StepName } from '../../law/steps.ts'
import { attachmentsOf } from '../../queries/attachments.ts'
import { lockEdition, type Edition } from '../../queries/edition.ts'
import { handAt, knownOf } from '../../queries/facts.ts'
import { photoById, type PrintedSheet } from '../../queries/paper/photos.ts'
import { roundOf } from '../../queries/review/review.ts'
import { mayHandle, standOf } from '../../rules/review/paper.ts'
import { insertAttachment } from '../../store/attachments.ts'
import { insertFiling, layAside } from '../../store/paper.ts'

/** What is kept of a photograph beside its edition. */
export interface KeptPhoto {
  readonly photoId: string
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly bytes: number
  readonly originalSha256: string
  readonly originalBytes: number
}

export interface Filed {
  readonly editionId: string
  readonly title: string
  readonly stand: SheetStand
  /** The step that the paper makes possible now, or null. */
  readonly next: StepName | null
}

/** What the rules let this paper do now: complete an urgent release, or stand for the leader's signature. */
async function nextOf(tx: Tx, by: By, edition: Edition, stand: SheetStand): Promise<StepName | null> {
  if (stand !== 'current') return null
  const { facts } = await knownOf(tx, edition, by)
  if (facts.review.paperOwed && stepRows['complete-paper'].from.includes(edition.state)) return 'complete-paper'
  return stepRows['record-paper-signature'].from.includes(edition.state) ? 'record-paper-signature' : null
}

async function keep(
  tx: Tx,
  by: By,
  edition: Edition,
  photo: KeptPhoto,
  filing: { sheet: Pick<PrintedSheet, 'round' | 'version'>; how: 'code' | 'hand' },
): Promise<Filed> {
  const { editionId, title } = edition
  const same = (await attachmentsOf(tx, editionId)).find((one) => one.role === 'signed-sheet' && (one.originalSha256 ?? one.sha256) === photo.originalSha256)
  const cleaned =
    photo.sha256 === photo.originalSha256 ? undefined : { sha256: photo.originalSha256, bytes: photo.originalBytes, how: 'properties' as const, by: null }
  const { name, mediaType, bytes, sha256 } = photo
  const attachmentId =
    same?.attachmentId ??
    (await insertAttachment(tx, editionId, {
      role: 'signed-sheet',
      name,
      mediaType,
      bytes,
      sha256,
      text: '',
      hasText: false,
      cleaned,
      addedBy: by.actor.accountId,
      at: by.at,
    }))
  await insertFiling(tx, { photoId: photo.photoId, editionId, ...filing.sheet, how: filing.how, attachmentId }, { by: by.actor, at: by.at })
  const stand = standOf(filing.sheet, { round: roundOf(edition), version: edition.version })
  if (edition.authorId !== by.actor.accountId) {
    const short = title.length <= 40 ? title : `${title.slice(0, 39)}…`
    await notify(tx, { accountIds: [edition.authorId], kind: 'task', title: `签字的审查表已归入：${short}`, link: `/editions/${editionId}`, at: by.at })
  }
  return { editionId, title, stand, next: await nextOf(tx, by, edition, stand) }
}

/** By its code; undefined where there is no such sheet within the actor's reach: it then waits in the tray. */
export async function fileByCode(tx: Tx, by: By, sheet: PrintedSheet, photo: KeptPhoto): Promise<Filed | 'unknown-code' | 'discarded'> {
  const edition = await lockEdition(tx, by.actor, sheet.editionId)
  if (!edition || !mayHandle(handAt(by.actor, edition)).ok) return 'unknown-code'
  if (edition.state === 'discarded') return 'discarded'
  return keep(tx, by, edition, photo, { sheet, how: 'code' })
}

/** By hand, from the tray: it then shows the sheet that is in work. */
export async function fileByHand(tx: Tx, by: By, { photoId, editionId }: { readonly photoId: string; readonly editionId: string }): Promise<Ruling<Filed>> {
  const photo = await photoById(tx, by.actor, photoId, true)
  if (!photo) return refused('photo-not-found')
  if (photo.editionId !== null) return refused({ code: 'photo-filed', facts: { title: photo.title ?? '' } })
  if (photo.asideReason !== null) return refused('photo-aside')
  const edition = await lockEdition(tx, by.actor, editionId)
  if (!edition) return refused('not-found')
  const ruling = mayHandle(handAt(by.actor, edition))
  if (!ruling.ok) return ruling
  if (edition.state === 'draft' || edition.state === 'discarded') return refused('photo-before-submission')

  const sheet = { round: edition.round, version: edition.version }
  return granted(await keep(tx, by, edition, photo, { sheet, how: 'hand' }))
}

export async function setAside(tx: Tx, by: By, { photoId, reason }: { readonly photoId: string; readonly reason: string }): Promise<Ruling<void>> {
  const photo = await photoById(tx, by.actor, photoId, true)
  if (!photo) return refused('photo-not-found')
  if (photo.editionId !== null) return refused({ code: 'photo-filed', facts: { title: photo.title ?? '' } })
  if (photo.asideReason !== null) return refused('photo-aside')
  if (reason.trim() === '') return refused({ code: 'aside-reason-missing', field: 'reason' })
  await layAside(tx, photoId, reason, { by: by.actor, at: by.at })
  return granted(undefined)
}
