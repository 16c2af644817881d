// The frame of one process that runs apart (portal, office or worker) on the operator's own database server.
import cluster from 'node:cluster'
import type { Clock } from '../kernel/clock.ts'
import { systemClock } from '../platform/clock/clock.ts'
import { folderStore, type FileStore } from '../platform/files/file-store.ts'
import { logToOutput, type Log } from '../platform/log/log.ts'
import type { KeySource } from '../platform/crypto/key-ring.ts'
import { keysIn } from '../platform/settings/secrets.ts'
import { openDataFolder } from './data-folder.ts'
import { PlainFailure, tellFailure } from './plain-failure.ts'
import { Runners, stopRequested, type Running, type Server } from './running.ts'
import { readSettings, type Settings } from './settings.ts'
import { filesFolder, secretsOf } from './storage.ts'

export interface ProcessParts {
  readonly settings: Settings
  /** Asked only where they are needed: the portal's machine may have none. */
  readonly keys: () => Promise<KeySource>
  readonly clock: Clock
  readonly fileStore: FileStore
  readonly log: Log
  readonly tell: (line: string) => void
}

type UrlSetting = 'databaseUrl' | 'officeDatabaseUrl' | 'portalDatabaseUrl'

const variables: Readonly<Record<UrlSetting, string>> = {
  databaseUrl: 'DATABASE_URL',
  officeDatabaseUrl: 'GONGKAI_OFFICE_DATABASE_URL',
  portalDatabaseUrl: 'GONGKAI_PORTAL_DATABASE_URL',
}

/** Runs one process until it is told to stop; its logs are JSON lines on the standard output, its last line of start begins with `ready`. */
export async function runProcess(name: string, { needs }: { needs: UrlSetting }, start: (parts: ProcessParts) => Promise<Running | Server>): Promise<void> {
  const stop = stopRequested()
  const runners = new Runners()
  try {
    const settings = readSettings(process.env)
    if (settings[needs] === undefined) {
      throw new PlainFailure(
        `单独运行 ${name} 需要设置 ${variables[needs]}；单机试用请运行 npm start。`,
        `To run ${name} apart, set ${variables[needs]}; to try everything on one machine, run npm start.`,
        { exitCode: 2 },
      )
    }
    await openDataFolder(settings.dataFolder)
    const log = logToOutput(settings.logLevel)
    const running = runners.add(
      await start({
        settings,
        keys: async () => {
          await secretsOf(settings)
          return keysIn(settings.secretsFile)
        },
        clock: systemClock(settings.timeZone),
        fileStore: folderStore(filesFolder(settings)),
        log,
        tell: (line) => log.info(line),
      }),
    )
    // one of several processes says nothing: their parent does
    if (!cluster.isWorker) console.log(`ready ${name}${'address' in running ? ` ${running.address}` : ''}`)
    await stop
    await runners.stopAll()
    process.exitCode = 0
    // the line to the parent would keep one of several processes alive
    if (cluster.isWorker) process.disconnect()
  } catch (error) {
    await runners.stopAll()
    process.exitCode = tellFailure(error)
  }
}
