// Items made ready for the door on other cores, while this one does the rest.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Prepared } from '../rules/prepared.ts'
import type { PublicItem } from '../rules/public-item.ts'

export interface Preparers {
  /** Undefined where the thread broke: the door then makes it ready itself, and says what is wrong. */
  prepare(item: PublicItem): Promise<Prepared | undefined>
  close(): Promise<void>
}

interface Answer {
  readonly place: number
  readonly prepared: Prepared
}

export function openPreparers(count = availableParallelism()): Preparers {
  const waiting = new Map<number, (prepared?: Prepared) => void>()
  let next = 0
  const threads = Array.from({ length: count }, () => {
    const own = new Set<number>()
    const worker = new Worker(new URL('../prepare-worker.ts', import.meta.url))
    const answer = (place: number, made?: Prepared): void => {
      own.delete(place)
      waiting.get(place)?.(made)
      waiting.delete(place)
    }
    const thread = { worker, own, broken: false }
    worker.on('message', ({ place, prepared }: Answer) => answer(place, prepared))
    worker.on('error', () => {
      thread.broken = true
      for (const place of own) answer(place)
    })
    return thread
  })
  return {
    prepare: (item) =>
      new Promise((resolve) => {
        const [idlest] = threads.filter(({ broken }) => !broken).toSorted((a, b) => a.own.size - b.own.size)
        if (!idlest) return resolve(undefined)
        const place = next
        next += 1
        idlest.own.add(place)
        waiting.set(place, resolve)
        idlest.worker.postMessage({ place, item })
      }),
    async close() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
      for (const resolve of waiting.values()) resolve()
      waiting.clear()
    },
  }
}
