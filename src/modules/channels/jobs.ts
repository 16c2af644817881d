// Work of the module that nobody waits for.
import type { Clock } from '../../kernel/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { openPdfPress } from '../../platform/documents/write/pdf.ts'
import { pdfOfPage } from '../../platform/documents/write/page-pdf.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { makeArchives } from './actions/make-archives.ts'
import { findLikeness } from './actions/find-likeness.ts'

const atOnce = 40
const mostInOneRun = 2000

/** Reads what the register told of since the last run, a few texts in each transaction. */
export async function findAllLikeness(database: Pick<Database, 'transaction'>, clock: Clock): Promise<number> {
  let read = 0
  while (read < mostInOneRun) {
    const listened = await database.transaction((tx) => findLikeness(tx, atOnce, clock.now()))
    read += listened.read
    if (!listened.more) break
  }
  return read
}

const press = openPdfPress()

/** Makes the archives that were asked for. */
export const makeWaitingArchives = (database: Pick<Database, 'transaction'>, store: FileStore, clock: Clock): Promise<number> =>
  makeArchives({ database, store, pdfOf: (title, html) => pdfOfPage(press, title, html) }, clock)
