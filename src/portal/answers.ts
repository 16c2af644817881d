// How a page or a file leaves: with a fingerprint, so that a reader who has it already gets 304, and never older than a withdrawal.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Topic } from '../modules/publication/rules/topics.ts'
import { encodingFor, etagsOf, has, inForm, packs } from './keeper/forms.ts'
import { sendKept } from './keeper/keeping.ts'

declare module 'fastify' {
  interface FastifyReply {
    /** All that the answer was made from, with the frame of the site; undefined where it is made for each reader. */
    dependsOn?: readonly Topic[] | undefined
  }
}

/** Kept by browsers and proxies, but asked for each time: a withdrawn text is gone at once everywhere. */
const asked = 'public, no-cache'
const forever = 'public, max-age=31536000, immutable'

export interface Text {
  readonly mediaType: string
  readonly text: string | Buffer
  readonly status?: number
  readonly cache?: 'asked' | 'forever' | 'never'
  /** Makes it a download of that name. */
  readonly name?: string
  /** All that it was made from: on a route that keeps its answers, it is kept until one of them changes. */
  readonly dependsOn?: readonly Topic[] | undefined
}

const cacheControl = { asked, forever, never: 'no-store' } as const

export async function sendText(request: FastifyRequest, reply: FastifyReply, answer: Text): Promise<FastifyReply> {
  const { mediaType, text, status = 200, cache = 'asked', name, dependsOn } = answer
  reply.header('cache-control', cacheControl[cache]).type(mediaType).code(status)
  if (dependsOn) reply.dependsOn = ['site', ...dependsOn]
  if (name !== undefined) reply.header('content-disposition', dispositionOf(name))
  // What belongs to one reader is not compressed: its length would tell of it.
  if (cache === 'never') return reply.send(text)

  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const etags = etagsOf(bytes)
  const encoding = encodingFor(request.headers['accept-encoding'])
  const packed = packs(mediaType, bytes.length)
  const { keeping } = request
  if (keeping && reply.dependsOn) {
    const { keeper, key, making } = keeping
    const route = request.routeOptions.url ?? 'unknown'
    const made = { status, headers: flat(reply.getHeaders()), etags, packs: packed, route }
    return sendKept(request, reply, keeper, await keeper.keep(key, making, reply.dependsOn, made, bytes, encoding))
  }
  const form = packed ? encoding : 'identity'
  if (packed) reply.header('vary', 'accept-encoding')
  if (status === 200) {
    reply.header('etag', etags[form])
    if (has(request.headers['if-none-match'], etags)) return reply.code(304).send()
  }
  if (form !== 'identity') reply.header('content-encoding', form)
  return reply.send(await inForm(form, bytes))
}

const flat = (headers: Readonly<Record<string, number | string | string[] | undefined>>): string[] =>
  Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [name, String(value)]))

/** `attachment` with the name in both forms of RFC 6266. */
export function dispositionOf(name: string): string {
  const clean = name.replaceAll(/[\p{Cc}/\\]/gu, '_').toWellFormed()
  const encoded = encodeURIComponent(clean).replaceAll(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${clean.replaceAll(/[^\x20-\x7e]|["%]/g, '_')}"; filename*=UTF-8''${encoded}`
}
