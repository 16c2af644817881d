// The one predicate of lists, pages, exports and steps: which applications, or corrections of records, somebody may see or act upon.
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'

/** SQL over a table that has a unit and a section: `application` where none is named. */
export const within = (
  { everywhere, unitIds, sectionIds }: Pick<Reach, 'everywhere' | 'unitIds' | 'sectionIds'>,
  table: 'application' | 'record' = 'application',
): RawBuilder<boolean> =>
  everywhere
    ? sql<boolean>`true`
    : sql<boolean>`(${sql.ref(`${table}.unit_id`)} = any(${[...unitIds]}::uuid[]) or ${sql.ref(`${table}.section_id`)} = any(${[...sectionIds]}::uuid[]))`
