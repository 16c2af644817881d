// The conditions of a search, as SQL over `publication.search_document s`.
import { sql, type RawBuilder } from 'kysely'
import { themeBorder } from '../rules/search-terms.ts'
import type { PlannedPiece, SearchFilters, SearchPlan, Variant } from '../rules/search-plan.ts'

export type Condition = RawBuilder<unknown>

export const allOf = (parts: readonly Condition[]): Condition => (parts.length === 0 ? sql`true` : sql`(${sql.join(parts, sql` and `)})`)
const anyOf = (parts: readonly Condition[]): Condition => (parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`)

const hasTerms = (terms: readonly string[]): Condition => (terms.length === 0 ? sql`true` : sql`s.terms @> ${terms}::text[]`)
const standsInText = (phrases: readonly string[], row: Condition): Condition =>
  allOf(phrases.map((phrase) => sql`position(${phrase} in ${row}.folded_text) > 0`))

/** Tells of one row whether it answers. Reading its terms is dear: for a few rows, or where most of them answer. */
export const matches = (plan: SearchPlan): Condition =>
  anyOf(plan.variants.map(({ terms, phrases }) => allOf([hasTerms(terms), standsInText(phrases, sql`s`)])))

const holds = (piece: PlannedPiece): Condition =>
  anyOf([
    ...(piece.words.length > 0 ? [hasTerms(piece.words)] : []),
    ...(piece.pairs.length > 0 ? [allOf([hasTerms(piece.pairs), standsInText([piece.folded], sql`s`)])] : []),
  ])

export const isExcluded = (plan: SearchPlan): Condition => anyOf(plan.excluded.map(holds))

/** Terms of attributes that a document must hold besides. */
export interface Within {
  readonly all: readonly string[]
  readonly any: readonly string[] | undefined
}

export const attributesOf = (plan: SearchPlan): Within => ({
  all: plan.attributes.flatMap((terms) => (terms.length === 1 ? terms : [])),
  any: plan.attributes.find((terms) => terms.length > 1),
})

/**
 * Ids of all documents that answer, each variant by the index alone: what the words find is not read again, and phrases are
 * proved only on texts that the words did not find. `within` narrows by terms of attributes.
 */
export function matchingIds(plan: SearchPlan, within: Within): Condition {
  const [first, ...rest] = plan.variants
  if (!first) return sql`select null::uuid as document_id where false`
  const holding = (terms: readonly string[]): Condition => {
    const all = [...terms, ...within.all]
    if (all.length === 0 && !within.any) return sql`publication.search_document`
    return within.any ? sql`publication.documents_holding(${all}::text[], ${within.any}::text[])` : sql`publication.documents_holding(${all}::text[])`
  }
  const proved = ({ terms, phrases }: Variant, unless: Condition): Condition => sql`
    select candidate.document_id from (
      select text.document_id, text.folded_text from ${holding(terms)} text where ${unless} offset 0
    ) candidate where ${standsInText(phrases, sql`candidate`)}`
  if (first.phrases.length > 0)
    return sql.join(
      [first, ...rest].map((variant) => proved(variant, sql`true`)),
      sql` union `,
    )
  const others = rest.map((variant) => proved(variant, sql`not exists (select from by_words w where w.document_id = text.document_id)`))
  return sql`with by_words as materialized (select document_id from ${holding(first.terms)} found) ${sql.join([sql`select document_id from by_words`, ...others], sql` union `)}`
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
export function asTyped(plan: SearchPlan): Condition {
  const phrase = plan.whole ?? (plan.pieces.length === 1 ? plan.pieces[0] : undefined)
  return phrase ? sql`position(${phrase.folded} in s.folded_text) > 0` : sql`false`
}

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
