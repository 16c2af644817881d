// The conditions of a search, as SQL over `publication.search_document s`.
import { sql, type RawBuilder } from 'kysely'
import type { PlannedPiece, SearchFilters, SearchPlan } from '../rules/search-plan.ts'

export type Condition = RawBuilder<unknown>

export const allOf = (parts: readonly Condition[]): Condition => (parts.length === 0 ? sql`true` : sql`(${sql.join(parts, sql` and `)})`)
const anyOf = (parts: readonly Condition[]): Condition => (parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`)

const hasWords = (piece: PlannedPiece): Condition[] => (piece.words.length === 0 ? [] : [sql`s.terms @> ${piece.words}::text[]`])
const hasPhrase = (piece: PlannedPiece): Condition[] =>
  piece.pairs.length === 0 ? [] : [sql`(s.terms @> ${piece.pairs}::text[] and position(${piece.folded} in s.folded_text) > 0)`]

const holds = (piece: PlannedPiece): Condition => anyOf([...hasWords(piece), ...hasPhrase(piece)])

/** Holds every piece, or everything that was typed as one phrase. */
export function matches(plan: SearchPlan): Condition {
  if (plan.pieces.length === 0) return plan.open ? sql`true` : sql`false`
  const pieces = allOf(plan.pieces.map(holds))
  return plan.whole ? anyOf([pieces, ...hasPhrase(plan.whole)]) : pieces
}

export const isExcluded = (plan: SearchPlan): Condition => anyOf(plan.excluded.map(holds))

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

/** Attributes as terms of the index of words. */
export const hasAttributes = (plan: SearchPlan): Condition => allOf(plan.attributes.map((terms) => sql`s.terms && ${terms}::text[]`))

export type Narrowing = 'unit' | 'column' | 'theme' | 'kind' | 'year' | 'validity'

/** The narrowings on plain columns of the row, by name, so that a facet can leave its own out. `row` is the alias. */
export function narrowings(filters: SearchFilters, row: RawBuilder<unknown>): Partial<Record<Narrowing, Condition>> {
  const { unitIds, columnIds, theme, kind, year, validity } = filters
  return {
    ...(unitIds && { unit: sql`${row}.unit_id = any(${unitIds}::uuid[])` }),
    ...(columnIds && {
      column: sql`exists (select from publication.document_column placed where placed.document_id = ${row}.document_id and placed.column_id = any(${columnIds}::uuid[]))`,
    }),
    ...(theme !== undefined && { theme: sql`(${row}.theme = ${theme} or starts_with(${row}.theme, ${`${theme}/`}))` }),
    ...(kind !== undefined && { kind: sql`${row}.kind = ${kind}` }),
    ...(year !== undefined && { year: sql`${row}.year = ${year}` }),
    ...(validity !== undefined && { validity: sql`${row}.validity = ${validity}` }),
  }
}

export const narrowedBy = (conditions: Partial<Record<Narrowing, Condition>>, except?: Narrowing): Condition =>
  allOf(Object.entries(conditions).flatMap(([name, condition]) => (name === except ? [] : [condition])))
