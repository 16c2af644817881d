// A PostgreSQL server of our own in a data folder: made on first start, durable, recovered after a crash, stopped cleanly.
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { findBinaries, handOver, run, type Binaries } from './binaries.ts'

export const serverVersion = '18'
const owner = 'gongkai'
const startTries = 40

export class NewerDataError extends Error {
  override readonly name = 'NewerDataError'
}

export interface EmbeddedServer {
  readonly url: string
  readonly port: number
  readonly processId: number
  /** True where a server that was left running was taken over. */
  readonly adopted: boolean
  /** Address of another database or login on the same server. */
  urlOf(login: { user?: string; password?: string; database?: string }): string
  /** Ends the server in order: open transactions are rolled back, everything acknowledged is on disk. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Made where it is missing; the cluster lies in `pg` below it. */
  readonly folder: string
  /** Of the owner's login; used when the cluster is made, needed to enter afterwards. */
  readonly password: string
  /** Server settings, e.g. `{ fsync: 'off' }` for tests. Durable by default. */
  readonly settings?: Readonly<Record<string, string>>
  /** Where to listen; a free port where it is not given. */
  readonly port?: number
  readonly tell?: (line: string) => void
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

async function makeCluster(binaries: Binaries, folder: string, password: string): Promise<void> {
  // Made beside and renamed, so that a start that was broken off leaves no half cluster.
  const draft = join(folder, 'pg.new')
  const secret = join(folder, 'pg.password')
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  await writeFile(secret, password, { mode: 0o600 })
  handOver(binaries, draft)
  handOver(binaries, secret)
  try {
    const args = ['-D', draft, '-U', owner, `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C']
    const process = run(binaries, 'initdb', args, { stdio: ['ignore', 'ignore', 'pipe'] })
    let complaint = ''
    process.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
    const code = await new Promise<number | null>((resolve, reject) => process.once('error', reject).once('close', resolve))
    if (code !== 0) throw new Error(`the database could not be made: ${complaint.trim().split('\n').slice(0, 3).join(' ')}`)
    await rename(draft, join(folder, 'pg'))
  } finally {
    await rm(secret, { force: true })
  }
}

const alive = (processId: number): boolean => {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The process id and port in `postmaster.pid`, where that process really is a server on this folder. */
async function runningServer(cluster: string): Promise<{ processId: number; port: number } | undefined> {
  const lock = join(cluster, 'postmaster.pid')
  if (!existsSync(lock)) return undefined
  const lines = (await readFile(lock, 'utf8')).split('\n')
  const [processId, port] = [Number(lines[0]), Number(lines[3])]
  const command = await readFile(`/proc/${processId}/cmdline`, 'utf8').catch(() =>
    processId > 0 && alive(processId) && process.platform !== 'linux' ? 'postgres' : '',
  )
  if (command.includes('postgres') && (process.platform !== 'linux' || command.includes(cluster))) return { processId, port }
  // A number of a dead server, or one that the system gave to another program since.
  await rm(lock, { force: true })
  return undefined
}

async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') throw new Error('the password of the embedded database does not fit its data folder', { cause: error })
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Address of the server that runs on `folder`; undefined where none does. Nothing is started. */
export async function urlOfRunning(folder: string, password: string): Promise<string | undefined> {
  const server = await runningServer(join(folder, 'pg'))
  return server && `postgres://${owner}:${encodeURIComponent(password)}@127.0.0.1:${server.port}/${owner}`
}

/** Starts the server on `folder`, or takes over the one that runs there. Throws NewerDataError on a folder of another version. */
export async function startEmbedded({ folder, password, settings = {}, port: wantedPort, tell = () => {} }: EmbeddedOptions): Promise<EmbeddedServer> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const cluster = join(folder, 'pg')
  const binaries = findBinaries()
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    tell('首次启动：正在建立数据库……')
    await makeCluster(binaries, folder, password)
  }
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  if (version !== serverVersion) throw new NewerDataError(`the data folder is of PostgreSQL ${version}, this program brings ${serverVersion}`)

  const urlAt = (port: number, login: { user?: string; password?: string; database?: string } = {}): string =>
    `postgres://${login.user ?? owner}:${encodeURIComponent(login.password ?? password)}@127.0.0.1:${port}/${login.database ?? owner}`

  let server = await runningServer(cluster)
  const adopted = server !== undefined
  for (let tries = 0; !server || !(await accepts(urlAt(server.port, { database: 'postgres' }))); tries += 1) {
    if (server && alive(server.processId)) {
      if (tries > startTries * 5) throw new Error('the database did not start; its log is pg.log in the data folder')
      await wait(50)
      continue
    }
    // Children of a killed server may hold its memory for a moment: try again.
    if (tries > 0) await wait(250)
    if (tries > startTries) throw new Error('the database did not start; its log is pg.log in the data folder')
    await runningServer(cluster)
    const port = wantedPort ?? (await freePort())
    const durable = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '120', shared_buffers: '256MB', ...settings }
    const log = await open(join(folder, 'pg.log'), 'a', 0o600)
    const child = run(
      binaries,
      'postgres',
      ['-D', cluster, '-p', String(port), ...Object.entries(durable).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {
        stdio: ['ignore', log.fd, log.fd],
        // Not in our process group: Ctrl-C must reach us first, so that the server is stopped last.
        detached: true,
      },
    )
    await new Promise<void>((resolve, reject) => child.once('error', reject).once('spawn', resolve))
    await log.close()
    child.unref()
    if (child.pid === undefined) throw new Error('the database process has no id')
    server = { processId: child.pid, port }
  }

  const { processId, port } = server
  const admin = new pg.Client({ connectionString: urlAt(port, { database: 'postgres' }) })
  await admin.connect()
  try {
    const found = await admin.query('select 1 from pg_database where datname = $1', [owner])
    if (found.rowCount === 0) await admin.query(`create database ${owner}`)
  } finally {
    await admin.end()
  }

  return {
    url: urlAt(port),
    port,
    processId,
    adopted,
    urlOf: (login) => urlAt(port, login),
    async stop() {
      if (!alive(processId)) return
      process.kill(processId, 'SIGINT')
      for (let waited = 0; alive(processId) && waited < 30_000; waited += 50) await wait(50)
      if (alive(processId)) process.kill(processId, 'SIGQUIT')
    },
  }
}
