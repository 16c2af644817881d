// How a page or a file leaves: with a fingerprint, so that a reader who has it already gets 304, and never older than a withdrawal.
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

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
}

const cacheControl = { asked, forever, never: 'no-store' } as const

export function sendText(request: FastifyRequest, reply: FastifyReply, { mediaType, text, status = 200, cache = 'asked', name }: Text): FastifyReply {
  reply.header('cache-control', cacheControl[cache]).type(mediaType).code(status)
  if (name !== undefined) reply.header('content-disposition', dispositionOf(name))
  if (status !== 200 || cache === 'never') return reply.send(text)
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  reply.header('etag', etag)
  return fits(request.headers['if-none-match'], etag) ? reply.code(304).send() : reply.send(text)
}

/** A weak or strong match of any of the named fingerprints. */
const fits = (header: string | undefined, etag: string): boolean =>
  header !== undefined && header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*')

/** `attachment` with the name in both forms of RFC 6266. */
export function dispositionOf(name: string): string {
  const clean = name.replaceAll(/[\p{Cc}/\\]/gu, '_').toWellFormed()
  const encoded = encodeURIComponent(clean).replaceAll(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${clean.replaceAll(/[^\x20-\x7e]|["%]/g, '_')}"; filename*=UTF-8''${encoded}`
}
