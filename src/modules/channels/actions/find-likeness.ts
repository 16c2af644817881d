// Reads new texts, keeps their prints, and puts the question where one looks like another: each text is compared with the few that share a band.
import type { Tx } from '../../../platform/database/database.ts'
import { knownPieces } from '../queries/pieces.ts'
import { sharingBand, unprinted } from '../queries/likeness.ts'
import { asked, bandsOf, shinglesOf, wordsOf } from '../rules/likeness.ts'
import { dropPrintsOfWithdrawn, saveLikeness, savePrint } from '../store/likeness.ts'

/** Returns how many texts were read; fewer than `limit` means that none is left. */
export async function findLikeness(tx: Tx, limit: number, at: Date): Promise<number> {
  await dropPrintsOfWithdrawn(tx)
  const texts = await unprinted(tx, limit)
  for (const text of texts) {
    const bands = bandsOf(shinglesOf(wordsOf(text)))
    await savePrint(tx, { ...text, bands })
    const near = bands.length === 0 ? [] : await sharingBand(tx, text.pieceId, bands)
    for (const other of (await knownPieces(tx, near, { withText: true })).values()) {
      const alike = asked(text, other)
      if (alike === undefined) continue
      await saveLikeness(tx, { oneId: text.pieceId, otherId: other.pieceId, oneUnitId: text.unitId, otherUnitId: other.unitId, alike }, at)
    }
  }
  return texts.length
}
