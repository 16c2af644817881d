// Started once for all journeys: the whole product on the demo town, and a second portal of it below the path of another site.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { ownerUrlOf, startPortalBelow, startProduct, townFolder } from './product.ts'

declare module 'vitest' {
  interface ProvidedContext {
    town: Town
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

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

const basePath = '/zfxxgk/'

/** What is known of a town once it stands. */
export interface Built {
  /** What its start told. */
  readonly told: string
  /** Name of the state of its database before any journey touched it; empty for a town that stood already. */
  readonly snapshot: string
}

interface Standing {
  readonly town: Town
  /** Settles when the town can be entered. */
  readonly stands: Promise<Built & { readonly stop: () => Promise<void> }>
}

/** Names the state of the database as it is now; the name holds until the transaction that gave it is ended. */
async function keepState(folder: string): Promise<{ readonly snapshot: string; readonly end: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: await ownerUrlOf(folder) })
  await client.connect()
  await client.query('begin isolation level repeatable read read only')
  const { rows } = await client.query<{ name: string }>('select pg_export_snapshot() as name')
  return { snapshot: rows[0]?.name ?? '', end: () => client.end() }
}

async function build(): Promise<Standing> {
  const [portalPort = 0, officePort = 0, belowPort = 0] = await freePorts(3)
  const folder = await townFolder()
  const at = (port: number): string => `http://127.0.0.1:${port}`
  const stands = (async () => {
    const all = await startProduct({ folder, portalPort, officePort })
    const below = await startPortalBelow(folder, basePath, belowPort).catch(async (cause: unknown) => {
      await all.stop()
      throw cause
    })
    const state = await keepState(folder)
    const stop = async (): Promise<void> => {
      await state.end()
      await below.stop()
      await all.stop()
    }
    return { told: all.said, snapshot: state.snapshot, stop }
  })()
  return { town: { portal: `${at(portalPort)}/`, office: `${at(officePort)}/`, portalBelowPath: `${at(belowPort)}${basePath}`, folder }, stands }
}

/** With `JOURNEYS_TOWN` (a `Town` as JSON) journeys run on a town that already stands: for writing them. */
function chosen(): Promise<Standing> {
  const standing = process.env['JOURNEYS_TOWN']
  if (standing === undefined) return build()
  return Promise.resolve({ town: JSON.parse(standing) as Town, stands: Promise.resolve({ told: '', snapshot: '', stop: () => Promise.resolve() }) })
}

/** Does not wait for the town: the tests of the code run while it is built, and a journey waits as it opens its browser. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { town, stands } = await chosen()
  const server = createServer((_, answer) => {
    // an answer that takes minutes is given up by who asks
    const notYet = setTimeout(() => answer.writeHead(202).end('not yet'), 60_000)
    const say = (status: number, words: string): void => {
      clearTimeout(notYet)
      if (!answer.headersSent) answer.writeHead(status).end(words)
    }
    stands.then(
      ({ told, snapshot }) => say(200, JSON.stringify({ told, snapshot } satisfies Built)),
      (cause: unknown) => say(500, String(cause)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  project.provide('town', town)
  project.provide('townStandsAt', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return async () => {
    server.close()
    const { stop } = await stands
    await stop()
  }
}
