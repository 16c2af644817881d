// The process of the portal: the public pages, with a login that can read nothing but what is public.
import cluster from 'node:cluster'
import { parseArgs } from 'node:util'
import type { Registry } from 'prom-client'
import type { Clock } from '../kernel/clock.ts'
import { openDatabase } from '../platform/database/database.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { openMetrics } from '../platform/http/health.ts'
import type { Log } from '../platform/log/log.ts'
import { openPortal } from '../portal/app.ts'
import { metricsOfAll, startPortalWorkers, workersAsked } from './portal-workers.ts'
import { runProcess, type ProcessParts } from './process.ts'
import { listen, type Server } from './running.ts'
import type { Settings } from './settings.ts'

export interface PortalStart {
  readonly settings: Settings
  readonly databaseUrl: string
  readonly clock: Clock
  readonly fileStore: FileStore
  readonly log: Log
  readonly metrics: Registry
}

export async function startPortal({ settings, databaseUrl, clock, fileStore, log, metrics }: PortalStart): Promise<Server> {
  const database = openDatabase({ url: databaseUrl, name: 'gongkai portal', poolSize: 20 })
  const metricsText = metricsOfAll(metrics)
  const app = await openPortal({
    database,
    clock,
    fileStore,
    settings,
    log: log.child({ part: 'portal' }),
    metrics,
    ...(metricsText && { metricsText }),
    ...(settings.metricsToken === undefined ? {} : { metricsToken: settings.metricsToken }),
  })
  app.addHook('onClose', () => database.close())
  return listen('portal', app, { host: settings.host, port: settings.portalPort, variable: 'GONGKAI_PORTAL_PORT' })
}

/** `--workers N`: so many processes behind one port. */
async function main({ settings, clock, fileStore, log }: ProcessParts): Promise<Server> {
  const { values } = parseArgs({ options: { workers: { type: 'string' } } })
  const count = workersAsked(values.workers)
  if (count > 1 && cluster.isPrimary) {
    return startPortalWorkers({ count, host: settings.host, died: (processId) => log.error({ processId }, 'a process of the portal died and is replaced') })
  }
  return startPortal({ settings, databaseUrl: settings.portalDatabaseUrl ?? '', clock, fileStore, log, metrics: openMetrics() })
}

if (import.meta.main) await runProcess('portal', { needs: 'portalDatabaseUrl' }, main)
