// What goes wrong below the handlers: told without a trace of the inside, logged with the number that the person was told.
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import type { Refusal } from '../../kernel/ruling.ts'
import { awayCode } from '../database/away.ts'
import { auditRowOf, newIncident } from './calls.ts'
import type { OfficeParts } from './parts.ts'
import { problemOf } from './problem.ts'

const knownFaults: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'not-readable',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'not-readable',
  // deadlock, serialization failure, lock not available
  '40P01': 'busy-try-again',
  '40001': 'busy-try-again',
  '55P03': 'busy-try-again',
}

function refusalOf(error: FastifyError): Refusal | undefined {
  const known = knownFaults[error.code]
  if (known) return { code: known }
  if (error.statusCode === 429) return { code: 'too-many-calls', facts: { seconds: 60 } }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return { code: 'not-readable' }
  return undefined
}

/** Logs a fault with a number, and writes that number into the audit trail where a write failed. */
async function noteFault(parts: OfficeParts, error: FastifyError, request: FastifyRequest): Promise<Refusal> {
  const incident = newIncident()
  request.log.error({ incident, err: error, route: request.routeOptions.url }, 'a call failed')
  const route = parts.routes.find(({ contract }) => contract.method === request.method && `/api${contract.path}` === request.routeOptions.url)
  if (route && request.authenticated && route.contract.method !== 'GET') {
    try {
      await parts.guard.record(parts.database.db, auditRowOf(parts, route.contract, request, 'failed', { detail: { incident } }))
    } catch (cause) {
      request.log.error({ incident, err: cause }, 'the audit row of a failed call could not be written')
    }
  }
  return { code: 'fault', facts: { incident } }
}

/** Installs the handlers of faults and of unknown addresses, and the one line that each call leaves in the log. */
export function mountFaults(app: FastifyInstance, parts: OfficeParts): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const away = awayCode(error)
    if (away !== undefined) request.log.error({ code: away }, 'the database is away')
    const refusal = away !== undefined ? { code: 'unavailable' } : (refusalOf(error) ?? (await noteFault(parts, error, request)))
    const problem = problemOf([refusal], parts.sentences)
    return reply.code(problem.status).type('application/problem+json').send(problem)
  })

  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        account: request.authenticated?.actor.accountId,
      },
      'call',
    )
  })
}
