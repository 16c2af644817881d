// Started once for all journeys: the whole product on the demo town, and a second portal of it below the path of another site.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { ownerUrlOf, startPortalBelow, startProduct } from './product.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with `Built` as soon as the town stands; after a minute with 202, to be asked again. */
    townStandsAt: string
  }
}

export interface Town {
  /** Address of the portal, ending with `/`. */
  readonly portal: string
  /** The same town under the path of another site. */
  readonly portalBelowPath: string
  readonly office: string
  readonly folder: string
}

const basePath = '/zfxxgk/'

/** What is known of a town once it stands. */
export interface Built {
  readonly town: Town
  /** What its start told. */
  readonly told: string
  /** Name of the state of its database before any journey touched it; empty for a town that stood already. */
  readonly snapshot: string
}

interface Standing extends Built {
  readonly stop: () => Promise<void>
}

/** Names the state of the database as it is now; the name holds until the transaction that gave it is ended. */
async function keepState(folder: string): Promise<{ readonly snapshot: string; readonly end: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: await ownerUrlOf(folder) })
  await client.connect()
  await client.query('begin isolation level repeatable read read only')
  const { rows } = await client.query<{ name: string }>('select pg_export_snapshot() as name')
  return { snapshot: rows[0]?.name ?? '', end: () => client.end() }
}

/** Each server takes a port as it begins to listen: one that was looked up beforehand may belong to another test by then. */
async function build(): Promise<Standing> {
  const all = await startProduct()
  const below = await startPortalBelow(all.folder, basePath).catch(async (cause: unknown) => {
    await all.stop()
    throw cause
  })
  const state = await keepState(all.folder)
  const stop = async (): Promise<void> => {
    await state.end()
    await below.stop()
    await all.stop()
  }
  const town = { portal: all.portal, office: all.office, portalBelowPath: below.portal, folder: all.folder }
  return { town, told: all.said, snapshot: state.snapshot, stop }
}

/** With `JOURNEYS_TOWN` (a `Town` as JSON) journeys run on a town that already stands: for writing them. */
function chosen(): Promise<Standing> {
  const standing = process.env['JOURNEYS_TOWN']
  if (standing === undefined) return build()
  return Promise.resolve({ town: JSON.parse(standing) as Town, told: '', snapshot: '', stop: () => Promise.resolve() })
}

/** Does not wait for the town: the tests of the code run while it is built, and a journey waits as it opens its browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stands = chosen()
  // told to every journey that asks; none may be on its way yet
  stands.catch(() => {})
  const server = createServer((_, answer) => {
    // an answer that takes minutes is given up by who asks
    const notYet = setTimeout(() => answer.writeHead(202).end('not yet'), 60_000)
    const say = (status: number, words: string): void => {
      clearTimeout(notYet)
      if (!answer.headersSent) answer.writeHead(status).end(words)
    }
    stands.then(
      ({ town, told, snapshot }) => say(200, JSON.stringify({ town, told, snapshot } satisfies Built)),
      (cause: unknown) => say(500, String(cause)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  project.provide('townStandsAt', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return async () => {
    server.close()
    await stands.then(
      ({ stop }) => stop(),
      () => {},
    )
  }
}
