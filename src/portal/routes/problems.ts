// What happens when an address is unknown, moved, asked for too often, or when we fail.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { redirectTarget } from '../../modules/publication/queries/pages/document-page.ts'
import { sendText } from '../answers.ts'
import type { Desk } from '../desk.ts'
import { problemPage, problemTitle, type ProblemStatus } from '../pages/problem.ts'
import { documentPath } from '../place.ts'

export function mountProblems(app: FastifyInstance, desk: Desk): void {
  app.setNotFoundHandler(async (request, reply) => {
    const moved = await formerAddress(desk, request)
    if (moved) return reply.header('cache-control', 'public, max-age=3600').redirect(moved, 301)
    return sendProblem(desk, request, reply, 404)
  })

  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const status = statusOf(error)
    if (status >= 500) request.log.error({ err: error }, 'the portal failed')
    return sendProblem(desk, request, reply, status)
  })
}

/** Where an address of the former site, or one beside the base path, leads now. */
async function formerAddress(desk: Desk, request: FastifyRequest): Promise<string | undefined> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
  const { basePath } = desk.parts.settings
  const url = request.originalUrl
  if (url === '/' || `${url}/` === basePath) return basePath
  const path = url.length > 1000 ? undefined : url
  const id = path && ((await redirectTarget(desk.db, path)) ?? (await redirectTarget(desk.db, path.split('?')[0] ?? path)))
  return id ? `${basePath}${documentPath(id).slice(1)}` : undefined
}

function statusOf(error: FastifyError): ProblemStatus {
  if (error.statusCode === 429) return 429
  if (error.statusCode !== undefined && error.statusCode < 500) return error.statusCode === 404 ? 404 : 400
  // What PostgreSQL says when it is not there, starting, or out of connections.
  return /^(08|53|57)|ECONN|timeout/i.test(`${error.code ?? ''} ${error.message}`) ? 503 : 500
}

/** A page where the database answers, plain text where even that fails. */
async function sendProblem(desk: Desk, request: FastifyRequest, reply: FastifyReply, status: ProblemStatus): Promise<FastifyReply> {
  const view = status === 503 ? undefined : await desk.viewOf(request).catch(() => undefined)
  if (view) return desk.send(request, reply, view, problemPage(view, status), status)
  const text = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>${problemTitle(status)}</title></head><body><h1>${problemTitle(status)}</h1><p>请稍后再试。</p></body></html>`
  return sendText(request, reply, { mediaType: 'text/html; charset=utf-8', text, status, cache: 'never' })
}

/** An address that names nothing: the handler of errors makes the page. */
export class NotFound extends Error {
  readonly statusCode = 404
}
