// The way of a command to the data: through the running server where there is one, else by starting the database for its own time.
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../kernel/clock.ts'
import { systemClock } from '../platform/clock/clock.ts'
import { openDatabase, type Database } from '../platform/database/database.ts'
import { holderOf, holdDataFolder, inUse, openDataFolder } from './data-folder.ts'
import { bringUpToDate } from './migrations.ts'
import { Runners } from './running.ts'
import { readSettings, type Settings } from './settings.ts'
import { openStorage, type Storage } from './storage.ts'
import { PlainFailure } from './plain-failure.ts'

export interface Connection extends Storage {
  readonly settings: Settings
  /** With the owner's login. */
  readonly database: Database
  readonly clock: Clock
  /** True where a server is up and goes on after the command. */
  readonly running: boolean
  close(): Promise<void>
}

const patienceMilliseconds = 90_000

/** Waits while a start is on its way up, or another command holds the folder. */
async function waitForFolder(folder: string): Promise<'ready' | 'free'> {
  for (let waited = 0; ; waited += 250) {
    const holder = await holderOf(folder)
    if (!holder) return 'free'
    if (holder.state === 'ready') return 'ready'
    if (waited >= patienceMilliseconds) throw inUse(folder, holder)
    await wait(250)
  }
}

export interface ConnectOptions {
  readonly environment?: NodeJS.ProcessEnv
  /** For a command that says the same few things thousands of times. */
  readonly prepared?: boolean
}

/** Opens what GONGKAI_DATA or DATABASE_URL names. Close it, or the embedded server stays up. */
export async function connectToRunning({ environment = process.env, prepared = false }: ConnectOptions = {}): Promise<Connection> {
  const settings = readSettings(environment)
  const runners = new Runners()
  await openDataFolder(settings.dataFolder)
  const running = (await waitForFolder(settings.dataFolder)) === 'ready'
  try {
    if (!running) {
      const held = await holdDataFolder(settings.dataFolder, 'command')
      runners.add({ name: 'data folder', stop: () => held.release() })
    }
    const storage = await openStorage(settings, () => {})
    if (!running) runners.add({ name: 'database', stop: () => storage.stop() })
    await bringUpToDate(storage.urls.owner, () => {})
    const database = openDatabase({ url: storage.urls.owner, name: 'gongkai command', poolSize: 4, prepared })
    runners.add({ name: 'pool', stop: () => database.close() })
    return { ...storage, settings, database, clock: systemClock(settings.timeZone), running, close: () => runners.stopAll() }
  } catch (error) {
    await runners.stopAll()
    throw error
  }
}

/** Opens the data, does `work` and closes, whatever happens. */
export async function withData<Value>(work: (connection: Connection) => Promise<Value>, options: ConnectOptions = {}): Promise<Value> {
  const connection = await connectToRunning(options)
  // A broken-off command must not leave the database that it started.
  const stop = (): void => void connection.close().finally(() => process.exit(130))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  try {
    return await work(connection)
  } finally {
    await connection.close()
  }
}

/** Throws where the installation has nothing in it yet. */
export function notInstalled(): PlainFailure {
  return new PlainFailure('这里还没有安装：请先运行 npm start。', 'Nothing is installed here yet: run npm start first.')
}
