// Answers what the office asks of the documents that reports cite: they hold for the whole site, so whoever reaches all of it keeps them.
import { granted } from '../../../kernel/ruling.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { forWholeSite } from '../../publication/index.ts'
import { endCitedDocument, keepCitedDocument } from '../actions/keep-cited-document.ts'
import { allCitedDocuments } from '../queries/cited-documents.ts'
import { citedCells, citedHeadings, type ListedDocument } from '../rules/cited-documents.ts'
import * as contracts from './citation-contract.ts'

interface Asked {
  readonly sort: 'number' | '-number' | 'changedAt' | '-changedAt'
  readonly q?: string | undefined
  readonly view?: 'own' | 'ended' | undefined
}

const orders = {
  number: (a: ListedDocument, b: ListedDocument) => a.number.localeCompare(b.number, 'zh'),
  changedAt: (a: ListedDocument, b: ListedDocument) => Number(a.changedAt ?? 0) - Number(b.changedAt ?? 0),
} as const

const chosen = (all: readonly ListedDocument[], { q = '', view, sort }: Asked): ListedDocument[] =>
  all
    .filter(({ starting, ended }) => (view === 'ended' ? ended : !ended && (view !== 'own' || !starting)))
    .filter(({ number, title, words }) => [number, title, ...words].some((text) => text.includes(q)))
    .toSorted((a, b) => (sort.startsWith('-') ? -1 : 1) * orders[sort.replace('-', '') as keyof typeof orders](a, b) || a.number.localeCompare(b.number, 'zh'))

const rowOf = (one: ListedDocument): contracts.CitedRow => ({ ...one, words: [...one.words], changedAt: one.changedAt?.toISOString() ?? null })

export const citationRoutes: readonly OfficeRoute[] = [
  answer(contracts.listCitedDocuments, async ({ tx, query, reach }) =>
    forWholeSite(tx, reach, async () => {
      const all = chosen(await allCitedDocuments(tx), query)
      return granted({ rows: all.slice((query.page - 1) * query.size, query.page * query.size).map(rowOf), total: all.length })
    }),
  ),
  answer(contracts.exportCitedDocuments, async ({ tx, query, reach }) =>
    forWholeSite(tx, reach, async () => granted(csvFile('引用文件表', citedHeadings, chosen(await allCitedDocuments(tx), query).map(citedCells)))),
  ),
  answer(contracts.putCitedDocument, async ({ tx, body, reach, actor, clock, audit }) => {
    audit({ objectKind: 'cited-document', objectId: body.number })
    return forWholeSite(tx, reach, () => keepCitedDocument(tx, { actor, at: clock.now(), today: clock.today() }, { ...body, ended: false }))
  }),
  answer(contracts.putCitedDocumentEnd, async ({ tx, body, reach, actor, clock, audit }) => {
    audit({ objectKind: 'cited-document', objectId: body.number, detail: { ended: body.ended } })
    return forWholeSite(tx, reach, () => endCitedDocument(tx, { actor, at: clock.now(), today: clock.today() }, body.number, body.ended))
  }),
]
