// A document's pages: the document, its print view, its earlier texts; and what is left of a withdrawn one.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { connectionsOf, type Connections } from '../../modules/publication/queries/pages/connections.ts'
import { revisionTexts, tombstone, type PageDocument } from '../../modules/publication/queries/pages/document-page.ts'
import { relationsOfDocuments } from '../../modules/publication/queries/pages/relations.ts'
import { isUuid } from '../address.ts'
import { sendText } from '../answers.ts'
import { documentData, tombstoneData } from '../document-data.ts'
import type { Desk } from '../desk.ts'
import { kept } from '../keeper/keeping.ts'
import { documentPage } from '../pages/document.ts'
import { printPage } from '../pages/print.ts'
import { problemPage } from '../pages/problem.ts'
import { revisionPage } from '../pages/revision.ts'
import { tombstonePage } from '../pages/tombstone.ts'
import { documentPath, plainHref } from '../place.ts'
import { qrSvg } from '../qr.ts'
import type { Page, View } from '../view.ts'

interface WithId {
  Params: { id: string }
}

export function mountDocuments(app: FastifyInstance, desk: Desk): void {
  app.get<WithId>('/documents/:id', kept, (request, reply) => show(desk, request, reply, aroundOf, documentPage))
  app.get<WithId>('/documents/:id.json', kept, (request, reply) => sendData(desk, request, reply))
  app.get<WithId>('/documents/:id/print', kept, (request, reply) =>
    show(desk, request, reply, nothing, (view, document, _around, qr) => printPage(view, document, qr)),
  )

  app.get<{ Params: { id: string; revision: string } }>('/documents/:id/revisions/:revision', kept, async (request, reply) => {
    const { id, revision } = request.params
    const [view, document] = await Promise.all([desk.viewOf(request), desk.document(id)])
    if (!document || !/^\d{1,6}$/.test(revision)) return goneOrNotFound(desk, request, reply, view, id)
    const [shown, before] = await revisionTexts(desk.db, id, Number(revision))
    if (!shown || shown.revision !== Number(revision)) return goneOrNotFound(desk, request, reply, view, id)
    return desk.send(request, reply, view, revisionPage(view, document, shown, before))
  })
}

const nothingAround: Connections = { cites: [], citedBy: [], citedByMore: false, about: [], life: [], survey: null, keys: [] }
const aroundOf = (desk: Desk, id: string): Promise<Connections> => (isUuid(id) ? connectionsOf(desk.db, id) : Promise.resolve(nothingAround))

/** A sheet of paper leads nowhere. */
const nothing = (): Promise<undefined> => Promise.resolve(undefined)

async function show<Around>(
  desk: Desk,
  request: FastifyRequest<WithId>,
  reply: FastifyReply,
  askAround: (desk: Desk, id: string) => Promise<Around>,
  page: (view: View, document: PageDocument, around: Around, qr: string) => Page,
): Promise<FastifyReply> {
  const { id } = request.params
  const [view, document, around] = await Promise.all([desk.viewOf(request), desk.document(id), askAround(desk, id)])
  if (!document) return goneOrNotFound(desk, request, reply, view, id)
  const qr = await qrSvg(`${view.origin}${plainHref(view.place, documentPath(id))}`)
  return desk.send(request, reply, view, page(view, document, around, qr))
}

async function sendData(desk: Desk, request: FastifyRequest<WithId>, reply: FastifyReply): Promise<FastifyReply> {
  const { id } = request.params
  const [view, document] = await Promise.all([desk.viewOf(request), desk.document(id)])
  const mediaType = 'application/json; charset=utf-8'
  if (document) {
    const text = documentData(view, document, (await relationsOfDocuments(desk.db, [id])).get(id) ?? [])
    // what it cites may be any document that is published later
    return sendText(request, reply, { mediaType, text, dependsOn: ['documents', `document/${id}`] })
  }
  const gone = isUuid(id) ? await tombstone(desk.db, id) : undefined
  return sendText(request, reply, gone ? { mediaType, text: tombstoneData(gone), status: 410 } : { mediaType, text: '{"error":"not-found"}', status: 404 })
}

/** 410 with number, time and a neutral reason where it was withdrawn; 404 where it never was. */
export async function goneOrNotFound(desk: Desk, request: FastifyRequest, reply: FastifyReply, view: View, id: string): Promise<FastifyReply> {
  const gone = isUuid(id) ? await tombstone(desk.db, id) : undefined
  return gone ? desk.send(request, reply, view, tombstonePage(view, gone), 410) : desk.send(request, reply, view, problemPage(view, 404), 404)
}
