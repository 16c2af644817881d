// Where the keeper meets Fastify: an answer that is kept leaves at once, one that is in the making is waited for, a new one is kept as it leaves.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { encodingFor, has } from './forms.ts'
import type { Keeper, Kept, Making } from './keeper.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers of the route are pages of the public alone: they may be kept and sent to everybody. */
    readonly kept?: boolean
  }
  interface FastifyRequest {
    keeping?: Keeping | undefined
  }
}

interface Keeping {
  readonly keeper: Keeper
  readonly key: string
  readonly making: Making
}

/** Names a route whose answers are kept. */
export const kept = { config: { kept: true } } as const

export function keepAnswers(app: FastifyInstance, keeper: Keeper, keyOf: (request: FastifyRequest) => string): void {
  const underWay = new Map<string, Promise<void>>()
  app.decorateRequest('keeping')

  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.kept !== true) return undefined
    const key = keyOf(request)
    const others = keeper.find(key) ? undefined : underWay.get(key)
    if (others) await others
    const found = keeper.find(key)
    if (found) return sendKept(request, reply, keeper, found)

    const making = keeper.begin()
    request.keeping = { keeper, key, making }
    const over = new Promise<void>((resolve) => {
      reply.raw.once('finish', resolve).once('close', resolve)
    })
    const waited = over.then(() => {
      keeper.end(making)
      if (underWay.get(key) === waited) underWay.delete(key)
    })
    // Whoever comes now waits for this one; who waited in vain makes his own.
    if (!others) underWay.set(key, waited)
    return undefined
  })
}

/** 304 where the reader has it, else the form that he takes. */
export async function sendKept(request: FastifyRequest, reply: FastifyReply, keeper: Keeper, answer: Kept): Promise<FastifyReply> {
  const known = answer.status === 200 && has(request.headers['if-none-match'], answer.etags)
  const { headers, body } = await keeper.inForm(answer, encodingFor(request.headers['accept-encoding']))
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] ?? ''
    if (!(known && lengthOfBody.has(name))) reply.header(name, headers[at + 1])
  }
  return known ? reply.code(304).send() : reply.code(answer.status).send(body)
}

/** Of a body that does not go along. */
export const lengthOfBody: ReadonlySet<string> = new Set(['content-length', 'content-encoding'])
