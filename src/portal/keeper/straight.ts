// Kept answers straight on the connection. Node's HTTP server spends more on reading a request and writing its head than the whole answer needs:
// it is lent the connection for other plain requests, and given it for good as soon as it is asked anything that is not plain.
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { lend, takeLent } from './lent.ts'
import { restSeconds } from './message.ts'

export interface Straight {
  /** Ends the connections that rest here, after what was sent to them; new ones are Node's from their first byte on. */
  stop(): void
}

/** What is to be done for the bytes that came: these are to be sent, or Node answers this request, or reads whatever comes from its first byte on. */
export type Course = Buffer | 'one' | 'all'

/** A second more than is announced, as Node does: who asks again in the last moment is still heard. */
const restMilliseconds = (restSeconds + 1) * 1000
/** Milliseconds after which a reader who does not take what was sent is left. */
const lastPatience = 2000

/** Call it before the server listens. */
export function answerStraight(server: Server, courseFor: (request: Buffer) => Course): Straight {
  // what the server of Node itself does with a connection
  const [listener] = server.listeners('connection')
  if (listener === undefined) throw new Error('the server takes no connections')
  const toNode = (connection: Duplex): void => void listener.call(server, connection)
  server.removeAllListeners('connection')
  takeLent(server)
  const resting = new Set<Socket>()
  let stopped = false

  server.on('connection', (socket: Socket) => {
    if (stopped) return toNode(socket)
    const read = (request: Buffer): void => {
      if (stopped) return
      const course = courseFor(request)
      if (course === 'one') {
        resting.delete(socket)
        lend(socket, request, toNode, back)
      } else if (course === 'all') handOver(request)
      // who does not take what is sent gets no more until he does
      else if (!socket.write(course)) {
        socket.pause()
        socket.once('drain', () => socket.resume())
      }
    }
    const leave = (): void => void socket.destroy()
    const end = (): void => void socket.end()
    const close = (): void => void resting.delete(socket)
    const rest = (): void => {
      resting.add(socket)
      socket.setTimeout(restMilliseconds)
    }
    const back = (): void => {
      rest()
      if (stopped) endSoon(socket)
      else socket.resume()
    }
    const handOver = (request: Buffer): void => {
      resting.delete(socket)
      socket.off('data', read).off('end', end).off('error', leave).off('close', close).off('timeout', leave).setTimeout(0)
      socket.pause()
      socket.unshift(request)
      toNode(socket)
      socket.resume()
    }
    socket.on('data', read).on('end', end).on('error', leave).on('close', close).on('timeout', leave)
    return rest()
  })
  return {
    stop() {
      stopped = true
      for (const socket of resting) endSoon(socket)
    },
  }
}

function endSoon(socket: Socket): void {
  socket.setTimeout(lastPatience)
  socket.destroySoon()
}
