// What several pages of a mirror read alike: read once for as long as nothing else is known of changes.
import { documentPage, type PageDocument } from '../../modules/publication/queries/pages/document-page.ts'
import { frame, type Frame } from '../../modules/publication/queries/pages/frame.ts'
import type { Day } from '../../kernel/day.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { PageReaders } from '../parts.ts'

export interface Remembered extends PageReaders {
  /** With another word for what is known, everything is read anew. */
  knows(asOf: string): void
}

/** Page, print view and data of one document are written one after the other, of a few documents at once. */
const documentsKept = 16

export function openRemembered(db: Tx, today: () => Day): Remembered {
  let known = ''
  let framed: { readonly day: Day; readonly frame: Promise<Frame> } | undefined
  const documents = new Map<string, Promise<PageDocument | undefined>>()
  return {
    knows(asOf) {
      if (asOf === known) return
      known = asOf
      framed = undefined
      documents.clear()
    },
    frame() {
      const day = today()
      if (framed?.day !== day) framed = { day, frame: frame(db, day) }
      return framed.frame
    },
    document(id) {
      const before = documents.get(id)
      if (before) return before
      const read = documentPage(db, id)
      for (const oldest of documents.keys()) {
        if (documents.size < documentsKept) break
        documents.delete(oldest)
      }
      documents.set(id, read)
      return read
    },
  }
}
