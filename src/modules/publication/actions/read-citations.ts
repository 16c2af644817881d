// Reads the citations of what was published before they were kept: a part at a time, so that no lock is held for long.
import type { Database } from '../../../platform/database/database.ts'
import { takeUnreadTexts } from '../queries/unread-citations.ts'
import { saveCitations } from '../store/citations.ts'

const part = 200

/** Returns how many documents were read; once all are, a look into an empty index. */
export async function readCitations(database: Database): Promise<number> {
  let read = 0
  for (;;) {
    const taken = await database.transaction(async (tx) => {
      const texts = await takeUnreadTexts(tx, part)
      for (const text of texts) await saveCitations(tx, text)
      return texts.length
    })
    read += taken
    if (taken < part) return read
  }
}
