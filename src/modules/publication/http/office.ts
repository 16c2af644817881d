// Answers the office's questions about the public site. Columns and settings are the business of whoever reaches the whole site.
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { moveDocuments, pin } from '../actions/column-documents.ts'
import { moveColumns, putColumn, removeColumn } from '../actions/columns.ts'
import { putSite } from '../actions/put-site.ts'
import { columnTree } from '../queries/column-tree.ts'
import { columnDocuments } from '../queries/pages/column-documents.ts'
import { documentsBeyond, reachesWholeSite } from '../queries/pages/reach-of-site.ts'
import { registerState } from '../queries/pages/register.ts'
import { readSite } from '../queries/read-site.ts'
import { registerCounts } from '../queries/register-counts.ts'
import * as routes from './contract.ts'

const wholeSite = async (tx: Tx, reach: Reach): Promise<Ruling<true, 'not-allowed'>> =>
  (await reachesWholeSite(tx, reach)) ? granted(true) : refused('not-allowed')

export const publicationRoutes: readonly OfficeRoute[] = [
  answer(routes.listColumns, async ({ tx }) => {
    const rows = await columnTree(tx)
    return granted({ rows: rows.map((row) => ({ ...row, lastPublishedAt: row.lastPublishedAt?.toISOString() ?? null })), total: rows.length })
  }),

  answer(routes.createColumn, async ({ tx, body, reach, clock, audit }) => {
    const allowed = await wholeSite(tx, reach)
    if (!allowed.ok) return allowed
    const put = await putColumn(tx, body, clock.now())
    if (put.ok) audit({ objectKind: 'column', objectId: put.value.id, detail: { name: body.name } })
    return put
  }),

  answer(routes.putColumnRoute, async ({ tx, params, body, reach, clock, audit }) => {
    const allowed = await wholeSite(tx, reach)
    if (!allowed.ok) return allowed
    audit({ objectKind: 'column', objectId: params.id, detail: { name: body.name } })
    return putColumn(tx, { id: params.id, ...body }, clock.now())
  }),

  answer(routes.deleteColumn, async ({ tx, params, reach, audit }) => {
    const allowed = await wholeSite(tx, reach)
    if (!allowed.ok) return allowed
    audit({ objectKind: 'column', objectId: params.id })
    return removeColumn(tx, { id: params.id })
  }),

  answer(routes.putColumnOrder, async ({ tx, body, reach, clock, audit }) => {
    const allowed = await wholeSite(tx, reach)
    if (!allowed.ok) return allowed
    audit({ objectKind: 'column', detail: { moved: body.moves.length } })
    return moveColumns(tx, body.moves, clock.now())
  }),

  answer(routes.listColumnDocuments, async ({ tx, params, query, reach }) => {
    const unitIds = (await reachesWholeSite(tx, reach)) ? null : reach.unitIds
    const { rows, total } = await columnDocuments(tx, { columnId: params.id, words: query.q, page: query.page, size: query.size, unitIds })
    return granted({ rows: rows.map((row) => ({ ...row, listedAt: row.listedAt.toISOString() })), total })
  }),

  answer(routes.putPin, async ({ tx, params, body, reach, audit }) => {
    if ((await documentsBeyond(tx, [params.documentId], reach)).length > 0) return refused('not-found')
    audit({ objectKind: 'document', objectId: params.documentId, detail: { pinnedUntil: body.until } })
    return pin(tx, { documentId: params.documentId, columnId: params.id, until: body.until as Day | null })
  }),

  answer(routes.createDocumentMove, async ({ tx, params, body, reach, audit }) => {
    if ((await documentsBeyond(tx, body.documentIds, reach)).length > 0) return refused('not-found')
    audit({ objectKind: 'column', objectId: params.id, detail: { moved: body.documentIds.length, to: body.toColumnId } })
    return moveDocuments(tx, { documentIds: body.documentIds, from: params.id, to: body.toColumnId })
  }),

  answer(routes.getSite, async ({ tx }) => granted(await readSite(tx))),

  answer(routes.putSiteRoute, async ({ tx, body, reach, clock, audit }) => {
    const allowed = await wholeSite(tx, reach)
    if (!allowed.ok) return allowed
    audit({ objectKind: 'site' })
    await putSite(tx, body, clock.now())
    return granted(await readSite(tx))
  }),

  answer(routes.getRegister, async ({ tx }) => {
    const [counts, state] = [await registerCounts(tx), await registerState(tx)]
    return granted({
      entries: counts.entries,
      linked: counts.linked,
      lastLinkedAt: state.lastLinkedAt?.toISOString() ?? null,
      lastSignedSequence: state.checkpoint?.sequence ?? null,
      lastSignedAt: state.checkpoint?.signedAt.toISOString() ?? null,
    })
  }),
]
