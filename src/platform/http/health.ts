// What a watcher asks: is the process alive, does its database answer, and how is it doing.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'
import { sameText } from '../crypto/tokens.ts'
import type { Tx } from '../database/database.ts'

export interface HealthParts {
  readonly database: { readonly db: Tx }
  readonly metrics?: Registry
  readonly metricsToken?: string
  /** Of several processes together; of this one alone where it is not given. */
  readonly metricsText?: () => Promise<string>
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** A registry with the measures of the process itself: one for all servers of a process. */
export function openMetrics(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return registry
}

/** A call of this very machine that no proxy passed on, or one with the collector's token. */
function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  const { authorization } = request.headers
  if (token !== undefined && authorization !== undefined && sameText(authorization, `Bearer ${token}`)) return true
  const passedOn = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some((name) => request.headers[name] !== undefined)
  return !passedOn && loopback.has(request.socket.remoteAddress ?? '')
}

async function databaseAnswers(db: Tx): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), 3000).unref()
  })
  const asked = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
  return Promise.race([asked, late])
}

/** Counts an answer that leaves before Fastify sees it. */
export type Count = (method: string, route: string, status: number) => void

interface Answers {
  readonly seconds: Histogram<'method' | 'route' | 'status'>
  readonly counted: Counter<'method' | 'route' | 'status'>
  readonly count: Count
}

/** Ready answers of one kind that are not entered yet. */
interface Slot {
  readonly labels: { readonly method: string; readonly route: string; readonly status: number }
  times: number
}

const byRegistry = new WeakMap<Registry, Answers>()

/** One for all servers that share a registry. */
function answersIn(registry: Registry): Answers {
  const known = byRegistry.get(registry)
  if (known) return known
  const labelNames = ['method', 'route', 'status'] as const
  // A ready answer costs a few microseconds, as its entry in a labelled counter would: it is added up here, and entered when somebody reads.
  const ready = new Map<string, Slot[]>()
  const answers: Answers = {
    seconds: new Histogram({
      name: 'gongkai_http_request_seconds',
      help: 'Time of answers that were made for their request, by route',
      labelNames,
      buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
      registers: [registry],
    }),
    counted: new Counter({
      name: 'gongkai_http_answers_total',
      help: 'All answers by route, made for their request or ready',
      labelNames,
      registers: [registry],
      collect() {
        for (const slot of [...ready.values()].flat()) {
          if (slot.times > 0) this.inc(slot.labels, slot.times)
          slot.times = 0
        }
      },
    }),
    count(method, route, status) {
      const slots = ready.get(route)
      const slot = slots?.find(({ labels }) => labels.status === status && labels.method === method)
      if (slot) slot.times += 1
      else ready.set(route, [...(slots ?? []), { labels: { method, route, status }, times: 1 }])
    },
  }
  byRegistry.set(registry, answers)
  return answers
}

/** Mounts `/healthz`, `/readyz` and `/metrics`, and measures every call; returns how to count one that is answered before Fastify sees it. */
export function mountHealth(app: FastifyInstance, parts: HealthParts): Count {
  const registry = parts.metrics ?? new Registry()
  const { seconds, counted, count } = answersIn(registry)

  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode }
    seconds.observe(labels, reply.elapsedTime / 1000)
    counted.inc(labels)
  })
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const ready = await databaseAnswers(parts.database.db)
    return reply
      .header('cache-control', 'no-store')
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ok' : 'no database' })
  })
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, parts.metricsToken)) return reply.code(403).send({ status: 'forbidden' })
    return reply.type(registry.contentType).send(await (parts.metricsText ?? (() => registry.metrics()))())
  })
  return count
}
