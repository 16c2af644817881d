// Wakes listeners after a commit, in a transaction of its own: a NOTIFY inside makes the commits of all who notify wait for each other.
import type pg from 'pg'

/** By transaction. */
const asked = new WeakMap<object, Set<string>>()

/** Whoever listens on the channel is woken soon after the transaction has committed. Nothing is promised: whoever listens also asks from time to time. */
export function wakeAfterCommit(tx: object, channel: string): void {
  const channels = asked.get(tx) ?? new Set()
  asked.set(tx, channels.add(channel))
}

export interface Waker {
  /** The transaction has committed: what was asked in it is done. */
  committed(tx: object): void
  /** Resolves once nobody waits to be woken. */
  settle(): Promise<void>
}

/** Many commits at once wake once. */
const pauseMilliseconds = 20

export function wakerOn(pool: pg.Pool): Waker {
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let last = 0
  let sending: Promise<unknown> = Promise.resolve()

  const send = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    if (waiting.size === 0) return
    const channels = [...waiting]
    waiting.clear()
    last = performance.now()
    // One message and no wait for the disk: nothing is lost with it.
    const words = channels.map((channel) => `select pg_notify('${channel.replaceAll("'", "''")}', '')`)
    sending = pool.query(['set local synchronous_commit = off', ...words].join('; ')).catch(() => {})
    await sending
  }
  return {
    committed(tx) {
      const channels = asked.get(tx)
      if (!channels) return
      asked.delete(tx)
      for (const channel of channels) waiting.add(channel)
      timer ??= setTimeout(() => void send(), Math.max(0, last + pauseMilliseconds - performance.now())).unref()
    },
    async settle() {
      await send()
      await sending
    },
  }
}
