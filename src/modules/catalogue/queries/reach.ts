// Which units somebody sees with the right that a route asks for, as a condition of a query.
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import { partyKind, type Line } from '../../../law/lines.ts'

/** Units of one line: the party's are few, and read once. */
export const unitsOfLine = (column: RawBuilder<unknown>, line: Line): RawBuilder<unknown> =>
  sql`${line === 'party' ? sql`` : sql`not`} ${column} = any(array(select id from organization.unit where kind = ${partyKind}))`

/** Whoever sees a unit sees those below it that have nobody of their own: its people act for them. Asked once a query. */
export const unitsWithin = (column: RawBuilder<unknown>, { everywhere, unitIds }: Pick<Reach, 'everywhere' | 'unitIds'>): RawBuilder<unknown> =>
  everywhere
    ? sql`true`
    : sql`${column} = any(array(
        with recursive acted as (
          select unnest(${[...unitIds]}::uuid[]) as id
          union
          select unit.id from acted join organization.unit on unit.parent_id = acted.id where not unit.has_own_staff and unit.kind <> 'section')
        select id from acted))`
