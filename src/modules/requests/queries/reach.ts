// The one predicate of lists, pages, exports and steps: which applications somebody may see or act upon.
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'

/** SQL over `application`. */
export const within = ({ everywhere, unitIds, sectionIds }: Reach): RawBuilder<boolean> =>
  everywhere
    ? sql<boolean>`true`
    : sql<boolean>`(application.unit_id = any(${[...unitIds]}::uuid[]) or application.section_id = any(${[...sectionIds]}::uuid[]))`
