// The portal as it is met over a bare connection: what was sent, byte by byte, and whether Node read it.
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { aTown, type Town } from '../fixtures.ts'

export const documentId = '0b000000-0000-4000-8000-000000000001'
export const path = (id = documentId): string => `/documents/${id}`
const host = 'Host: www.qinglan.example\r\n'
export const get = (fields = '', url = path()): string => `GET ${url} HTTP/1.1\r\n${host}${fields}\r\n`
export const portOf = (one: FastifyInstance): number => (one.server.address() as AddressInfo).port
export const aMoment = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve))

/** A connection that tells what it got. */
export interface Line {
  readonly socket: Socket
  send(text: string): void
  /** Resolves with everything that came once it fits, or when the other end closes. */
  until(fits: (got: string) => boolean): Promise<string>
}

export async function lineTo(portal: FastifyInstance): Promise<Line> {
  const socket = connect(portOf(portal), '127.0.0.1')
  let got = ''
  const waiting: (() => void)[] = []
  const tell = (): void => waiting.splice(0).forEach((go) => go())
  socket.on('data', (part: Buffer) => {
    got += part.toString('latin1')
    tell()
  })
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  socket.on('error', () => {}).on('close', tell)
  return {
    socket,
    send: (text) => void socket.write(Buffer.from(text, 'latin1')),
    async until(fits) {
      while (!fits(got) && !socket.closed) await new Promise<void>((go) => waiting.push(go))
      return got
    },
  }
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const lastPiece = '0\r\n\r\n'

/** The answers in what came; one that is not whole yet is left out. */
export function answersIn(got: string, toHead = false): Answer[] {
  const answers: Answer[] = []
  for (let rest = got; rest !== '';) {
    const end = rest.indexOf('\r\n\r\n')
    if (end < 0) break
    const [first = '', ...fields] = rest.slice(0, end).split('\r\n')
    const headers = Object.fromEntries(fields.map((one) => [one.slice(0, one.indexOf(':')).toLowerCase(), one.slice(one.indexOf(':') + 1).trim()]))
    const status = Number(first.split(' ')[1])
    const start = end + 4
    const inPieces = headers['transfer-encoding'] === 'chunked' ? rest.indexOf(lastPiece, start) : undefined
    const length = inPieces === undefined ? (toHead || status === 304 ? 0 : Number(headers['content-length'] ?? 0)) : inPieces + lastPiece.length - start
    if (inPieces === -1 || rest.length < start + length) break
    answers.push({ status, headers, body: rest.slice(start, start + length) })
    rest = rest.slice(start + length)
  }
  return answers
}

export const withoutTime = ({ status, headers: { date: _date, ...headers }, body }: Answer): Answer => ({ status, headers, body })

export interface Wire {
  readonly town: Town
  /** Keeps a document in all its forms. */
  readonly app: FastifyInstance
  readonly seen: {
    /** Requests that Node read. */
    byNode: number
    /** The portal's ends of all connections. */
    readonly ends: Socket[]
    /** What Node reads is answered after this. */
    held: Promise<void> | undefined
  }
  /** Another portal beside it. */
  open(): Promise<FastifyInstance>
  /** The answers to `text`, without their times, on a connection of its own unless one is given. */
  answersTo(text: string, count: number, on?: Line): Promise<Answer[]>
  /** The answer that Node does not read, asked for again where a busy machine was not sure for a moment that nothing has changed; `seen.byNode` says whether it ever came. */
  straightTo(text: string, on?: Line): Promise<Answer | undefined>
  /** The same of a connection that is Node's already. */
  byNode(text: string, count: number): Promise<Answer[]>
}

export async function openWire(): Promise<Wire> {
  const town = await aTown()
  const seen: Wire['seen'] = { byNode: 0, ends: [], held: undefined }
  const open = async (): Promise<FastifyInstance> => {
    const one = await town.open('/', 20_000_000)
    one.server.prependListener('connection', (socket: Socket) => seen.ends.push(socket))
    one.server.on('request', () => (seen.byNode += 1))
    one.addHook('preHandler', async () => seen.held)
    await one.listen({ host: '127.0.0.1', port: 0 })
    return one
  }
  const app = await open()
  const answersTo = async (text: string, count: number, on?: Line): Promise<Answer[]> => {
    const used = on ?? (await lineTo(app))
    const toHead = text.startsWith('HEAD')
    const before = answersIn(await used.until(() => true), toHead).length
    used.send(text)
    const all = answersIn(await used.until((got) => answersIn(got, toHead).length >= before + count), toHead)
    if (!on) used.socket.destroy()
    return all.slice(before).map(withoutTime)
  }
  await town.publish({ documentId, title: '关于冬季救助的通知', bodyHtml: `<p>${'救助对象为低保家庭。'.repeat(400)}</p>` })
  await app.pages.look()
  for (const encoding of ['gzip', 'br', 'identity']) await answersTo(get(`Accept-Encoding: ${encoding}\r\n`), 1)
  return {
    town,
    app,
    seen,
    open,
    answersTo,
    async straightTo(text, on) {
      for (let tries = 1; ; tries += 1) {
        await app.pages.look()
        seen.byNode = 0
        const [answer] = await answersTo(text, 1, on)
        if (seen.byNode === 0 || tries === 20) return answer
      }
    },
    async byNode(text, count) {
      const toNode = 'POST /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n'
      const used = await lineTo(app)
      used.send(toNode)
      const first = await used.until((got) => answersIn(got).length === 1)
      const toHead = text.startsWith('HEAD')
      const skipped = (got: string): Answer[] => answersIn(got.slice(first.length), toHead)
      used.send(text)
      const answers = skipped(await used.until((got) => skipped(got).length >= count))
      used.socket.destroy()
      return answers.map(withoutTime)
    },
  }
}
