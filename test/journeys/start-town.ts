// Started once before all journeys: the whole product on the demo town, exactly as `npm start` brings it up.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    town: Town
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

const root = join(import.meta.dirname, '../..')

interface Started {
  readonly child: ChildProcess
  readonly line: string
}

/** Starts a process of `src/main` and waits for its line `ready …`; what it said before is in the error otherwise. */
function startProcess(file: string, environment: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, [join(root, 'src/main', file)], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      const line = said.split('\n').find((one) => one.startsWith('ready'))
      if (line !== undefined) resolve({ child, line })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready:\n${said}`)))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

/** The portal's way into the embedded database of an installation that runs. */
async function portalUrlOf(folder: string): Promise<string> {
  const { portalPassword } = JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8')) as { portalPassword: string }
  const port = (await readFile(join(folder, 'pg/postmaster.pid'), 'utf8')).split('\n')[3]
  return `postgres://gongkai_portal:${portalPassword}@127.0.0.1:${port}/gongkai`
}

const addressIn = (line: string, position: number): string => line.match(/https?:\/\/\S+/g)?.[position] ?? ''

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-town-'))
  const environment = { GONGKAI_DATA: folder, GONGKAI_PORTAL_PORT: '0', GONGKAI_OFFICE_PORT: '0', GONGKAI_BASE_PATH: '/' }
  const all = await startProcess('all.ts', environment)
  const below = await startProcess('portal.ts', { ...environment, GONGKAI_BASE_PATH: '/zfxxgk/', GONGKAI_PORTAL_DATABASE_URL: await portalUrlOf(folder) })
  project.provide('town', { portal: addressIn(all.line, 0), office: addressIn(all.line, 1), portalBelowPath: `${addressIn(below.line, 0)}/zfxxgk/`, folder })
  return async () => {
    await stop(below.child)
    await stop(all.child)
    await rm(folder, { recursive: true, force: true })
  }
}
