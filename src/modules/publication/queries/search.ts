// What is published about …? Words, phrases, numbers and filters, the best or the newest first.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { markedParts, readQuestion, tookWordsAlone, type ReadQuestion } from '../rules/question.ts'
import { planSearch, termsToCount, type Frequencies, type SearchFilters } from '../rules/search-plan.ts'
import { readSearchCursor, writeSearchCursor, type SearchAnswer, type SearchQuestion } from '../rules/search-question.ts'
import { publicationOf } from '../store/tables.ts'
import { findPage, type FoundPage } from './search-candidates.ts'
import { namedFacets } from './search-facets.ts'
import { hitsOf } from './search-hits.ts'
import { suggestionsFor } from './search-suggestions.ts'

const usualSize = 20
const largestSize = 100

/** Answers with one page; reads a small number of bounded queries, whatever is asked. */
export async function search(tx: Tx, asked: SearchQuestion): Promise<SearchAnswer> {
  const filters = await filtersOf(tx, asked)
  let question = readQuestion(asked.text)
  let page = await pageOf(tx, asked, question, filters)
  if (page.total === 0 && page.found.length === 0 && tookWordsAlone(question)) {
    question = readQuestion(asked.text, { asCharacters: true })
    page = await pageOf(tx, asked, question, filters)
  }
  const size = sizeOf(asked)
  const found = page.found.slice(0, size)
  const last = page.found.length > size ? found.at(-1) : undefined
  const [hits, facets] = await Promise.all([hitsOf(tx, found, markedParts(question)), namedFacets(tx, page.facets)])
  return {
    hits,
    total: page.total,
    totalIsExact: page.totalIsExact,
    facets,
    next: last && writeSearchCursor({ rank: last.rank, at: last.at, id: last.documentId }),
    suggestions:
      page.total === 0 && asked.text.trim() !== ''
        ? await suggestionsFor(tx, question, (await frequencies(tx, termsToCount(question, filters))).of)
        : undefined,
  }
}

const sizeOf = (asked: SearchQuestion): number => Math.min(Math.max(Math.trunc(asked.size ?? usualSize), 1), largestSize)

async function pageOf(tx: Tx, asked: SearchQuestion, question: ReadQuestion, filters: SearchFilters): Promise<FoundPage> {
  const plan = planSearch(question, filters, await frequencies(tx, termsToCount(question, filters)))
  const exact = await byNumber(tx, question)
  return findPage(tx, {
    plan,
    filters,
    exact,
    numberAlone: question.numberAlone,
    sort: asked.sort ?? 'best',
    size: sizeOf(asked),
    cursor: readSearchCursor(asked.cursor),
  })
}

async function frequencies(tx: Tx, terms: readonly string[]): Promise<Frequencies> {
  const { rows } = await sql<{ term: string | null; documents: number | null }>`
    select term, documents from publication.term_frequency where term = any(${terms}::text[])
    union all (select null, null from publication.term_change limit 1)`.execute(tx)
  const counted = rows.flatMap(({ term, documents }) => (term === null ? [] : [[term, documents ?? 0] as const]))
  return { of: new Map(counted), areComplete: counted.length === rows.length }
}

const mostOfOneNumber = 50

/** Documents that bear the very number that was typed. */
async function byNumber(tx: Tx, { indexNumber, documentNumberKey }: ReadQuestion): Promise<string[]> {
  if (indexNumber === undefined && documentNumberKey === undefined) return []
  const rows = await publicationOf(tx)
    .selectFrom('publication.document')
    .select('id')
    .where((where) =>
      where.or([
        ...(indexNumber === undefined ? [] : [where('index_number', '=', indexNumber)]),
        ...(documentNumberKey === undefined ? [] : [where('document_number_key', '=', documentNumberKey)]),
      ]),
    )
    .limit(mostOfOneNumber)
    .execute()
  return rows.map((row) => row.id)
}

async function filtersOf(tx: Tx, { unitId, columnId, theme, kind, year, validity }: SearchQuestion): Promise<SearchFilters> {
  return {
    ...(unitId !== undefined && { unitIds: await below(tx, 'unit', unitId) }),
    ...(columnId !== undefined && { columnIds: await below(tx, 'site_column', columnId) }),
    ...(theme !== undefined && { theme }),
    ...(kind !== undefined && { kind }),
    ...(year !== undefined && { year }),
    ...(validity !== undefined && { validity }),
  }
}

async function below(tx: Tx, table: 'unit' | 'site_column', id: string): Promise<string[]> {
  const tree = sql.table(`publication.${table}`)
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select ${id}::uuid as id union select child.id from ${tree} child join below on child.parent_id = below.id
    ) select id from below`.execute(tx)
  return rows.map((row) => row.id)
}
