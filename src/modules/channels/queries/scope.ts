// How far somebody sees, as a condition over the id of a unit: their reach, and below one unit where they chose one.
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import { partyKind, type Line } from '../../../law/lines.ts'

export interface Scope {
  readonly reach: Pick<Reach, 'everywhere' | 'unitIds'>
  /** This unit and all below it. */
  readonly unitId?: string | undefined
  /** These units alone. */
  readonly among?: readonly string[] | undefined
  /** One line alone: figures always say which. Lists without it show what the reach holds. */
  readonly line?: Line | undefined
}

export function inScope(column: RawBuilder<unknown>, { reach, unitId, among, line }: Scope): RawBuilder<boolean> {
  const reached = reach.everywhere ? sql<boolean>`true` : sql<boolean>`${column} = any(${[...reach.unitIds]}::uuid[])`
  const party = sql`any(array(select id from organization.unit where kind = ${partyKind}))`
  const own = line === undefined ? sql`true` : line === 'party' ? sql`${column} = ${party}` : sql`not ${column} = ${party}`
  const named = among === undefined ? sql`true` : sql`${column} = any(${[...among]}::uuid[])`
  if (unitId === undefined) return sql<boolean>`(${reached} and ${own} and ${named})`
  return sql<boolean>`(${reached} and ${own} and ${named} and ${column} in (select descendant_id from access.unit_reach where ancestor_id = ${unitId}))`
}

export const allOf = (conditions: readonly (RawBuilder<unknown> | false | undefined)[]): RawBuilder<unknown> => {
  const kept = conditions.filter((one) => one !== false && one !== undefined)
  return kept.length === 0 ? sql`true` : sql`${sql.join(kept, sql` and `)}`
}

/** Words that somebody typed, anywhere in a text: `%` and `_` mean themselves. */
export const containing = (column: RawBuilder<unknown>, text: string): RawBuilder<unknown> => sql`strpos(lower(${column}), lower(${text})) > 0`
