// Sending bytes safely: names that every browser understands, and nothing that could run in the office's own name.
import type { FastifyReply } from 'fastify'
import type { FileAnswer } from './routes.ts'

const shownInPlace = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'application/pdf', 'text/plain', 'text/html'])
const sandbox =
  "sandbox allow-same-origin allow-popups allow-modals; default-src 'none'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; font-src 'self' data:"

/** `attachment` with the name in ASCII for old browsers and in UTF-8 for the others (RFC 6266, RFC 5987). */
function dispositionOf(kind: 'attachment' | 'inline', name: string): string {
  const plain = name.replaceAll(/[\p{Cc}/\\]/gu, '_').slice(-180)
  const ascii = plain.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll('"', "'")
  const encoded = encodeURIComponent(plain.toWellFormed()).replaceAll(/['()*]/g, (letter) => `%${letter.codePointAt(0)?.toString(16).toUpperCase()}`)
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** Sends the file; types that a browser might run are downloads, and a page is shown without scripts. */
export function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  const bare = (file.mediaType.split(';')[0] ?? '').trim().toLowerCase()
  const inline = file.name === undefined && shownInPlace.has(bare)
  const typed = bare.startsWith('text/') && !file.mediaType.includes('charset') ? `${file.mediaType}; charset=utf-8` : file.mediaType
  reply.header('content-type', typed).header('cache-control', 'private, no-store').header('x-content-type-options', 'nosniff')
  reply.header('content-disposition', inline ? 'inline' : dispositionOf('attachment', file.name ?? 'file'))
  if (bare !== 'application/pdf') reply.header('content-security-policy', sandbox)
  return reply.send(file.body)
}
