// Enters where pieces of information were shown: one on one channel, one on many, or many on one. What cannot be entered is told, and holds up nothing.
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { may, type By } from '../../access/index.ts'
import { knownPieces, placesOf, type KnownPiece } from '../queries/pieces.ts'
import { checkAppearance, type AppearanceFacts } from '../rules/check-appearance.ts'
import { insertEntry, insertOfflinePiece } from '../store/entries.ts'
import { recordSteps, type StepRecord } from '../store/steps.ts'

export interface Appearances {
  /** Public documents, or pieces that never stood on the website. */
  readonly pieceIds: readonly string[]
  readonly appearances: readonly AppearanceFacts[]
}

export interface Entered {
  readonly entryIds: readonly string[]
  readonly refused: readonly { readonly title: string; readonly refusal: Refusal }[]
}

/** A fault of a date or a place is refused as a whole: it is the same for every piece. */
export async function enterAppearances(tx: Tx, by: By, { pieceIds, appearances }: Appearances): Promise<Ruling<Entered>> {
  const checked = appearances.map((one, at) => ({ at, ruling: checkAppearance(one, by.today) }))
  const faults = checked.flatMap(({ at, ruling }) =>
    ruling.ok ? [] : ruling.refusals.map((one) => ({ ...one, field: `appearances.${at}.${one.field ?? 'channel'}` })),
  )
  if (faults.length > 0) return refused(...faults)
  const facts = checked.flatMap(({ ruling }) => (ruling.ok ? [ruling.value] : []))

  const known = await knownPieces(tx, pieceIds)
  const entryIds: string[] = []
  const turnedAway: { title: string; refusal: Refusal }[] = []
  const steps: StepRecord[] = []
  for (const pieceId of new Set(pieceIds)) {
    const piece = known.get(pieceId)
    if (!piece || !placesOf(piece).some((place) => may(by.actor, 'channel.enter', place).ok)) {
      // What is public may be named to anybody; the rest is not there.
      turnedAway.push({ title: piece?.title ?? '', refusal: { code: piece ? 'not-allowed' : 'document-not-public' } })
      continue
    }
    for (const one of facts) {
      const entryId = await insertEntry(tx, by, ownerOf(piece), one)
      if (entryId === undefined) turnedAway.push({ title: piece.title, refusal: { code: 'entry-twice' } })
      else {
        entryIds.push(entryId)
        steps.push({ about: 'entry', aboutId: entryId, unitId: piece.unitId, step: 'enter', detail: { ...one } })
      }
    }
  }
  await recordSteps(tx, by, steps)
  return granted({ entryIds, refused: turnedAway })
}

const ownerOf = ({ pieceId, isDocument, unitId }: KnownPiece) => ({
  documentId: isDocument ? pieceId : null,
  offlinePieceId: isDocument ? null : pieceId,
  unitId,
})

export interface OfflinePiece {
  readonly unitId: string
  readonly title: string
  readonly text: string
  readonly appearances: readonly AppearanceFacts[]
}

/** A piece that stands on no website: it must have been shown somewhere. */
export async function enterOfflinePiece(
  tx: Tx,
  by: By,
  { unitId, title, text, appearances }: OfflinePiece,
): Promise<Ruling<Entered & { readonly pieceId: string }>> {
  if (!may(by.actor, 'channel.enter', { unitId }).ok) return refused('not-allowed')
  if (title.trim() === '') return refused({ code: 'piece-title-missing', field: 'title' })
  const pieceId = await insertOfflinePiece(tx, by, { unitId, title: title.trim(), text: text.trim() })
  const entered = await enterAppearances(tx, by, { pieceIds: [pieceId], appearances })
  return entered.ok ? granted({ ...entered.value, pieceId }) : entered
}
