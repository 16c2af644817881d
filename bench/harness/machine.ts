// The machine under the bench: its programs, its cores, and the processor time that a process used.
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { promisify } from 'node:util'
import { Missing } from './bench.ts'

const execute = promisify(execFile)
const debian = { nginx: ['/usr/sbin/nginx', 'nginx-light'], wrk: ['/usr/bin/wrk', 'wrk'] } as const

/** The program's path; throws `Missing` with the line that installs it. */
export function programOf(name: keyof typeof debian): string {
  const [path, debianPackage] = debian[name]
  if (!existsSync(path)) throw new Missing(`this bench needs ${name}: apt-get install -y ${debianPackage}`)
  return path
}

const canPin = cpus().length > 1 && existsSync('/usr/bin/taskset')

/** The command on one core alone, where the machine has two and can pin. */
export const pinned = (core: number, command: readonly string[]): string[] => (canPin ? ['/usr/bin/taskset', '-c', String(core), ...command] : [...command])

export const serverCore = 0
export const loadCore = 1

/** Ticks of `/proc` are hundredths of a second on every Linux that Node runs on. */
const ticksPerSecond = 100

async function ticksOf(processId: number): Promise<number> {
  const text = await readFile(`/proc/${processId}/stat`, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return Number(fields[11]) + Number(fields[12])
}

/** Processor seconds of the process and all its children now. */
export async function processorSecondsOf(processId: number): Promise<number> {
  let ticks = await ticksOf(processId)
  for (const thread of await readdir(`/proc/${processId}/task`)) {
    const children = await readFile(`/proc/${processId}/task/${thread}/children`, 'utf8').catch(() => '')
    for (const child of children.split(' ').filter(Boolean)) ticks += (await processorSecondsOf(Number(child))) * ticksPerSecond
  }
  return ticks / ticksPerSecond
}

/** Resident bytes of the process now. */
export async function residentBytesOf(processId: number): Promise<number> {
  const found = /VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${processId}/status`, 'utf8'))
  return Number(found?.[1] ?? Number.NaN) * 1024
}

/** Starts a server, on its core unless told, and waits until a line of its output fits; ended by its process id. */
export async function startServer(
  command: readonly string[],
  ready: RegExp,
  environment: Readonly<Record<string, string>> = {},
  on: 'its core' | 'any core' = 'its core',
): Promise<{ processId: number; line: string; stop(): Promise<void> }> {
  const [program = '', ...args] = on === 'its core' ? pinned(serverCore, command) : command
  const child: ChildProcess = spawn(program, args, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let output = ''
  const line = await new Promise<string>((resolve, reject) => {
    const read = (part: Buffer): void => {
      output += part.toString()
      const found = output.split('\n').find((one) => ready.test(one))
      if (found !== undefined) resolve(found)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('error', reject)
    child.once('close', () => reject(new Error(`${command.join(' ')} ended: ${output.slice(-2000)}`)))
  })
  return {
    processId: child.pid ?? 0,
    line,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** What stands under every table of numbers. */
export async function describeMachine(): Promise<string> {
  const [first] = cpus()
  const { stdout } = await execute('uname', ['-sr'])
  return `${cpus().length} cores (${first?.model ?? 'unknown'}), ${Math.round(totalmem() / 1024 ** 3)} GiB, ${stdout.trim()}, Node ${process.versions.node}`
}
