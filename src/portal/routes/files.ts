// Style sheet, script, icon; attachments as they are, with ranges; documents as Word and PDF.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { attachmentOf } from '../../modules/publication/queries/pages/attachment.ts'
import { isUuid } from '../address.ts'
import { dispositionOf, sendText } from '../answers.ts'
import type { Desk } from '../desk.ts'
import { kept } from '../keeper/keeping.ts'
import { documentPath } from '../place.ts'
import { sheetOf } from '../sheet-of-document.ts'
import { goneOrNotFound } from './documents.ts'
import { NotFound } from './problems.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** Shown in the browser; everything else is only ever downloaded. */
const shown = /^image\/(png|jpeg|gif|webp)$/

export function mountFiles(app: FastifyInstance, desk: Desk): void {
  for (const asset of [desk.assets.css, desk.assets.script]) {
    app.get(asset.path, kept, (request, reply) => sendText(request, reply, { ...asset, cache: 'forever', dependsOn: [] }))
  }
  app.get(desk.assets.icon.path, kept, (request, reply) => sendText(request, reply, { ...desk.assets.icon, dependsOn: [] }))

  app.get<{ Params: { id: string; attachmentId: string } }>('/documents/:id/attachments/:attachmentId', (request, reply) =>
    sendAttachment(desk, request, reply),
  )

  const heavy = { config: { rateLimit: { max: 30, timeWindow: 60_000 } } }
  app.get<{ Params: { id: string } }>('/documents/:id.docx', heavy, (request, reply) => sendMade(desk, request, reply, 'docx'))
  app.get<{ Params: { id: string } }>('/documents/:id.pdf', heavy, (request, reply) => sendMade(desk, request, reply, 'pdf'))
}

async function sendMade(desk: Desk, request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply, form: 'docx' | 'pdf'): Promise<FastifyReply> {
  const { id } = request.params
  const document = await desk.document(id)
  const view = await desk.viewOf(request)
  if (!document) return goneOrNotFound(desk, request, reply, view, id)
  const sheet = sheetOf(document, `${view.origin}${view.place.basePath}${documentPath(id).slice(1)}`, desk.timeZone)
  const made = await desk.downloads.make(`${id}-${document.revision}-${document.receipt?.entryId ?? 0}.${form}`, form, sheet)
  const mediaType = form === 'pdf' ? 'application/pdf' : wordType
  return sendText(request, reply, { mediaType, text: made, name: `${document.title.slice(0, 80)}.${form}` })
}

async function sendAttachment(
  desk: Desk,
  request: FastifyRequest<{ Params: { id: string; attachmentId: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id, attachmentId } = request.params
  const file = isUuid(id) && isUuid(attachmentId) ? await attachmentOf(desk.db, id, attachmentId) : undefined
  if (!file) return goneOrNotFound(desk, request, reply, await desk.viewOf(request), id)
  if (!(await desk.fileStore.has(file.sha256))) throw new NotFound('an attachment is not in the file store')
  const etag = `"${file.sha256.slice(0, 32)}"`
  const inline = shown.test(file.mediaType)
  reply
    .header('etag', etag)
    .header('cache-control', 'public, no-cache')
    .header('accept-ranges', 'bytes')
    .header('content-disposition', inline ? 'inline' : dispositionOf(file.name))
    .type(inline ? file.mediaType : safeType(file.mediaType))
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()

  const range = rangeOf(request.headers.range, file.bytes, [request.headers['if-range']].flat()[0], etag)
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${file.bytes}`).send()
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.bytes}`)
  reply.header('content-length', range ? range.end - range.start + 1 : file.bytes)
  if (request.method === 'HEAD') return reply.send()
  return reply.send(desk.fileStore.stream(file.sha256, range))
}

/** What a browser could take for a page of ours is sent as plain bytes. */
const inert = /^(application\/(pdf|msword|ofd|zip|vnd\.[\w.+-]+)|(image|audio|video)\/[\w.+-]+)$/
const safeType = (mediaType: string): string => (inert.test(mediaType) && !/svg|\+xml$/.test(mediaType) ? mediaType : 'application/octet-stream')

/** One range of bytes; several at once are answered with the whole. */
function rangeOf(
  header: string | undefined,
  bytes: number,
  ifRange: string | undefined,
  etag: string,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  if (!header || (ifRange !== undefined && ifRange !== etag)) return undefined
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header)
  if (!parts || (parts[1] === '' && parts[2] === '')) return undefined
  const fromEnd = parts[1] === ''
  const start = fromEnd ? Math.max(bytes - Number(parts[2]), 0) : Number(parts[1])
  const end = fromEnd || parts[2] === '' ? bytes - 1 : Math.min(Number(parts[2]), bytes - 1)
  return start >= bytes || end < start ? 'unsatisfiable' : { start, end }
}
