// Structured logs without personal data: what a program did and how it went, never what somebody wrote or who they are.
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Writable } from 'node:stream'
import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino'
import { shortLine } from './short-line.ts'

export type Log = Logger

const largestFile = 20 * 1024 * 1024
const keptFiles = 5

/** Names under which people, secrets and texts travel; wherever they turn up in a row, they are left out. */
const personal = [
  'password',
  'login',
  'name',
  'contact',
  'phone',
  'email',
  'address',
  'token',
  'csrfToken',
  'totp',
  'body',
  'description',
  'cookie',
  'authorization',
  'remoteAddress',
  'ip',
  'headers',
  'connectionString',
  'parameters',
]

export const redactedPaths: readonly string[] = personal.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

/** Only the path of a request: what stands behind the question mark may be somebody's search or code. */
const withoutQuery = (url: unknown): unknown => (typeof url === 'string' ? url.split('?')[0] : url)

interface LoggedRequest {
  readonly method?: unknown
  readonly url?: unknown
}

interface LoggedError extends Error {
  readonly code?: unknown
  readonly table?: unknown
  readonly constraint?: unknown
}

/** An error without the rows and values that a database puts into its `detail`. */
const plainError = ({ name, message, stack, code, table, constraint }: LoggedError): object => ({ type: name, message, stack, code, table, constraint })

export function makeLog(level: string, destination: DestinationStream): Log {
  return pino(
    {
      level,
      base: {},
      timestamp: stdTimeFunctions.isoTime,
      redact: { paths: [...redactedPaths], remove: true },
      serializers: {
        req: (request: LoggedRequest) => ({ method: request.method, url: withoutQuery(request.url) }),
        res: (response: { statusCode?: unknown }) => ({ statusCode: response.statusCode }),
        err: plainError,
        error: plainError,
      },
    },
    destination,
  )
}

/** JSON lines on the standard output, as service managers and log collectors want them. */
export function logToOutput(level: string): Log {
  return makeLog(level, pino.destination({ dest: 1, sync: false }))
}

function turnOver(path: string): void {
  try {
    if (statSync(path).size < largestFile) return
  } catch {
    return
  }
  rmSync(`${path}.${keptFiles}`, { force: true })
  for (let age = keptFiles - 1; age >= 0; age -= 1) {
    try {
      renameSync(age === 0 ? path : `${path}.${age}`, `${path}.${age + 1}`)
    } catch {
      // That age does not exist yet.
    }
  }
}

/** Short readable lines in a file, turned over at each start when it has grown; five old ones are kept. */
export function logToFile(level: string, path: string): Log {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  turnOver(path)
  const file = pino.destination({ dest: path, sync: false, mode: 0o600 })
  // A full disk must not end the service for the sake of its log.
  file.on('error', () => {})
  const lines = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      file.write(shortLine(chunk))
      done()
    },
  })
  return makeLog(level, lines)
}
