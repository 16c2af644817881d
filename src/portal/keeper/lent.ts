// A connection lent to Node's server for one request: it reads that request and writes its answer, and the connection comes back.
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'

/**
 * Stands for a connection while one request is answered. Whatever comes meanwhile waits: up to one piece of the socket's own here, the rest in the system. A reader who leaves
 * ends the connection, and the request with it.
 */
class Lent extends Duplex {
  readonly #socket: Socket
  readonly #back: () => void
  #given = false

  constructor(socket: Socket, request: Buffer, back: () => void) {
    super({ allowHalfOpen: true })
    this.#socket = socket
    this.#back = back
    socket.pause()
    socket.setTimeout(0)
    socket.on('close', this.#close)
    this.push(request)
  }

  /** By these the portal knows who asks. */
  get remoteAddress(): string | undefined {
    return this.#socket.remoteAddress
  }
  get remotePort(): number | undefined {
    return this.#socket.remotePort
  }

  /** After an answer, unless it was the last one of the connection. */
  giveBack(): void {
    if (this.destroyed || this.writableEnded) return
    this.#given = true
    this.destroy()
    this.#socket.off('close', this.#close)
    this.#back()
  }

  readonly #close = (): void => void this.destroy()

  override _read(): void {}
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#socket.write(chunk, done)
  }
  override _writev(chunks: readonly { readonly chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#socket.cork()
    for (const [place, { chunk }] of chunks.entries()) this.#socket.write(chunk, place === chunks.length - 1 ? done : undefined)
    this.#socket.uncork()
  }
  /** The answer was the last one: nobody reads from the connection any more, so that its end would not be seen. */
  override _final(done: () => void): void {
    this.#socket.destroySoon()
    done()
  }
  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    // Node gives it up at once: nobody waits for a reader who takes nothing
    if (!this.#given) this.#socket.destroy()
    done(error)
  }
}

/** Prepares the server of Node for connections that are lent to it. What it answers without an event `request` would not come back: it has no `maxRequestsPerSocket` and no listener for expectations. */
export function takeLent(server: Server): void {
  server.prependListener('request', (request, response) => {
    const { socket } = request
    if (socket instanceof Lent) response.once('close', () => socket.giveBack())
  })
}

/** `toNode` is what the server of Node does with a connection; `back` is called when it may be read again, never where it ended with the answer. */
export function lend(socket: Socket, request: Buffer, toNode: (connection: Duplex) => void, back: () => void): void {
  toNode(new Lent(socket, request, back))
}
