// The way to Word files. The library is read when the first of them is made: most processes never make one, and it takes six megabytes of theirs.
import type { Sheet } from './sheet.ts'

/** The sheet as DOCX. */
export async function writeWord(sheet: Sheet): Promise<Buffer> {
  const { wordFileOf } = await import('./word-file.ts')
  return wordFileOf(sheet)
}
