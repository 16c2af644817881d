// One call of the office API: check the shape, run the handler in one transaction, write the audit row, send the answer.
import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z, ZodType } from 'zod'
import type { Contract } from '../../kernel/contract.ts'
import type { Refusal, Ruling } from '../../kernel/ruling.ts'
import { newToken } from '../crypto/tokens.ts'
import type { Tx } from '../database/database.ts'
import { sendFile } from './file-answer.ts'
import { csrfOfVisitor, isOwnCall, mayEnter, namesAction, nobody, sessionCookie, visitorCookie, type AuditRow } from './guard.ts'
import type { OfficeParts } from './parts.ts'
import { problemOf, shapeProblem } from './problem.ts'
import type { AuditNote, Authenticated, Call, FileAnswer, OfficeRoute } from './routes.ts'
import { shapeSentence } from './shape-sentences.ts'
import { readUpload, usualUploadLimits } from './uploads.ts'

declare module 'fastify' {
  interface FastifyRequest {
    authenticated: Authenticated | undefined
    visitorToken: string
  }
}

/** Carries a refusal out of a transaction that must not be kept. */
class RolledBack extends Error {
  readonly ruling: Ruling<unknown>
  constructor(ruling: Ruling<unknown>) {
    super('refused')
    this.ruling = ruling
  }
}

const isWrite = (contract: Contract): boolean => contract.method !== 'GET' && contract.readOnly !== true
/** Writes leave a row, and so does taking a whole list away. */
const owesAudit = (contract: Contract): boolean => isWrite(contract) || (contract.answer === 'file' && contract.path.endsWith('.csv'))

/** The object of a call as its address names it: `/accounts/:accountId/lock` is about an `account`. */
function objectOf(contract: Contract, request: FastifyRequest): AuditNote {
  const name = contract.path.match(/:\w+/g)?.at(-1)?.slice(1)
  const value = name === undefined ? undefined : (request.params as Record<string, string>)[name]
  const kind = name?.replace(/Id$/, '') ?? contract.path.split('/')[1] ?? ''
  return { objectKind: kind, ...(value === undefined ? {} : { objectId: value.slice(0, 100) }) }
}

export function auditRowOf(
  parts: OfficeParts,
  contract: Contract,
  request: FastifyRequest,
  outcome: AuditRow['outcome'],
  note: Partial<AuditNote> = {},
): AuditRow {
  const known = request.authenticated
  return {
    at: parts.clock.now(),
    accountId: known?.actor.accountId ?? null,
    login: known?.login ?? null,
    action: namesAction(contract) ? contract.may : `${contract.method} ${contract.path}`,
    title: contract.title,
    outcome,
    address: request.ip,
    onBehalfOf: known && namesAction(contract) ? parts.guard.lender(known.actor, contract.may) : null,
    ...objectOf(contract, request),
    ...note,
  }
}

function shaped(schema: ZodType | undefined, value: unknown): z.ZodSafeParseResult<unknown> {
  if (!schema) return { success: true, data: undefined }
  return schema.safeParse(value, { error: shapeSentence })
}

const refusalsOnly = (refusals: readonly Refusal[]) => ({ refusals: refusals.map(({ code, field }) => (field === undefined ? { code } : { code, field })) })

/** Finds out who calls, and lets them in or not: runs before the body is read. */
export function doorkeeper(parts: OfficeParts, { contract }: OfficeRoute) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const token = request.cookies[sessionCookie]
    const background = request.headers['x-background'] !== undefined
    request.visitorToken = request.cookies[visitorCookie] ?? ''
    request.authenticated = token
      ? await parts.guard.authenticate(parts.database.db, token, { now: parts.clock.now(), today: parts.clock.today(), background })
      : undefined
    const csrfToken = request.authenticated?.csrfToken ?? (request.visitorToken === '' ? undefined : csrfOfVisitor(request.visitorToken))
    const own = contract.method === 'GET' || isOwnCall(request, csrfToken)
    // A session that has ended is told so, rather than that its token is wrong.
    const entry = mayEnter(parts.guard, contract, request.authenticated)
    const refusals: readonly Refusal[] = entry.ok ? (own ? [] : [{ code: 'cross-site' }]) : entry.refusals
    if (refusals.length === 0) return undefined
    // A proxy that hides the name it was called by makes every call look foreign: this line tells its owner.
    if (!own) request.log.warn({ origin: request.headers.origin, host: request.host, route: contract.path }, 'a call of another site was refused')
    if (request.authenticated && owesAudit(contract)) {
      await parts.guard.record(parts.database.db, auditRowOf(parts, contract, request, 'refused', { detail: refusalsOnly(refusals) }))
    }
    const problem = problemOf(refusals, parts.sentences)
    return reply.code(problem.status).type('application/problem+json').send(problem)
  }
}

