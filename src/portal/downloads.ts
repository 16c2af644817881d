// Word and PDF of documents: made when first asked for, kept in memory as long as there is room.
import { openPdfPress } from '../platform/documents/write/pdf.ts'
import type { Sheet } from '../platform/documents/write/sheet.ts'
import { writeWord } from '../platform/documents/write/word.ts'

export interface Downloads {
  /** `key` names one revision in one form: what it names never changes. */
  make(key: string, form: 'docx' | 'pdf', sheet: Sheet): Promise<Buffer>
  close(): Promise<void>
}

const roomInBytes = 64 * 1024 * 1024

export function openDownloads(room: number = roomInBytes): Downloads {
  const press = openPdfPress()
  const kept = new Map<string, Buffer>()
  const making = new Map<string, Promise<Buffer>>()
  let bytes = 0

  const keep = (key: string, made: Buffer): void => {
    kept.set(key, made)
    bytes += made.length
    for (const [oldest, one] of kept) {
      if (bytes <= room) break
      kept.delete(oldest)
      bytes -= one.length
    }
  }
  return {
    async make(key, form, sheet) {
      const found = kept.get(key)
      if (found) {
        kept.delete(key)
        kept.set(key, found)
        return found
      }
      const running = making.get(key) ?? (form === 'pdf' ? press.pdfOf(sheet) : writeWord(sheet))
      making.set(key, running)
      try {
        const made = await running
        if (!kept.has(key)) keep(key, made)
        return made
      } finally {
        making.delete(key)
      }
    },
    close: () => press.close(),
  }
}
