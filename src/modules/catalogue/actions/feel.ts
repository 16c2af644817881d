// Listens to the public register and keeps how the entries beat that its news concern: a bounded part at a time.
import type { Tx } from '../../../platform/database/database.ts'
import { heardSince, listenedTo, neverFelt, shownBy } from '../queries/listening.ts'
import { isBare, isPadded } from '../rules/padding.ts'
import { saveBeats, saveListened } from '../store/beats.ts'

export const heardAtOnce = 200
const newAtOnce = 500

/** Returns true while there is more to listen to. */
export async function feel(tx: Tx): Promise<boolean> {
  const from = await listenedTo(tx)
  const { last, responsibilityIds } = await heardSince(tx, from, heardAtOnce)
  const fresh = await neverFelt(tx, newAtOnce)
  const shown = await shownBy(tx, [...new Set([...responsibilityIds, ...fresh])])
  const beats = shown.map(({ responsibilityId, documentId, title, publishedAt, text, attachments, before }) => ({
    responsibilityId,
    documentId,
    title,
    publishedAt,
    padded: documentId !== null && before !== null && isPadded(before, text),
    bare: documentId !== null && isBare({ title, text, attachments }),
  }))
  await saveBeats(tx, beats)
  if (last !== from) await saveListened(tx, last)
  return last !== from || fresh.length === newAtOnce
}
