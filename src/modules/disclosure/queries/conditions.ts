// Filters of lists as one SQL condition, shared by the list, its count and its export.
import { sql, type RawBuilder } from 'kysely'

export const allOf = (conditions: readonly (RawBuilder<unknown> | false | undefined)[]): RawBuilder<unknown> => {
  const kept = conditions.filter((one) => one !== false && one !== undefined)
  return kept.length === 0 ? sql`true` : sql`${sql.join(kept, sql` and `)}`
}

/** Words that somebody typed, anywhere in a title or number: `%` and `_` mean themselves. */
export const containing = (column: RawBuilder<unknown>, text: string): RawBuilder<unknown> => sql`strpos(lower(${column}), lower(${text})) > 0`
