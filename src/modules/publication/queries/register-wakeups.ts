// When was something published? PostgreSQL wakes whoever listens; what happened is then read from the register.
import type { Database } from '../../../platform/database/database.ts'

/**
 * Calls `wake` after each committed publication, and once with each connection that is lost or made, because something may have been missed.
 * Nothing is promised: whoever listens also asks from time to time.
 */
export function listenForPublications(database: Database, wake: () => void): { stop(): Promise<void> } {
  let stopped = false
  let release: (() => void) | undefined
  const connect = async (): Promise<void> => {
    const client = await database.pool.connect()
    if (stopped) return client.release()
    let over = false
    const end = (): void => {
      if (over) return
      over = true
      release = undefined
      client.removeAllListeners('notification')
      client.release(true)
    }
    release = end
    client.on('notification', wake)
    client.on('error', () => {
      end()
      wake()
      retry()
    })
    try {
      await client.query('listen gongkai_publication')
    } catch (error) {
      // A standby listens to nothing.
      end()
      throw error
    }
    wake()
  }
  let timer: NodeJS.Timeout | undefined
  const retry = (): void => {
    if (!stopped) timer = setTimeout(() => void connect().catch(retry), 1000).unref()
  }
  const connecting = connect().catch(retry)
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await connecting
      release?.()
    },
  }
}
