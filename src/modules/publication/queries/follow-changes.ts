// Follows the changes of the public for as long as a process keeps pages: woken by publications, asking from time to time in any case.
import type { Database } from '../../../platform/database/database.ts'
import type { Topic } from '../rules/topics.ts'
import { changesSince, type Position } from './changes.ts'
import { listenForPublications } from './register-wakeups.ts'

export interface ChangesFollowed {
  /** Looks now, and tells what it finds before it resolves. */
  look(): Promise<void>
  stop(): Promise<void>
}

export interface Listener {
  touched(topics: readonly Topic[]): void
  /** Something may have been missed: a connection was lost, or changes were forgotten. */
  doubted(): void
  /** Everything has been told that was visible so many milliseconds ago. */
  looked?(milliseconds: number): void
  /** The server does not answer. */
  away?(): void
}

/** How often it looks where nothing wakes it: on a standby nothing ever does. */
const pollMilliseconds = 200

export function followChanges(database: Database, listener: Listener): ChangesFollowed {
  let position: Position | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined
  let woken = false

  const lookOnce = async (): Promise<void> => {
    const began = performance.now()
    try {
      const { position: now, topics, complete } = await changesSince(database.db, position)
      if (position === undefined || !complete || topics.includes('everything')) listener.doubted()
      else if (topics.length > 0) listener.touched(topics)
      position = now
      listener.looked?.(performance.now() - began)
    } catch {
      position = undefined
      listener.away?.()
      listener.doubted()
    }
  }
  const look = (): Promise<void> => {
    clearTimeout(timer)
    looking ??= lookOnce().finally(() => {
      looking = undefined
      // What woke us during the look may have become visible after its snapshot.
      if (!stopped) timer = setTimeout(() => void look(), woken ? 0 : pollMilliseconds).unref()
      woken = false
    })
    return looking
  }
  const wakeups = listenForPublications(database, () => {
    woken = looking !== undefined
    void look()
  })
  void look()
  return {
    // One that is under way may have begun before what the caller waits for.
    look: async () => {
      await looking
      await look()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await wakeups.stop()
      await looking
    },
  }
}
