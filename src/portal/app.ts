// The public site: reads schema `publication` with the portal's own login, renders on the server, works without scripts.
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController, type FastifyHttpOptions, type FastifyInstance, type FastifyRequest } from 'fastify'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { mountHealth } from '../platform/http/health.ts'
import { readAssets } from './assets.ts'
import { openDesk, type Desk } from './desk.ts'
import { hotAnswers, type HotAnswers } from './keeper/hot.ts'
import { keepAnswers } from './keeper/keeping.ts'
import { openTimeStamp, restSeconds } from './keeper/message.ts'
import { openPages, type Pages } from './keeper/pages.ts'
import { answerStraight } from './keeper/straight.ts'
import type { PortalParts } from './parts.ts'
import { placeOf, type Place } from './place.ts'
import { mountAlreadyPublic } from './routes/already-public.ts'
import { mountArchive } from './routes/archive.ts'
import { mountApplications } from './routes/applications.ts'
import { mountRecordCorrections } from './routes/record-corrections.ts'
import { mountDeadline } from './routes/deadline.ts'
import { mountDocuments } from './routes/documents.ts'
import { mountFeeds } from './routes/feeds.ts'
import { mountFiles } from './routes/files.ts'
import { mountForms } from './routes/forms.ts'
import { mountApplicationResults } from './routes/application-results.ts'
import { mountLists } from './routes/lists.ts'
import { mountProblems } from './routes/problems.ts'
import { mountRegister } from './routes/register.ts'
import { mountSearch } from './routes/search.ts'
import { mountSitemaps } from './routes/sitemaps.ts'
import { mountYearlyReports } from './routes/yearly-reports.ts'
import { mountSurveys } from './routes/surveys.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** What this process keeps. */
    readonly pages: Pages
  }
}

const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'self'"],
}

/** Asked by watchers at the root, wherever the pages stand. */
const watched = new Set(['/healthz', '/readyz', '/metrics'])

/** No path word holds a zero byte, and no database takes one. */
const namesNothing = (url: string): boolean => url.split('?', 1)[0]?.includes('%00') ?? false

/** As Fastify itself would set it. */
function serverOf(listener: (request: IncomingMessage, response: ServerResponse) => void): Server {
  return createServer({ requestTimeout: 60_000, keepAliveTimeout: restSeconds * 1000 }, listener)
}

/** Builds the app; the caller listens and closes. */
export async function openPortal(parts: PortalParts): Promise<FastifyInstance> {
  const { basePath } = parts.settings
  const places = new WeakMap<IncomingMessage, Place>()
  const pages = openPages(parts)
  let hot: HotAnswers | undefined
  const options: FastifyHttpOptions<Server> = {
    trustProxy: parts.settings.trustProxy === true ? true : 'loopback',
    ...(parts.log ? { loggerInstance: parts.log } : { logger: false }),
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    serverFactory: (handler) => serverOf((request, response) => (hot?.throughNode(request, response) ? undefined : handler(request, response))),
    bodyLimit: 64 * 1024,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    rewriteUrl(request) {
      const place = namesNothing(request.url ?? '/') ? undefined : placeOf(basePath, request.url ?? '/')
      // Outside the base path nothing is ours but old addresses, which the handler of unknown addresses knows.
      if (!place) return watched.has(request.url ?? '') ? String(request.url) : '/-'
      places.set(request, place)
      return place.path
    },
  }
  const app: FastifyInstance = Fastify(options)

  const desk: Desk = openDesk({ parts, assets: readAssets(), place: (request: FastifyRequest) => places.get(request.raw), frame: pages.frame })
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    strictTransportSecurity: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  })
  await app.register(formbody)
  await app.register(multipart)
  await app.register(rateLimit, { global: false })
  app.decorate('pages', pages)
  app.decorateReply('dependsOn')
  const { keeper } = pages
  if (keeper) {
    keepAnswers(app, keeper, (request) => `${desk.originOf(request)} ${request.originalUrl}`)
    const straight = answerStraight(app.server, (request) => hot?.toBytes(request) ?? 'all')
    app.addHook('onListen', async () => {
      hot = hotAnswers({ keeper, address: parts.settings.portalAddress?.replace(/\/+$/, ''), count, stamp: openTimeStamp(parts.clock) })
    })
    app.addHook('preClose', async () => {
      hot = undefined
      straight.stop()
    })
  }
  // Before the caller closes the database, which waits for the connection that listens.
  app.addHook('preClose', () => pages.stop())
  mountProblems(app, desk)
  const count = mountHealth(app, parts)
  mountFiles(app, desk)
  mountLists(app, desk)
  mountDocuments(app, desk)
  mountArchive(app, desk)
  mountSearch(app, desk)
  mountRegister(app, desk)
  mountFeeds(app, desk)
  mountSitemaps(app, desk)
  mountForms(app, desk)
  mountApplications(app, desk)
  mountAlreadyPublic(app, desk)
  mountApplicationResults(app, desk)
  mountRecordCorrections(app, desk)
  mountSurveys(app, desk)
  mountDeadline(app, desk)
  mountYearlyReports(app, desk)
  return app
}
