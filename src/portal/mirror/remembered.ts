// What several pages of a mirror read alike: read once for as long as nothing else is known of changes.
import type { PageDocument } from '../../modules/publication/queries/pages/document-page.ts'
import type { PageReaders } from '../parts.ts'

export interface Remembered extends PageReaders {
  /** Under another name for what is known, everything is read anew. */
  knows(asOf: string): void
}

/** Page, print view and data of one document are written one after the other, of a few documents at once. */
const documentsKept = 16

/** What could not be read is not remembered. */
export function openRemembered(readers: PageReaders, today: () => string): Remembered {
  let known = ''
  let framed: { readonly day: string; readonly frame: ReturnType<PageReaders['frame']> } | undefined
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
      if (framed?.day === day) return framed.frame
      const read = { day, frame: readers.frame() }
      framed = read
      read.frame.catch(() => {
        if (framed === read) framed = undefined
      })
      return read.frame
    },
    document(id) {
      const before = documents.get(id)
      if (before) return before
      const read = readers.document(id)
      for (const oldest of documents.keys()) {
        if (documents.size < documentsKept) break
        documents.delete(oldest)
      }
      documents.set(id, read)
      read.catch(() => {
        if (documents.get(id) === read) documents.delete(id)
      })
      return read
    },
  }
}
