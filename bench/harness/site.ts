// A county's public site to ask: the portal as it runs in use, bare Node and nginx beside it with the same answers.
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer, connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { openDatabase } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { layPublications } from '../hot-queries.ts'
import { pinned, programOf, serverCore, startServer } from './machine.ts'

const root = join(import.meta.dirname, '../..')
const host = 'www.qinglan.example'

export interface Serving {
  readonly port: number
  readonly processId: number
  stop(): Promise<void>
}

export interface Site {
  readonly folder: string
  readonly portal: Serving
  /** Of its database: for its owner, and with the portal's login. */
  readonly urls: { readonly owner: string; readonly portal: string }
  /** Addresses of its documents. */
  readonly documents: readonly string[]
  close(): Promise<void>
}

/** A database with so many documents and the portal over it, on its core, with its own login. */
export async function openSite(documents: number): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'))
  const server = await startEmbedded({
    folder,
    password: 'bench',
    settings: { fsync: 'off', synchronous_commit: 'off', max_wal_size: '4GB', autovacuum: 'off' },
  })
  const database = openDatabase({ url: server.url, name: 'bench site' })
  for (const role of ['gongkai_office', 'gongkai_portal']) await sql.raw(`create role ${role} login password 'bench'`).execute(database.db)
  await migrate(server.url, join(root, 'db/migrations'))
  await sql.raw(await readFile(join(root, 'db/rights.sql'), 'utf8')).execute(database.db)
  await layPublications(database, documents)
  const { rows } = await sql<{ id: string }>`select id from publication.document order by id`.execute(database.db)
  const environment = {
    GONGKAI_PORTAL_DATABASE_URL: server.urlOf({ user: 'gongkai_portal' }),
    GONGKAI_PORTAL_PORT: '0',
    GONGKAI_DATA: join(folder, 'data'),
    GONGKAI_LOG_LEVEL: 'warn',
    GONGKAI_PAGE_MEMORY: '256',
  }
  const started = await startServer([process.execPath, join(root, 'src/main/portal.ts')], /^ready portal/, environment)
  return {
    folder,
    urls: { owner: server.url, portal: environment.GONGKAI_PORTAL_DATABASE_URL },
    documents: rows.map(({ id }) => `/documents/${id}`),
    portal: { port: Number(/:(\d+)\s*$/.exec(started.line)?.[1]), processId: started.processId, stop: () => started.stop() },
    async close() {
      await started.stop()
      await database.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

interface Answer {
  readonly path: string
  readonly headers: readonly string[]
  readonly body: Buffer
}

/** What the portal answers in gzip, as it leaves. */
export async function answersOf({ portal }: Site, paths: readonly string[]): Promise<Answer[]> {
  const one = (path: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port: portal.port, path, headers: { host, 'accept-encoding': 'gzip' } }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.once('end', () => {
          if (answer.statusCode !== 200) return reject(new Error(`${path} answered ${answer.statusCode}`))
          const made = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])
          const headers = Object.entries(answer.headers).flatMap(([name, value]) => (made.has(name) ? [] : [name, String(value)]))
          return resolve({ path, headers, body: Buffer.concat(parts) })
        })
      })
        .once('error', reject)
        .end()
    })
  const answers: Answer[] = []
  for (const path of paths) answers.push(await one(path))
  return answers
}

/** `node:http` that sends the same bytes and headers and does nothing else. */
export async function serveBare(folder: string, answers: readonly Answer[], status: 200 | 304 = 200): Promise<Serving> {
  const file = join(folder, `bare-${status}-${answers.length}.json`)
  await writeFile(file, JSON.stringify(answers.map(({ path, headers, body }) => ({ path, headers, body: body.toString('base64') }))))
  const started = await startServer([process.execPath, join(root, 'bench/harness/bare-server.ts'), file, String(status)], /^ready \d+/)
  return { port: Number(started.line.split(' ')[1]), processId: started.processId, stop: () => started.stop() }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Debian's nginx with the same pages as files and `gzip_static`, one process on the core of the servers. */
export async function serveByNginx(folder: string, answers: readonly Answer[]): Promise<Serving> {
  const program = programOf('nginx')
  const [home, port] = [join(folder, `nginx-${answers.length}`), await freePort()]
  await mkdir(join(home, 'www/documents'), { recursive: true })
  for (const { path, body } of answers) {
    await writeFile(join(home, 'www', `${path}.html`), gunzipSync(body))
    await writeFile(join(home, 'www', `${path}.html.gz`), body)
  }
  await writeFile(
    join(home, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; master_process off; pid ${home}/pid; error_log ${home}/error.log;
events { worker_connections 256; }
http {
  access_log off; etag on; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=10000; types { text/html html; }
  client_body_temp_path ${home}/body; proxy_temp_path ${home}/proxy; fastcgi_temp_path ${home}/fastcgi; uwsgi_temp_path ${home}/uwsgi; scgi_temp_path ${home}/scgi;
  server { listen 127.0.0.1:${port}; root ${home}/www; gzip_static on; location / { try_files $uri.html =404; } }
}
`,
  )
  const [command = '', ...args] = pinned(serverCore, [program, '-p', home, '-c', join(home, 'nginx.conf')])
  const child = spawn(command, args, { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const listens = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(() => resolve(true))).once('error', () => resolve(false))
    })
  for (let tries = 0; !(await listens()); tries += 1) {
    if (tries > 100 || child.exitCode !== null) throw new Error(`nginx did not start: ${await readFile(join(home, 'error.log'), 'utf8').catch(() => '')}`)
    await wait(50)
  }
  return {
    port,
    processId: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