function cookies(parts: OfficeParts, request: FastifyRequest, reply: FastifyReply) {
  const options = { path: '/api', httpOnly: true, sameSite: 'strict', secure: parts.secureCookies ?? request.protocol === 'https' } as const
  return {
    session: (token: string | null) => void (token === null ? reply.clearCookie(sessionCookie, options) : reply.setCookie(sessionCookie, token, options)),
    visitor: () => {
      if (request.visitorToken !== '') return
      request.visitorToken = newToken()
      reply.setCookie(visitorCookie, request.visitorToken, options)
    },
  }
}

/** The handler of one mounted route. */
export function callOf(parts: OfficeParts, route: OfficeRoute) {
  const { contract } = route
  const audit = (tx: Tx, request: FastifyRequest, outcome: AuditRow['outcome'], note?: Partial<AuditNote>): Promise<void> =>
    owesAudit(contract) ? parts.guard.record(tx, auditRowOf(parts, contract, request, outcome, note)) : Promise.resolve()

  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const refuse = (problem: ReturnType<typeof problemOf>): FastifyReply => reply.code(problem.status).type('application/problem+json').send(problem)
    const refuseAll = async (refusals: readonly Refusal[], note?: Partial<AuditNote>): Promise<FastifyReply> => {
      if (request.authenticated || note?.objectKind)
        await audit(parts.database.db, request, 'refused', { ...note, detail: { ...note?.detail, ...refusalsOnly(refusals) } })
      return refuse(problemOf(refusals, parts.sentences))
    }

    const params = shaped(contract.params, request.params)
    if (!params.success) return refuseAll([{ code: 'not-found' }])
    const upload = contract.takes === 'multipart' ? await readUpload(request, parts.uploads ?? usualUploadLimits) : undefined
    if (upload && !upload.ok) return refuseAll(upload.refusals)
    const query = shaped(contract.query, request.query)
    if (!query.success) return refuse(shapeProblem(query.error))
    const body = shaped(contract.body, upload?.value.fields ?? request.body ?? {})
    if (!body.success) return refuse(shapeProblem(body.error))

    const cookie = cookies(parts, request, reply)
    cookie.visitor()
    let note: AuditNote | undefined
    const actor = request.authenticated?.actor ?? nobody
    const callIn = (tx: Tx): Call<Contract> => ({
      params: params.data as never,
      query: query.data as never,
      body: body.data as never,
      files: upload?.value.files ?? [],
      actor,
      reach: parts.guard.reachOf(actor, contract.may),
      authenticated: request.authenticated,
      tx,
      clock: parts.clock,
      fileStore: parts.fileStore,
      database: parts.database,
      seal: parts.seal,
      address: request.ip,
      publicAddress: parts.publicAddress ?? '/',
      userAgent: (request.headers['user-agent'] ?? '').slice(0, 200),
      sessionToken: request.cookies[sessionCookie],
      visitorCsrfToken: csrfOfVisitor(request.visitorToken),
      setSessionToken: cookie.session,
      audit: (row) => {
        note = row
      },
    })

    const ruling = await parts.database
      .transaction(async (tx) => {
        const result = await route.handle(callIn(tx))
        if (!result.ok && !route.commitsRefusals) throw new RolledBack(result)
        if (result.ok) await audit(tx, request, 'done', note)
        return result
      })
      .catch((error: unknown) => {
        if (error instanceof RolledBack) return error.ruling
        throw error
      })

    if (!ruling.ok) return refuseAll(ruling.refusals, note)
    if (contract.answer === 'file') return sendFile(reply, ruling.value as FileAnswer)
    const answered = contract.answer.safeParse(ruling.value)
    if (!answered.success)
      throw new Error(
        `the answer of ${contract.method} ${contract.path} breaks its contract: ${answered.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', ')}`,
      )
    if (answered.data === undefined) return reply.code(204).send()
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(answered.data))
  }
}

/** A short number that a person can read out on the telephone, and that stands in the log beside the cause. */
export const newIncident = (): string => randomUUID().slice(0, 8)
