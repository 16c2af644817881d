// What runs and how it ends: in order, with what is in hand finished, and never later than the limit.
import type { Server as HttpServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { PlainFailure } from './plain-failure.ts'

export interface Running {
  readonly name: string
  stop(): Promise<void>
}

export interface Server extends Running {
  /** Where it listens, e.g. `http://127.0.0.1:8080`. */
  readonly address: string
}

/** A Ctrl-C reaches us twice where a parent passes it on; a second one within this time means the first. */
const sameSignalMilliseconds = 2000
const stopLimitMilliseconds = 10_000

/** Things to stop, last started first. */
export class Runners {
  readonly #running: Running[] = []
  readonly #failed: (name: string, error: unknown) => void
  #stopping: Promise<void> | undefined

  constructor(failed: (name: string, error: unknown) => void = () => {}) {
    this.#failed = failed
  }

  add<Kind extends Running>(running: Kind): Kind {
    this.#running.push(running)
    return running
  }

  /** Stops everything once, however often it is asked. */
  stopAll(): Promise<void> {
    this.#stopping ??= this.#stopInOrder()
    return this.#stopping
  }

  async #stopInOrder(): Promise<void> {
    for (const running of this.#running.toReversed()) await running.stop().catch((error: unknown) => this.#failed(running.name, error))
  }
}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Resolves at the first request to stop. A later second one ends the process at once. */
export function stopRequested(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let first: bigint | undefined
    for (const signal of stopSignals) {
      process.on(signal, () => {
        const now = process.hrtime.bigint()
        if (first === undefined) {
          first = now
          resolve(signal)
        } else if (now - first > BigInt(sameSignalMilliseconds) * 1_000_000n) {
          process.exit(130)
        }
      })
    }
  })
}

interface App {
  listen(at: { host: string; port: number }): Promise<unknown>
  close(): Promise<unknown>
  readonly server: Pick<HttpServer, 'address' | 'closeAllConnections'>
}

/** Listens, or says in one sentence why that port cannot be had. */
export async function listen(name: string, app: App, at: { host: string; port: number; variable: string }): Promise<Server> {
  try {
    await app.listen({ host: at.host, port: at.port })
  } catch (error) {
    await app.close()
    throw portFailure(error, at)
  }
  const address = app.server.address()
  const port = address === null || typeof address === 'string' ? at.port : address.port
  const host = at.host.includes(':') ? `[${at.host}]` : at.host
  return {
    name,
    address: `http://${host === '0.0.0.0' || host === '[::]' ? '127.0.0.1' : host}:${port}`,
    async stop() {
      const limit = new AbortController()
      const late = wait(stopLimitMilliseconds, undefined, { signal: limit.signal }).then(
        () => app.server.closeAllConnections(),
        () => {},
      )
      await app.close()
      limit.abort()
      await late
    },
  }
}

export function portFailure(error: unknown, { host, port, variable }: { host: string; port: number; variable: string }): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') {
    return new PlainFailure(
      `端口 ${port} 已被其他程序占用：请停止该程序，或者用 ${variable} 指定其他端口。`,
      `Port ${port} is taken by another program: stop it, or name another port with ${variable}.`,
      { cause: error },
    )
  }
  if (code === 'EACCES') {
    return new PlainFailure(
      `没有权限使用端口 ${port}：请用 ${variable} 指定 1024 以上的端口。`,
      `Port ${port} may not be used by this user: name one above 1024 with ${variable}.`,
      { cause: error },
    )
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new PlainFailure(`本机没有地址 ${host}：请检查 GONGKAI_HOST。`, `This machine has no address ${host}: check GONGKAI_HOST.`, { cause: error })
  }
  return error
}
