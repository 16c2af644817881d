// The conditions of a search, as SQL over `publication.search_document s`.
import { sql, type RawBuilder } from 'kysely'
import { themeBorder } from '../rules/search-terms.ts'
import type { PlannedPiece, SearchFilters, SearchPlan, Variant, Within } from '../rules/search-plan.ts'

export type Condition = RawBuilder<unknown>

export const allOf = (parts: readonly Condition[]): Condition => (parts.length === 0 ? sql`true` : sql`(${sql.join(parts, sql` and `)})`)
const anyOf = (parts: readonly Condition[]): Condition => (parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`)

const hasTerms = (terms: readonly string[]): Condition => (terms.length === 0 ? sql`true` : sql`s.terms @> ${terms}::text[]`)
const standsInText = (phrases: readonly string[], row: Condition): Condition =>
  allOf(phrases.map((phrase) => sql`position(${phrase} in ${row}.folded_text) > 0`))

const holds = (piece: PlannedPiece): Condition =>
  anyOf([
    ...(piece.words.length > 0 ? [hasTerms(piece.words)] : []),
    ...(piece.signs.length > 0 ? [allOf([hasTerms(piece.signs), standsInText([piece.folded], sql`s`)])] : []),
  ])

export const isExcluded = (plan: SearchPlan): Condition => anyOf(plan.excluded.map(holds))

/**
 * All rows that answer, each variant by the index alone: what the words find is not read again, and phrases are proved only on texts that the words did not
 * find. `within` narrows by attributes, `times` to a piece of time. Columns: `candidateColumns`.
 */
export function matchingRows(plan: SearchPlan, within: Within, times: readonly string[] | undefined): Condition {
  const [first, ...rest] = plan.variants
  if (!first) return sql`select ${candidateColumns} from publication.search_document s where false`
  const holding = (terms: readonly string[]): Condition => rowsHolding('rows_holding', terms, within, times)
  const proved = ({ terms, phrases }: Variant, unless: Condition): Condition => sql`
    select ${candidateColumns} from (select text.* from ${holding(terms)} text where ${unless} offset 0) s where ${standsInText(phrases, sql`s`)}`
  const once = (parts: readonly Condition[]): Condition => sql`select distinct on (document_id) * from (${sql.join(parts, sql` union all `)}) found`
  if (first.phrases.length > 0) return once([first, ...rest].map((variant) => proved(variant, sql`true`)))
  const byWords = sql`select ${candidateColumns} from ${holding(first.terms)} s`
  if (rest.length === 0) return byWords
  const others = rest.map((variant) => proved(variant, sql`not exists (select from by_words w where w.document_id = text.document_id)`))
  return sql`with by_words as materialized (${byWords}) select * from by_words union all (${once(others)})`
}

/** Tells of one row whether it answers. Reading its terms is dear: for a few rows only. */
export const matches = (plan: SearchPlan): Condition =>
  anyOf(plan.variants.map(({ terms, phrases }) => allOf([hasTerms(terms), standsInText(phrases, sql`s`)])))

/** Long ones stay outside the row until they are asked for. */
const candidateColumns = sql`s.document_id, s.unit_id, s.kind, s.theme, s.validity, s.year, s.listed_at, s.title_terms, s.folded_title, s.folded_text, s.terms`

/** Rows with the terms, by an index alone: of texts, or of titles. */
export function rowsHolding(by: 'rows_holding' | 'titles_holding', terms: readonly string[], within: Within, times: readonly string[] | undefined): Condition {
  const all = [...terms, ...within.all]
  // The shorter list first: only what it leaves is looked for among a hundred units.
  const any = [...(times ? [times] : []), ...(within.any ? [within.any] : [])]
  if (all.length === 0 && any.length === 0) return sql`publication.search_document`
  return sql`publication.${sql.raw(by)}(${sql.join(
    [all, ...any].map((list) => sql`${list}::text[]`),
    sql`, `,
  )})`
}

/** Every piece stands in the title. */
export function inTitle(plan: SearchPlan): Condition {
  if (plan.pieces.length === 0) return sql`false`
  return allOf(
    plan.pieces.map((piece) =>
      anyOf([...(piece.words.length > 0 ? [sql`s.title_terms @> ${piece.words}::text[]`] : []), sql`position(${piece.folded} in s.folded_title) > 0`]),
    ),
  )
}

/** The same by words alone, which an index finds; the rest is found among the other hits. */
export const inTitleByWords = (plan: SearchPlan): Condition =>
  allOf(
    plan.pieces.map((piece) => (piece.words.length > 0 ? sql`s.title_terms @> ${piece.words}::text[]` : sql`position(${piece.folded} in s.folded_title) > 0`)),
  )

/** What was typed stands there letter by letter. */
export const asTyped = ({ typed }: SearchPlan): Condition => (typed ? standsInText([typed.folded], sql`s`) : sql`false`)

/** All rows in which it does: found by the terms of the phrase, then proved. */
export const typedRows = (plan: SearchPlan, within: Within, times: readonly string[] | undefined): Condition =>
  sql`select s.* from (select text.* from ${rowsHolding('rows_holding', plan.typed?.signs ?? [], within, times)} text offset 0) s where ${asTyped(plan)}`

export type Narrowing = 'unit' | 'column' | 'theme' | 'kind' | 'year' | 'validity'

/** The narrowings on plain columns of the row, by name, so that a facet can leave its own out. `row` is the alias. */
export function narrowings(filters: SearchFilters, row: RawBuilder<unknown>): Partial<Record<Narrowing, Condition>> {
  const { unitIds, columnIds, theme, kind, year, validity } = filters
  return {
    ...(unitIds && { unit: sql`${row}.unit_id = any(${unitIds}::uuid[])` }),
    ...(columnIds && {
      column: sql`exists (select from publication.document_column placed where placed.document_id = ${row}.document_id and placed.column_id = any(${columnIds}::uuid[]))`,
    }),
    ...(theme !== undefined && { theme: sql`(${row}.theme = ${theme} or starts_with(${row}.theme, ${theme + themeBorder}))` }),
    ...(kind !== undefined && { kind: sql`${row}.kind = ${kind}` }),
    ...(year !== undefined && { year: sql`${row}.year = ${year}` }),
    ...(validity !== undefined && { validity: sql`${row}.validity = ${validity}` }),
  }
}

export const narrowedBy = (conditions: Partial<Record<Narrowing, Condition>>, except?: Narrowing): Condition =>
  allOf(Object.entries(conditions).flatMap(([name, condition]) => (name === except ? [] : [condition])))
