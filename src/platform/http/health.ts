// What a watcher asks: is the process alive, does its database answer, and how is it doing.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
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

async function answers(db: Tx): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), 3000).unref()
  })
  const asked = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
  return Promise.race([asked, late])
}

/** Mounts `/healthz`, `/readyz` and `/metrics`, and measures every call; returns how to count one that is answered before Fastify sees it. */
export function mountHealth(app: FastifyInstance, parts: HealthParts): (method: string, route: string, status: number, seconds: number) => void {
  const registry = parts.metrics ?? new Registry()
  const name = 'gongkai_http_request_seconds'
  const seconds =
    (registry.getSingleMetric(name) as Histogram<'method' | 'route' | 'status'> | undefined) ??
    new Histogram({
      name,
      help: 'Time of answers by route',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10],
      registers: [registry],
    })

  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const ready = await answers(parts.database.db)
    return reply
      .header('cache-control', 'no-store')
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ok' : 'no database' })
  })
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, parts.metricsToken)) return reply.code(403).send({ status: 'forbidden' })
    return reply.type(registry.contentType).send(await (parts.metricsText ?? (() => registry.metrics()))())
  })
  return (method, route, status, took) => seconds.observe({ method, route, status }, took)
}
