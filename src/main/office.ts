// The process of the office: API and pages for officials, with the office's own login to the database.
import type { FastifyInstance } from 'fastify'
import type { Registry } from 'prom-client'
import type { Clock } from '../kernel/clock.ts'
import { officeGuard } from '../modules/access/index.ts'
import type { KeySource } from '../platform/crypto/key-ring.ts'
import { sealUnder } from '../platform/crypto/seal.ts'
import { openDatabase } from '../platform/database/database.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { openMetrics } from '../platform/http/health.ts'
import { openOffice } from '../platform/http/office-app.ts'
import type { Log } from '../platform/log/log.ts'
import { builtOffice } from './office-build.ts'
import { runProcess, type ProcessParts } from './process.ts'
import { listen, type Server } from './running.ts'
import type { Settings } from './settings.ts'
import { programVersion } from './version.ts'
import { officeRoutes, sentences } from './wiring.ts'

export interface OfficeStart {
  readonly settings: Settings
  readonly databaseUrl: string
  readonly keys: KeySource
  readonly clock: Clock
  readonly fileStore: FileStore
  readonly log: Log
  readonly metrics: Registry
  readonly spaFolder: string
  /** Of a portal in the same process; otherwise the settings say it. */
  readonly portalAddress?: string
}

/** Where the public reads, as officials copy it and as it is printed: set, or the portal's own. */
function publicAddressOf({ portalAddress, host, portalPort, basePath }: Settings, beside: string | undefined): string {
  const origin = portalAddress ?? beside ?? `http://${host}:${portalPort}`
  return `${origin.replace(/\/+$/, '')}${basePath}`
}

export async function startOffice({ settings, databaseUrl, keys, clock, fileStore, log, metrics, spaFolder, portalAddress }: OfficeStart): Promise<Server> {
  const database = openDatabase({ url: databaseUrl, name: 'gongkai office', poolSize: 20 })
  const app: FastifyInstance = await openOffice({
    database,
    clock,
    fileStore,
    seal: sealUnder(keys),
    guard: officeGuard,
    routes: officeRoutes,
    sentences,
    log: log.child({ part: 'office' }),
    publicAddress: publicAddressOf(settings, portalAddress),
    version: programVersion,
    spaFolder,
    metrics,
    ...(settings.metricsToken === undefined ? {} : { metricsToken: settings.metricsToken }),
    trustProxy: settings.trustProxy ? true : 'loopback',
  })
  app.addHook('onClose', () => database.close())
  return listen('office', app, { host: settings.host, port: settings.officePort, variable: 'GONGKAI_OFFICE_PORT' })
}

async function main({ settings, keys, clock, fileStore, log, tell }: ProcessParts): Promise<Server> {
  const spaFolder = await builtOffice(settings.dataFolder, tell)
  const databaseUrl = settings.officeDatabaseUrl ?? ''
  return startOffice({ settings, databaseUrl, keys: await keys(), clock, fileStore, log, metrics: openMetrics(), spaFolder })
}

if (import.meta.main) await runProcess('office', { needs: 'officeDatabaseUrl' }, main)
