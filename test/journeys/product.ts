// Starts the whole product exactly as `npm start` brings it up, on a data folder of its own; for journeys and for pictures.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** The system gives one as the server begins to listen. */
const freePorts = { GONGKAI_PORTAL_PORT: '0', GONGKAI_OFFICE_PORT: '0' }

interface Started {
  readonly child: ChildProcess
  readonly line: string
  readonly said: string
}

export interface Product {
  /** Address of the portal, ending with `/`. */
  readonly portal: string
  /** The same for the office. */
  readonly office: string
  readonly folder: string
  /** Everything that it said until it was ready. */
  readonly said: string
  readonly stop: () => Promise<void>
}

/** Starts a process of `src/main` and waits for its line `ready …`; what it said before is in the error otherwise. */
function startProcess(file: string, environment: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, [join(root, 'src/main', file)], {
    cwd: root,
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      const line = said.split('\n').find((one) => one.startsWith('ready'))
      if (line !== undefined) resolve({ child, line, said })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready:\n${said}`)))
  })
}

async function stopProcess(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

/** Where the embedded database of an installation that runs listens. */
export async function databasePortOf(folder: string): Promise<string> {
  return (await readFile(join(folder, 'pg/postmaster.pid'), 'utf8')).split('\n')[3] ?? ''
}

async function urlOf(folder: string, user: string, secret: 'ownerPassword' | 'portalPassword'): Promise<string> {
  const secrets = JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8')) as Record<typeof secret, string>
  return `postgres://${user}:${encodeURIComponent(secrets[secret])}@127.0.0.1:${await databasePortOf(folder)}/gongkai`
}

/** The owner's way into it: for what a journey cannot do by hand, such as letting days pass. */
export const ownerUrlOf = (folder: string): Promise<string> => urlOf(folder, 'gongkai', 'ownerPassword')

const addressIn = (line: string, position: number): string => (line.match(/https?:\/\/\S+/g)?.[position] ?? '').replace(/\/*$/, '/')

/** The demo town on free ports and in a folder that goes with it. */
export async function startProduct(): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-town-'))
  const { child, line, said } = await startProcess('all.ts', { ...freePorts, GONGKAI_DATA: folder, GONGKAI_BASE_PATH: '/' })
  const stop = async (): Promise<void> => {
    await stopProcess(child)
    await rm(folder, { recursive: true, force: true })
  }
  return { portal: addressIn(line, 0), office: addressIn(line, 1), folder, said, stop }
}

/** A second portal on the town of `folder`, under the path of another site. */
export async function startPortalBelow(folder: string, basePath: string): Promise<Pick<Product, 'portal' | 'stop'>> {
  const { child, line } = await startProcess('portal.ts', {
    ...freePorts,
    GONGKAI_DATA: folder,
    GONGKAI_BASE_PATH: basePath,
    GONGKAI_PORTAL_DATABASE_URL: await urlOf(folder, 'gongkai_portal', 'portalPassword'),
  })
  return { portal: new URL(basePath, addressIn(line, 0)).href, stop: () => stopProcess(child) }
}
