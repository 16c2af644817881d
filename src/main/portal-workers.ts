// Several processes of the portal behind one port: each keeps its own pages, and the operating system deals out the connections.
import cluster, { type Worker } from 'node:cluster'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import type { Registry } from 'prom-client'
import { AggregatorRegistry } from 'prom-client'
import { PlainFailure } from './plain-failure.ts'
import type { Server } from './running.ts'

export interface PortalWorkers {
  readonly count: number
  readonly host: string
  /** What the workers are told beside the environment of this process. */
  readonly environment?: Readonly<Record<string, string>>
  /** Where their logs go; to our own output where it is not given. */
  readonly logFile?: string
  readonly died?: (processId: number) => void
}

/** A worker that dies is replaced; one that dies at once is not tried again sooner than this. */
const pauseMilliseconds = 1000
const askForMetrics = 'gongkai:metrics'

interface MetricsMessage {
  readonly type: typeof askForMetrics
  readonly text: string
}

/** 1 to 64; the option is refused with exit code 2 otherwise. */
export function workersAsked(text: string | undefined): number {
  const count = Number(text ?? '1')
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count
  throw new PlainFailure(`--workers 应为 1 至 64 的整数，现为“${text}”。`, `--workers takes a whole number from 1 to 64, not “${text}”.`, { exitCode: 2 })
}

/** Starts the processes and waits until each listens. */
export async function startPortalWorkers({ count, host, environment = {}, logFile, died = () => {} }: PortalWorkers): Promise<Server> {
  cluster.setupPrimary({ exec: join(import.meta.dirname, 'portal.ts'), args: [], silent: logFile !== undefined })
  const log = logFile === undefined ? undefined : createWriteStream(logFile, { flags: 'a', mode: 0o600 })
  const registry = new AggregatorRegistry()
  let stopping = false

  const fork = (): Worker => {
    const worker = cluster.fork(environment)
    if (log) for (const stream of [worker.process.stdout, worker.process.stderr]) stream?.pipe(log, { end: false })
    worker.on('message', (message: Partial<MetricsMessage>) => {
      if (message.type !== askForMetrics) return
      void registry.clusterMetrics().then(
        (text) => worker.send({ type: askForMetrics, text }),
        () => worker.send({ type: askForMetrics, text: '' }),
      )
    })
    return worker
  }
  const listening = (worker: Worker): Promise<number> =>
    new Promise((resolve, reject) => {
      worker.once('listening', ({ port }) => resolve(port))
      worker.once('exit', () => reject(new PlainFailure('门户进程没有启动，原因见上。', 'A process of the portal did not start; the reason stands above.')))
    })

  const workers = Array.from({ length: count }, fork)
  const ports = await Promise.all(workers.map(listening))
  cluster.on('exit', (worker) => {
    if (stopping) return
    died(worker.process.pid ?? 0)
    setTimeout(() => stopping || fork(), pauseMilliseconds).unref()
  })
  return {
    name: 'portal',
    address: `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${ports[0]}`,
    async stop() {
      stopping = true
      const alive = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
      await Promise.all(
        alive.map((worker) => {
          const gone = new Promise((resolve) => worker.once('exit', resolve))
          worker.process.kill('SIGTERM')
          return gone
        }),
      )
      log?.end()
    },
  }
}

/** In one of several processes: the sums of all, as their parent tells them; undefined in a process that stands alone. */
export function metricsOfAll(own: Registry): (() => Promise<string>) | undefined {
  if (!cluster.isWorker) return undefined
  AggregatorRegistry.setRegistries(own)
  // one of these answers the parent from now on
  const answering = new AggregatorRegistry()
  return () =>
    new Promise((resolve) => {
      if (!process.connected) return void answering.metrics().then(resolve)
      const told = (message: Partial<MetricsMessage>): void => {
        if (message.type !== askForMetrics) return
        process.off('message', told)
        resolve(message.text ?? '')
      }
      process.on('message', told)
      process.send?.({ type: askForMetrics })
    })
}
