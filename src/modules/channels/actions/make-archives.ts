// Makes the archives that wait, one after another, and keeps each as a file; a failed one says so and holds up none.
import type { Clock } from '../../../kernel/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import { holdArchives, nextArchive } from '../queries/archive.ts'
import { archiveFailed, archiveFinished, archiveReached } from '../store/archives.ts'
import { archiveStream, type ArchiveParts } from './write-archive.ts'

/** Documents after which the progress is told. */
const step = 5

/** Returns how many were made. Another worker that comes meanwhile makes none. */
export function makeArchives({ database, store, pdfOf }: ArchiveParts, clock: Clock): Promise<number> {
  const { transaction }: Pick<Database, 'transaction'> = database
  return transaction(async (holding) => {
    let made = 0
    while (await holdArchives(holding)) {
      const job = await transaction(nextArchive)
      if (!job) break
      const by = { actor: { accountId: '', name: '', grants: [] }, at: clock.now(), today: clock.today() }
      // Each in a transaction of its own, so that whoever waits can see it.
      const reached = (done: number): Promise<void> => (done % step === 0 ? transaction((tx) => archiveReached(tx, job.archiveId, done)) : Promise.resolve())
      try {
        const file = await store.putStream(archiveStream({ database, store, pdfOf }, by, job.documentIds, reached))
        await transaction((tx) => archiveFinished(tx, job.archiveId, file, clock.now()))
      } catch (error) {
        const failure = error instanceof Error ? error.message.slice(0, 300) : 'failed'
        await transaction((tx) => archiveFailed(tx, job.archiveId, failure, clock.now()))
      }
      made += 1
    }
    return made
  })
}
