// Keeps a mirror up with the public: woken by publications, asking from time to time in any case, until it is told to stop.
import { setTimeout as wait } from 'node:timers/promises'
import { listenForPublications } from '../../modules/publication/queries/register-wakeups.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Mirror, MirrorReport } from './run.ts'

/** What nobody wakes us for is seen after this time: a withdrawal on a standby, a change of the site. */
const pollMilliseconds = 200
/** After a fault, such as a database that is away. */
const patienceMilliseconds = 2000

export interface Following {
  readonly mirror: Mirror
  readonly database: Database
  readonly signal: AbortSignal
  /** Something was written or removed. */
  readonly changed: (report: MirrorReport) => void
  /** It is tried again. */
  readonly failed: (error: unknown) => void
}

export async function follow({ mirror, database, signal, changed, failed }: Following): Promise<void> {
  let wake = (): void => {}
  let woken = false
  const wakeups = listenForPublications(database, () => {
    woken = true
    wake()
  })
  const stop = (): void => wake()
  signal.addEventListener('abort', stop)
  try {
    while (!signal.aborted) {
      woken = false
      let pause = pollMilliseconds
      try {
        const report = await mirror.bringUpToDate()
        if (report.written + report.removed > 0) changed(report)
      } catch (error) {
        failed(error)
        pause = patienceMilliseconds
      }
      if (woken && pause === pollMilliseconds) continue
      const over = new AbortController()
      const called = new Promise<void>((resolve) => {
        wake = resolve
      })
      // A wake between the look at `woken` and here would be lost.
      if (woken || signal.aborted) wake()
      await Promise.race([called, wait(pause, undefined, { signal: over.signal }).catch(() => {})])
      over.abort()
      wake = () => {}
    }
  } finally {
    signal.removeEventListener('abort', stop)
    await wakeups.stop()
  }
}
