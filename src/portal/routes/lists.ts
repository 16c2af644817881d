// Home, the platform page, columns, units and the small pages.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { lineOfKind, type Line } from '../../law/lines.ts'
import { documentKinds } from '../../law/document-kinds.ts'
import { catalogueOf, unitsWithCatalogue } from '../../modules/publication/queries/pages/catalogue.ts'
import { oldestListed } from '../../modules/publication/queries/pages/oldest-listed.ts'
import { listing, type ListQuestion } from '../../modules/publication/queries/pages/listing.ts'
import { responsiblePersons } from '../../modules/publication/queries/pages/responsible.ts'
import { unitColumnTimes, unitList, unitPage, type UnitRow } from '../../modules/publication/queries/pages/units.ts'
import { keptByVersions } from '../../modules/publication/law/column-kinds.ts'
import { versionsIn } from '../../modules/publication/queries/pages/versions.ts'
import { queryOf } from '../address.ts'
import type { Desk } from '../desk.ts'
import { kept } from '../keeper/keeping.ts'
import { applyPage } from '../pages/apply.ts'
import { cataloguePage } from '../pages/catalogue.ts'
import { partyPage } from '../pages/party.ts'
import { columnPage, latestPage, type ListFacts } from '../pages/column.ts'
import { disclosurePage } from '../pages/disclosure.ts'
import { homePage } from '../pages/home.ts'
import { accessibilityPage, contactPage, leavePage, siteMapPage } from '../pages/plain.ts'
import { problemPage } from '../pages/problem.ts'
import { responsiblePage } from '../pages/responsible.ts'
import { idsOfBranch } from '../pages/tree.ts'
import { unitPageOf, unitsPage } from '../pages/units.ts'
import { href } from '../place.ts'
import { spanOf } from '../time.ts'
import { branchOf, firstOfKind, platformColumn, type Page, type View } from '../view.ts'

const pageSize = 20

export function mountLists(app: FastifyInstance, desk: Desk): void {
  const page = (path: string, make: (view: View, request: FastifyRequest) => Promise<Page> | Page): void => {
    app.get(path, kept, async (request, reply) => {
      const view = await desk.viewOf(request)
      return desk.send(request, reply, view, await make(view, request))
    })
  }
  page('/', (view) => home(desk, view))
  page('/disclosure', async (view) => disclosurePage(view, { latest: (await listing(desk.db, { size: 8, newOnly: true })).rows }))
  page('/latest', async (view, request) => latestPage(view, await listFacts(desk, view, request, undefined)))
  page('/units', async (view) =>
    unitsPage(
      view,
      (await unitList(desk.db)).filter((one) => lineOfKind(one.kind) === 'government'),
    ),
  )
  page('/catalogue', (view, request) => catalogue(desk, view, request))
  page('/party', (view, request) => party(desk, view, request))
  page('/responsible', async (view) => responsiblePage(view, await responsiblePersons(desk.db, view.today)))
  page('/apply', applyPage)
  page('/contact', contactPage)
  page('/accessibility', accessibilityPage)
  page('/site-map', async (view) => siteMapPage(view, await unitList(desk.db)))

  app.get<{ Params: { slug: string } }>('/columns/:slug', kept, async (request, reply) => {
    const view = await desk.viewOf(request)
    const column = view.columns.find((one) => one.slug === request.params.slug)
    if (!column) return desk.send(request, reply, view, problemPage(view, 404), 404)
    if (column.id === platformColumn(view.columns)?.id) return reply.redirect(href(view.place, '/disclosure'), 301)
    if (column.kind === 'party' && column.parentId === null) return reply.redirect(href(view.place, '/party'), 301)
    const ids = idsOfBranch(view, column)
    const facts = await listFacts(desk, view, request, ids, column.kind === 'party' ? 'party' : 'government')
    const versions = keptByVersions.has(column.kind) && facts.query.size === 0 ? await versionsIn(desk.db, { columnIds: ids }) : []
    return desk.send(request, reply, view, columnPage(view, column, { ...facts, versions }))
  })
  // Where the select of columns leads without scripts.
  app.get('/columns', async (request, reply) => {
    const view = await desk.viewOf(request)
    const query = queryOf(request.url, ['to', 'line'])
    const slug = query.get('to') ?? ''
    const known = view.columns.some((column) => column.slug === slug)
    return reply
      .header('cache-control', 'no-store')
      .redirect(href(view.place, known ? `/columns/${slug}` : query.get('line') === 'party' ? '/party' : '/disclosure'), 302)
  })
  app.get<{ Params: { slug: string } }>('/units/:slug', kept, (request, reply) => unit(desk, request, reply))
  app.get('/leave', async (request, reply) => {
    const view = await desk.viewOf(request)
    const to = queryOf(request.url, ['to'], 2000).get('to') ?? ''
    const foreign = URL.canParse(to) && /^https?:$/.test(new URL(to).protocol)
    return foreign ? desk.send(request, reply, view, leavePage(view, new URL(to).href)) : desk.send(request, reply, view, problemPage(view, 400), 400)
  })
}

