// What every route of the portal works with: the parts, the view of a request, and the way a page leaves.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Tx } from '../platform/database/database.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { figuresOf, type AskFigures } from '../modules/publication/queries/pages/figures.ts'
import { documentPage, type PageDocument } from '../modules/publication/queries/pages/document-page.ts'
import type { Frame } from '../modules/publication/queries/pages/frame.ts'
import { isUuid } from './address.ts'
import { sendText } from './answers.ts'
import type { PortalParts } from './parts.ts'
import type { Assets } from './assets.ts'
import { openDownloads, type Downloads } from './downloads.ts'
import { fileHref, type Place } from './place.ts'
import { layout } from './shell/layout.ts'
import type { Page, View } from './view.ts'

export interface Desk {
  readonly db: Tx
  readonly parts: PortalParts
  readonly fileStore: FileStore
  readonly assets: Assets
  readonly downloads: Downloads
  readonly timeZone: string
  readonly figures: AskFigures
  /** A published document with all that its page shows; undefined where none has the id. */
  document(id: string): Promise<PageDocument | undefined>
  /** Where the request stands; undefined outside the base path. */
  placeOf(request: FastifyRequest): Place | undefined
  /** Scheme and host that the reader used, without a slash. */
  originOf(request: FastifyRequest): string
  viewOf(request: FastifyRequest): Promise<View>
  send(request: FastifyRequest, reply: FastifyReply, view: View, page: Page, status?: number): Promise<FastifyReply>
}

/** A request whose own address cannot be read. */
class BadAddress extends Error {
  readonly statusCode = 400
}

interface DeskParts {
  readonly parts: PortalParts
  readonly assets: Assets
  readonly place: (request: FastifyRequest) => Place | undefined
  /** Settings and columns of the site as they are on a day. */
  readonly frame: () => Promise<Frame>
}

export function openDesk({ parts, assets, place, frame }: DeskParts): Desk {
  const { db } = parts.database
  const { basePath, timeZone, portalAddress } = parts.settings
  const originOf = (request: FastifyRequest): string => {
    const origin = portalAddress?.replace(/\/+$/, '') ?? `${request.protocol}://${request.host}`
    if (!URL.canParse(origin)) throw new BadAddress('the host that was asked for is none')
    return origin
  }
  return {
    db,
    parts,
    fileStore: parts.fileStore,
    assets,
    downloads: openDownloads(),
    timeZone,
    figures: figuresOf(db),
    document: async (id) => (isUuid(id) ? (parts.readers?.document(id) ?? documentPage(db, id)) : undefined),
    placeOf: place,
    originOf,
    async viewOf(request) {
      const where = place(request) ?? { basePath, modes: [], path: '/' }
      return {
        ...(await frame()),
        place: where,
        timeZone,
        today: parts.clock.today(),
        origin: originOf(request),
        assets: { css: fileHref(where, assets.css.path), script: fileHref(where, assets.script.path) },
      }
    },
    send: (request, reply, view, page, status = 200) =>
      sendText(request, reply, {
        mediaType: 'text/html; charset=utf-8',
        text: layout(view, page),
        status,
        cache: page.personal || (page.unlisted && status >= 400) ? 'never' : 'asked',
        dependsOn: page.dependsOn,
      }),
  }
}
