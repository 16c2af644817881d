// The office's web server: the API of all modules under `/api`, its description, its health, and the built client.
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import { once } from '../../kernel/once.ts'
import { callOf, doorkeeper } from './calls.ts'
import { namesAction } from './guard.ts'
import { mountFaults } from './faults.ts'
import { mountHealth } from './health.ts'
import { overriddenMethod } from './method-override.ts'
import { openApiOf, type OpenApi } from './openapi.ts'
import { openApiPage } from './openapi-page.ts'
import type { OfficeParts } from './parts.ts'
import type { OfficeRoute } from './routes.ts'
import { mountSinglePageApp } from './spa.ts'

const jsonBodyBytes = 5 * 1024 * 1024

/** Builds the app; the caller listens and closes. Throws where two routes collide or a contract names an unknown right. */
export async function openOffice(parts: OfficeParts): Promise<FastifyInstance> {
  const options = {
    bodyLimit: jsonBodyBytes,
    trustProxy: parts.trustProxy ?? 'loopback',
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: 300_000,
    forceCloseConnections: 'idle',
    rewriteUrl: overriddenMethod,
  } as const
  const app: FastifyInstance = parts.log ? Fastify({ ...options, loggerInstance: parts.log }) : Fastify({ ...options, logger: false })

  app.decorateRequest('authenticated', undefined)
  app.decorateRequest('visitorToken', '')
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: policy }, strictTransportSecurity: parts.secureCookies === true })
  await app.register(cookie)
  await app.register(multipart)
  await app.register(rateLimit, { global: false })
  readEmptyBodies(app)
  mountFaults(app, parts)
  mountHealth(app, parts)
  await app.register((api) => mountRoutes(api, parts), { prefix: '/api' })
  await mountSinglePageApp(app, parts.spaFolder)
  return app
}

const policy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  // Ant Design writes its styles into the page while it runs.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  frameSrc: ["'self'", 'blob:'],
  workerSrc: ["'self'", 'blob:'],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'self'"],
}

/** A DELETE or an empty POST may carry the JSON header without a body. */
function readEmptyBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else void parse(request, body.toString(), done)
  })
}

async function mountRoutes(api: FastifyInstance, parts: OfficeParts): Promise<void> {
  const unknown = parts.routes.filter((route) => namesAction(route.contract) && !parts.guard.isAction(route.contract.may))
  if (unknown.length > 0) throw new Error(`contracts name unknown rights: ${unknown.map((route) => `${route.contract.path} ${route.contract.may}`).join(', ')}`)

  api.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  for (const route of parts.routes) {
    const { method, path, may, takes } = route.contract
    const signsIn = method === 'POST' && may === 'anyone'
    api.route({
      method,
      url: path,
      onRequest: doorkeeper(parts, route),
      handler: callOf(parts, route),
      ...(takes === 'multipart' ? { bodyLimit: Number.MAX_SAFE_INTEGER } : {}),
      ...(signsIn ? { config: { rateLimit: { max: parts.signInsPerMinute ?? 60, timeWindow: 60_000 } } } : {}),
    })
  }

  // Seldom asked for, and five megabytes of a process that keeps them: made when somebody does.
  const describe = (): OpenApi => openApiOf(parts.routes, parts.version ?? '0')
  const [text, page] = [once(() => Buffer.from(JSON.stringify(describe()))), once(() => Buffer.from(openApiPage(describe())))]
  api.get('/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(text()))
  api.get('/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(page()))
}

export interface RouteRow {
  readonly method: string
  readonly url: string
  readonly may: string
  readonly title: string
}

/** Every route of the office with who may call it: the access tests walk this table. */
export function routeTable(routes: readonly OfficeRoute[]): readonly RouteRow[] {
  return routes.map(({ contract: { method, path, may, title } }) => ({ method, url: `/api${path}`, may, title }))
}