async function home(desk: Desk, view: View): Promise<Page> {
  const month = view.today.slice(0, 7)
  const [span, year] = [spanOf(month, desk.timeZone), spanOf(month.slice(0, 4), desk.timeZone)]
  const top = async (kind: 'notices' | 'interpretation', size: number): Promise<Awaited<ReturnType<typeof listing>>['rows']> => {
    const column = firstOfKind(view.columns, kind)
    return column ? (await listing(desk.db, { columnIds: idsOfBranch(view, column), size, newOnly: true })).rows : []
  }
  const [latest, notices, interpretations, counted] = await Promise.all([
    listing(desk.db, { size: 10, newOnly: true }),
    top('notices', 6),
    top('interpretation', 4),
    span && year ? desk.figures(span, year) : { thisMonth: 0, thisYear: 0, units: 0, registered: 0 },
  ])
  return homePage(view, { latest: latest.rows, notices, interpretations, figures: counted, month })
}

async function listFacts(
  desk: Desk,
  view: View,
  request: FastifyRequest,
  columnIds: readonly string[] | undefined,
  line: Line = 'government',
): Promise<ListFacts> {
  const query = queryOf(request.url, ['year', 'month', 'unit', 'kind', 'validity', 'cursor'])
  const units = (await unitList(desk.db)).filter((one) => lineOfKind(one.kind) === line)
  const asked = questionOf(desk, query, units)
  const [list, oldest] = await Promise.all([
    asked ? listing(desk.db, { ...asked, columnIds, ...(columnIds && { pinsOn: view.today }) }) : { rows: [], next: null },
    oldestListed(desk.db, columnIds),
  ])
  return { list, units, kinds: documentKinds, years: yearsSince(oldest, view), query }
}

/** Newest first: every year from that of `oldest` to this one. */
export function yearsSince(oldest: Date | null, view: View): number[] {
  const thisYear = Number(view.today.slice(0, 4))
  const first = Math.max(oldest?.getUTCFullYear() ?? thisYear, thisYear - 40)
  return Array.from({ length: Math.max(thisYear - first + 1, 1) }, (_, back) => thisYear - back)
}

/** Undefined where a filter names something that does not exist: nothing fits it. */
export function questionOf(desk: Desk, query: URLSearchParams, units: readonly UnitRow[]): ListQuestion | undefined {
  const spanText = query.get('month') ?? query.get('year') ?? undefined
  const span = spanOf(spanText, desk.timeZone)
  const slug = query.get('unit')
  const unitId = units.find((one) => one.slug === slug)?.id
  if ((spanText && !span) || (slug && !unitId)) return undefined
  return {
    size: pageSize,
    ...span,
    ...(unitId && { unitId }),
    kind: query.get('kind') ?? undefined,
    validity: query.get('validity') ?? undefined,
    cursor: query.get('cursor') ?? undefined,
  }
}

/** 党务公开: what organs of the party disclose, apart from all that is government information. */
async function party(desk: Desk, view: View, request: FastifyRequest): Promise<Page> {
  const query = queryOf(request.url, ['unit'])
  const units = (await unitList(desk.db)).filter((one) => lineOfKind(one.kind) === 'party' && one.validUntil === null)
  const having = await unitsWithCatalogue(desk.db)
  const shown = units.find((one) => one.slug === query.get('unit')) ?? units.find((one) => having.has(one.id))
  const [latest, entries] = await Promise.all([listing(desk.db, { line: 'party', size: 10, newOnly: true }), shown ? catalogueOf(desk.db, shown.id) : []])
  return partyPage(view, { units, having, shown, entries, latest: latest.rows })
}

/** Of the unit that was asked for, else of the first that has a catalogue. */
async function catalogue(desk: Desk, view: View, request: FastifyRequest): Promise<Page> {
  const query = queryOf(request.url, ['unit', 'cursor'])
  const [all, having] = [await unitList(desk.db), await unitsWithCatalogue(desk.db)]
  const units = all.filter((one) => having.has(one.id) && lineOfKind(one.kind) === 'government')
  const shown = query.has('unit') ? all.find((one) => one.slug === query.get('unit') && lineOfKind(one.kind) === 'government') : units[0]
  const [entries, list] = shown
    ? await Promise.all([catalogueOf(desk.db, shown.id), listing(desk.db, { unitId: shown.id, size: pageSize, cursor: query.get('cursor') ?? undefined })])
    : [[], { rows: [], next: null }]
  return cataloguePage(view, { units, unit: shown, entries, list, query })
}

async function unit(desk: Desk, request: FastifyRequest<{ Params: { slug: string } }>, reply: FastifyReply): Promise<FastifyReply> {
  const [view, found] = await Promise.all([desk.viewOf(request), unitPage(desk.db, request.params.slug)])
  if (!found) return desk.send(request, reply, view, problemPage(view, 404), 404)
  const statutory = firstOfKind(view.columns, 'statutory')
  const ids = statutory ? branchOf(view.columns, statutory).map((column) => column.id) : []
  const [units, latest, columnTimes] = await Promise.all([
    unitList(desk.db),
    listing(desk.db, { unitId: found.id, size: 8 }),
    unitColumnTimes(desk.db, found.id, ids, view.today),
  ])
  const page = unitPageOf(view, {
    unit: found,
    parent: units.find((one) => one.id === found.parentId),
    below: units.filter((one) => one.parentId === found.id && one.validUntil === null),
    latest: latest.rows,
    columnTimes,
  })
  return desk.send(request, reply, view, page)
}
