// Reads new texts, keeps their prints, and puts the question where one looks like another: each text is compared with the few that share a band.
import type { Tx } from '../../../platform/database/database.ts'
import { knownPieces } from '../queries/pieces.ts'
import { heardUntil, sharingBand, unprinted } from '../queries/likeness.ts'
import { asked, bandsOf, shinglesOf, wordsOf } from '../rules/likeness.ts'
import { dropPrints, saveHeardUntil, saveLikeness, savePrint } from '../store/likeness.ts'

/** So many entries of the register are heard at once: nearly all tell of texts that have their print, where an old register is heard from its beginning. */
const window = 5000

export interface Listened {
  readonly read: number
  /** There is more to hear. */
  readonly more: boolean
}

export async function findLikeness(tx: Tx, limit: number, at: Date): Promise<Listened> {
  const from = await heardUntil(tx)
  const { until, more, gone, texts } = await unprinted(tx, from, { window, limit })
  if (gone.length > 0) await dropPrints(tx, gone)
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
  if (until !== from) await saveHeardUntil(tx, until)
  return { read: texts.length, more }
}
