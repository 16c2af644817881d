// Which units somebody sees with the right that a route asks for, as a condition of a query.
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'

export const unitsWithin = (column: RawBuilder<unknown>, { everywhere, unitIds }: Reach): RawBuilder<unknown> =>
  everywhere ? sql`true` : sql`${column} = any(${[...unitIds]}::uuid[])`
