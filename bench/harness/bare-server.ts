// The other side of the page benches: `node:http` that sends prepared answers and does nothing else. Arguments: file of answers, status.
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Prepared {
  readonly path: string
  readonly headers: string[]
  readonly body: string
}

const answers = (JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Prepared[]).map((one) => ({ ...one, bytes: Buffer.from(one.body, 'base64') }))
const status = Number(process.argv[3])
const [first] = answers
if (!first) throw new Error('no answers')
const byPath = new Map(answers.map((one) => [one.path, one]))
const bare = first.headers.filter((_, at) => !['content-length', 'content-encoding'].includes(first.headers[at - (at % 2)] ?? ''))

const unchanged: RequestListener = (_request, response) => void response.writeHead(304, bare).end()
const one: RequestListener = (_request, response) => void response.writeHead(200, first.headers).end(first.bytes)
const many: RequestListener = (request, response) => {
  const found = byPath.get(request.url ?? '')
  if (found) response.writeHead(200, found.headers).end(found.bytes)
  else response.writeHead(404).end()
}
const server = createServer(status === 304 ? unchanged : answers.length === 1 ? one : many)
server.listen(0, '127.0.0.1', () => console.log(`ready ${(server.address() as AddressInfo).port}`))
process.once('SIGTERM', () => process.exit(0))
