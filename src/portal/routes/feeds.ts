// Atom and JSON feeds of the whole site, of a column and of a unit: the newest thirty.
import { html } from 'ghtml'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { listing, type ListRow } from '../../modules/publication/queries/pages/listing.ts'
import { relationsOfDocuments } from '../../modules/publication/queries/pages/relations.ts'
import { unitPage } from '../../modules/publication/queries/pages/units.ts'
import { sendText } from '../answers.ts'
import type { Desk } from '../desk.ts'
import { kept } from '../keeper/keeping.ts'
import { idsOfBranch } from '../pages/tree.ts'
import { documentPath, fileHref, plainHref } from '../place.ts'
import { relationData, type RelationData } from '../relation-data.ts'
import type { View } from '../view.ts'
import { NotFound } from './problems.ts'

interface Feed {
  readonly title: string
  /** Of the page that the feed follows. */
  readonly path: `/${string}`
  readonly stem: string
  readonly rows: readonly ListRow[]
}

const size = 30
const forms = { atom: 'application/atom+xml; charset=utf-8', json: 'application/feed+json; charset=utf-8' } as const
type Form = keyof typeof forms

export function mountFeeds(app: FastifyInstance, desk: Desk): void {
  for (const form of ['atom', 'json'] as const) {
    app.get(`/feed.${form}`, kept, async (request, reply) => {
      const view = await desk.viewOf(request)
      return send(desk, request, reply, view, form, {
        title: `${view.site.name} 最新公开`,
        path: '/latest',
        stem: '',
        rows: (await listing(desk.db, { size, newOnly: true })).rows,
      })
    })
    app.get<{ Params: { slug: string } }>(`/columns/:slug/feed.${form}`, kept, async (request, reply) => {
      const view = await desk.viewOf(request)
      const column = view.columns.find((one) => one.slug === request.params.slug)
      if (!column) throw new NotFound('no such column')
      const { rows } = await listing(desk.db, { columnIds: idsOfBranch(view, column), size })
      return send(desk, request, reply, view, form, {
        title: `${view.site.name} ${column.name}`,
        path: `/columns/${column.slug}`,
        stem: `/columns/${column.slug}`,
        rows,
      })
    })
    app.get<{ Params: { slug: string } }>(`/units/:slug/feed.${form}`, kept, async (request, reply) => {
      const [view, unit] = await Promise.all([desk.viewOf(request), unitPage(desk.db, request.params.slug)])
      if (!unit) throw new NotFound('no such unit')
      const { rows } = await listing(desk.db, { unitId: unit.id, size })
      return send(desk, request, reply, view, form, { title: `${view.site.name} ${unit.name}`, path: `/units/${unit.slug}`, stem: `/units/${unit.slug}`, rows })
    })
  }
}

async function send(desk: Desk, request: FastifyRequest, reply: FastifyReply, view: View, form: Form, feed: Feed): Promise<FastifyReply> {
  const around = await relationsOfDocuments(desk.db, feed.rows.map(({ id }) => id)) // prettier-ignore
  const relationsOf = (id: string): RelationData[] => relationData(view, around.get(id) ?? [])
  const text = form === 'atom' ? atom(view, feed, relationsOf) : json(view, feed, relationsOf)
  return sendText(request, reply, { mediaType: forms[form], text, dependsOn: ['documents', 'units', ...feed.rows.map(({ id }) => `document/${id}` as const)] })
}

const newest = (rows: readonly ListRow[]): Date => new Date(Math.max(0, ...rows.map((row) => row.publishedAt.getTime())))

function atom(view: View, { title, path, stem, rows }: Feed, relationsOf: (id: string) => RelationData[]): string {
  const at = (below: string): string => `${view.origin}${plainHref(view.place, below)}`
  return html`<?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans">
      <id>${at(path)}</id>
      <title>${title}</title>
      <updated>${newest(rows).toISOString()}</updated>
      <author><name>${view.site.name}</name></author>
      <link rel="alternate" type="text/html" href="${at(path)}" />
      <link rel="self" type="application/atom+xml" href="${view.origin}${fileHref(view.place, `${stem}/feed.atom` as `/${string}`)}" />
      !${rows.map(
        (row) =>
          html`<entry>
            <id>urn:uuid:${row.id}</id>
            <title>${row.title}</title>
            <link rel="alternate" type="text/html" href="${at(documentPath(row.id))}" />
            <link rel="alternate" type="application/json" href="${at(`${documentPath(row.id)}.json`)}" />
            !${relationsOf(row.id).map((one) => html`<link rel="related" type="text/html" title="${`${one.name}：${one.title}`}" href="${one.url}" />`)}
            <published>${row.listedAt.toISOString()}</published>
            <updated>${row.publishedAt.toISOString()}</updated>
            <author><name>${row.unitName}</name></author>
            <category term="${row.kind}" />
            <summary>${row.excerpt.slice(0, 300)}</summary>
          </entry> `,
      )}</feed
    > `
}

function json(view: View, { title, path, stem, rows }: Feed, relationsOf: (id: string) => RelationData[]): string {
  const at = (below: string): string => `${view.origin}${plainHref(view.place, below)}`
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    language: 'zh-Hans',
    home_page_url: at(path),
    feed_url: at(`${stem}/feed.json`),
    items: rows.map((row) => ({
      id: row.id,
      url: at(documentPath(row.id)),
      title: row.title,
      summary: row.excerpt.slice(0, 300),
      date_published: row.listedAt.toISOString(),
      date_modified: row.publishedAt.toISOString(),
      authors: [{ name: row.unitName }],
      tags: [row.kind],
      _gongkai: {
        index_number: row.indexNumber,
        document_number: row.documentNumber,
        validity: row.validity,
        data_url: at(`${documentPath(row.id)}.json`),
        relations: relationsOf(row.id),
      },
    })),
  })
}
