// Load by wrk from its own core, and what it costs the server: answers per processor second.
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { loadCore, pinned, processorSecondsOf, programOf } from './machine.ts'

const connections = 32
const usualSeconds = 3

export interface Load {
  readonly port: number
  readonly processId: number
  readonly paths: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
  readonly seconds?: number
  /** The status that every answer must have. */
  readonly status?: number
  /** Where the script of wrk is written. */
  readonly folder: string
}

/** Answers per processor second of the server. Throws where an answer was not as it must be. */
export async function answersPerProcessorSecond(load: Load): Promise<number> {
  const before = await processorSecondsOf(load.processId)
  const answered = await answersTo(load)
  return answered / ((await processorSecondsOf(load.processId)) - before)
}

/** Answers per second of the clock. */
export const answersPerSecond = async (load: Load): Promise<number> => (await answersTo(load)) / (load.seconds ?? usualSeconds)

async function answersTo({ port, paths, headers = {}, seconds = usualSeconds, status = 200, folder }: Load): Promise<number> {
  const script = join(folder, 'load.lua')
  const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  const all = { Host: 'www.qinglan.example', ...headers }
  await writeFile(
    script,
    `${Object.entries(all)
      .map(([name, value]) => `wrk.headers[${quoted(name)}] = ${quoted(value)}`)
      .join('\n')}
local requests, at = {}, 0
wrong = 0
init = function()
  for _, path in ipairs({ ${paths.map(quoted).join(', ')} }) do requests[#requests + 1] = wrk.format("GET", path) end
end
request = function()
  at = at % #requests + 1
  return requests[at]
end
local threads = {}
setup = function(thread) threads[#threads + 1] = thread end
response = function(code) if code ~= ${status} then wrong = wrong + 1 end end
done = function(summary)
  local bad = 0
  for _, one in ipairs(threads) do bad = bad + (one:get("wrong") or 0) end
  print(string.format("answered %d wrong %d errors %d", summary.requests, bad, summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
`,
  )
  const [program = '', ...args] = pinned(loadCore, [
    programOf('wrk'),
    '-t1',
    '--timeout',
    '10s',
    `-c${connections}`,
    `-d${seconds}s`,
    '-s',
    script,
    `http://127.0.0.1:${port}/`,
  ])
  const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 10_000_000 })
  const [, answered, wrong, errors] = /answered (\d+) wrong (\d+) errors (\d+)/.exec(stdout) ?? []
  if (Number(answered) === 0 || wrong !== '0' || errors !== '0') throw new Error(`the load was not answered as it must be: ${stdout.trim()}`)
  return Number(answered)
}
