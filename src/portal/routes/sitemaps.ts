// sitemap.xml as an index with one part a month and one for the standing pages; robots.txt.
import { html } from 'ghtml'
import type { FastifyInstance } from 'fastify'
import { sitemapMonth, sitemapMonths } from '../../modules/publication/queries/pages/site-map.ts'
import { listedTopics } from '../../modules/publication/rules/topics.ts'
import { unitList } from '../../modules/publication/queries/pages/units.ts'
import { sendText } from '../answers.ts'
import type { Desk } from '../desk.ts'
import { kept } from '../keeper/keeping.ts'
import { documentPath, modes, plainHref } from '../place.ts'
import { spanOf } from '../time.ts'
import { lastAdded } from '../view.ts'
import { NotFound } from './problems.ts'

const xml = 'application/xml; charset=utf-8'
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

export function mountSitemaps(app: FastifyInstance, desk: Desk): void {
  app.get('/sitemap.xml', kept, async (request, reply) => {
    const [view, months] = await Promise.all([desk.viewOf(request), sitemapMonths(desk.db, desk.timeZone)])
    const at = (path: string): string => `${view.origin}${plainHref(view.place, path)}`
    const text = html`!${declaration}<sitemapindex xmlns="${namespace}">
        <sitemap><loc>${at('/sitemap-pages.xml')}</loc></sitemap>
        !${months.map((one) => html`<sitemap><loc>${at(`/sitemap-${one.month}.xml`)}</loc><lastmod>${one.lastChange.toISOString()}</lastmod></sitemap>`)}</sitemapindex
      > `
    return sendText(request, reply, { mediaType: xml, text, dependsOn: ['documents', 'units'] })
  })

  app.get<{ Params: { part: string } }>('/sitemap-:part.xml', kept, async (request, reply) => {
    const view = await desk.viewOf(request)
    const { part } = request.params
    const span = part === 'pages' ? undefined : spanOf(part, desk.timeZone)
    if (part !== 'pages' && (!span || part.length !== 7)) throw new NotFound('no such part of the sitemap')
    const rows = span
      ? (await sitemapMonth(desk.db, span.from, span.until)).map((row) => ({ path: documentPath(row.id), at: row.publishedAt as Date | null }))
      : [
          ...[
            '/',
            '/disclosure',
            '/latest',
            '/apply',
            '/apply/disclosed',
            '/apply/figures',
            '/correct',
            '/reports',
            '/units',
            '/responsible',
            '/register',
            '/contact',
            '/accessibility',
            '/site-map',
          ].map((path) => ({
            path,
            at: null,
          })),
          ...view.columns.map((column) => ({ path: `/columns/${column.slug}`, at: lastAdded(view.columns, column) })),
          ...(await unitList(desk.db)).map((unit) => ({ path: `/units/${unit.slug}`, at: null })),
        ]
    const text = html`!${declaration}<urlset xmlns="${namespace}">
        !${rows.map((row) => html`<url><loc>${view.origin}${plainHref(view.place, row.path)}</loc>!${row.at ? html`<lastmod>${row.at.toISOString()}</lastmod>` : ''}</url>`)}</urlset
      > `
    return sendText(request, reply, { mediaType: xml, text, dependsOn: span ? listedTopics(span) : ['documents', 'units'] })
  })

  app.get('/robots.txt', kept, async (request, reply) => {
    const view = await desk.viewOf(request)
    const { basePath } = view.place
    const lines = [
      'User-agent: *',
      `Disallow: ${basePath}search`,
      `Disallow: ${basePath}leave`,
      ...modes.map((mode) => `Disallow: ${basePath}${mode}`),
      `Sitemap: ${view.origin}${basePath}sitemap.xml`,
    ]
    return sendText(request, reply, { mediaType: 'text/plain; charset=utf-8', text: `${lines.join('\n')}\n`, dependsOn: [] })
  })
}
