// The scribes of a run: one in this thread, or several in threads of their own, each with a portal and connections of its own.
import type { FastifyInstance } from 'fastify'
import { Worker } from 'node:worker_threads'
import { openPortal } from '../app.ts'
import type { PortalParts } from '../parts.ts'
import { folderStore } from '../../platform/files/file-store.ts'
import { openDatabase } from '../../platform/database/database.ts'
import { standingClock, systemClock } from '../../platform/clock/clock.ts'
import { documentPage } from '../../modules/publication/queries/pages/document-page.ts'
import { frame } from '../../modules/publication/queries/pages/frame.ts'
import { openRemembered } from './remembered.ts'
import { openScribe, type Order, type Scribe, type ScribeParts, type Written } from './scribe.ts'

/** All that a thread needs to open its own portal. */
export interface CrewParts extends Pick<ScribeParts, 'site' | 'folder'> {
  /** With the portal's login. */
  readonly databaseUrl: string
  readonly filesFolder: string
  readonly timeZone: string
  /** A moment at which the clock stands: for tests. */
  readonly standsAt?: string
}

export interface Crew {
  write(order: Order): Promise<Written>
  /** How many orders are worked on at once. */
  readonly hands: number
  close(): Promise<void>
}

/** Orders that one thread works on at once: while one waits for the database, another is made. */
const ordersAtOnce = 4

interface OwnPortal {
  readonly app: FastifyInstance
  /** What was read before is read anew once something else is known of changes. */
  knows(asOf: string): void
  close(): Promise<void>
}

async function openOwnPortal({ databaseUrl, filesFolder, timeZone, standsAt, site }: CrewParts): Promise<OwnPortal> {
  const database = openDatabase({ url: databaseUrl, name: 'gongkai mirror', poolSize: ordersAtOnce * 2, prepared: true })
  const clock = standsAt === undefined ? systemClock(timeZone) : standingClock(new Date(standsAt), timeZone)
  const live = { frame: () => frame(database.db, clock.today()), document: (id: string) => documentPage(database.db, id) }
  const readers = openRemembered(live, () => clock.today())
  const portal: PortalParts = {
    database,
    clock,
    readers,
    fileStore: folderStore(filesFolder),
    // Nothing is kept: each page is asked for when it changed.
    settings: { basePath: site.basePath, timeZone, portalAddress: site.portal, pageMemory: 0 },
  }
  const app = await openPortal(portal)
  return {
    app,
    knows: (asOf) => readers.knows(asOf),
    async close() {
      await app.close()
      await database.close()
    },
  }
}

export async function openOwnScribe(parts: CrewParts): Promise<{ write: Scribe; close(): Promise<void> }> {
  const own = await openOwnPortal(parts)
  const scribe = openScribe({ app: own.app, site: parts.site, folder: parts.folder })
  return {
    write(order) {
      own.knows(order.asOf)
      return scribe(order)
    },
    close: () => own.close(),
  }
}

/** Those that tell browsers what a page may do; what is said of one answer alone is not among them. */
const ofEveryPage = /^(content-security-policy|cross-origin-.*|origin-agent-cluster|referrer-policy|x-(?!ratelimit|request).*)$/

/** The headers that the portal sends with its pages. */
export async function shownHeaders(parts: CrewParts): Promise<Record<string, string>> {
  const { site } = parts
  const own = await openOwnPortal(parts)
  try {
    const { headers } = await own.app.inject({ method: 'GET', url: site.basePath, headers: { host: new URL(site.portal).host } })
    return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (ofEveryPage.test(name) && typeof value === 'string' ? [[name, value]] : [])))
  } finally {
    await own.close()
  }
}

export type ToScribe = { readonly number: number; readonly order: Order } | 'close'
export type FromScribe = { readonly number: number; readonly written: Written } | { readonly number: number; readonly failure: unknown }

/** With no threads, the work is done in this one. */
export async function openCrew(parts: CrewParts, threads: number): Promise<Crew> {
  if (threads === 0) {
    const own = await openOwnScribe(parts)
    return { write: own.write, close: () => own.close(), hands: ordersAtOnce }
  }
  const members = Array.from({ length: threads }, () => openMember(parts))
  let next = 0
  return {
    hands: threads * ordersAtOnce,
    write(order) {
      next = (next + 1) % members.length
      const least = members.toSorted((a, b) => a.waiting() - b.waiting())[0] ?? members[next]
      return least ? least.write(order) : Promise.reject(new Error('no scribe is left'))
    },
    close: async () => {
      await Promise.all(members.map((member) => member.close()))
    },
  }
}

function openMember(parts: CrewParts): { write(order: Order): Promise<Written>; waiting(): number; close(): Promise<void> } {
  const worker = new Worker(new URL('scribe-worker.ts', import.meta.url), { workerData: parts })
  const waiting = new Map<number, { done(written: Written): void; failed(error: unknown): void }>()
  let last = 0
  let broken: Error | undefined
  const failAll = (error: Error): void => {
    broken = error
    for (const one of waiting.values()) one.failed(error)
    waiting.clear()
  }
  worker.on('message', (message: FromScribe) => {
    const one = waiting.get(message.number)
    waiting.delete(message.number)
    if ('written' in message) one?.done(message.written)
    else one?.failed(message.failure)
  })
  worker.on('error', failAll)
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      failAll(broken ?? new Error('a scribe ended before its work was done'))
      resolve()
    })
  })
  return {
    waiting: () => waiting.size,
    write(order) {
      if (broken !== undefined) return Promise.reject(broken)
      last += 1
      const message: ToScribe = { number: last, order }
      return new Promise((done, failed) => {
        waiting.set(message.number, { done, failed })
        worker.postMessage(message)
      })
    },
    close() {
      worker.postMessage('close' satisfies ToScribe)
      return ended
    },
  }
}
