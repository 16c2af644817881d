// The one predicate of lists, sheets, files and exports: which editions somebody may see.
import { sql, type RawBuilder } from 'kysely'
import type { Actor, Reach } from '../../../kernel/actor.ts'
import { reachOf } from '../../access/index.ts'

/** Whether it covers nothing at all. */
export const isNowhere = ({ everywhere, unitIds, sectionIds, askedUnitIds }: Reach): boolean =>
  !everywhere && unitIds.length + sectionIds.length + askedUnitIds.length === 0

/** SQL over `document` and `edition`: inside what `reach` covers. A unit that has nobody is covered where its helper is. */
export function within({ everywhere, unitIds, sectionIds, askedUnitIds }: Reach): RawBuilder<boolean> {
  if (everywhere) return sql<boolean>`true`
  // what is empty is not asked for: planning a long condition takes longer than answering it
  const ways = [
    ...(unitIds.length > 0 ? [sql`document.unit_id = any(${[...unitIds]}::uuid[])`, sql`document.handled_by_id = any(${[...unitIds]}::uuid[])`] : []),
    ...(sectionIds.length > 0 ? [sql`document.section_id = any(${[...sectionIds]}::uuid[])`] : []),
    ...(askedUnitIds.length > 0
      ? [sql`exists (select from disclosure.confirmation asked where asked.edition_id = edition.id and asked.unit_id = any(${[...askedUnitIds]}::uuid[]))`]
      : []),
  ]
  return ways.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(ways, sql` or `)})`
}

/** By `edition.read`, and the single editions that their unit was asked to confirm. */
function readReach(actor: Actor): Reach {
  const read = reachOf(actor, 'edition.read')
  return { ...read, askedUnitIds: [...new Set([...read.askedUnitIds, ...reachOf(actor, 'edition.confirm').askedUnitIds])] }
}

/** What the actor may read. */
export const readableBy = (actor: Actor): RawBuilder<boolean> => within(readReach(actor))

/** Of more units the editions are so many that a walk along the order of the list soon meets theirs; of fewer, one in thousands is. */
const fewUnits = 50

export interface Walk {
  /** `disclosure.edition` and `document`, with whatever the condition asks of. */
  readonly sources: RawBuilder<unknown>
  readonly condition: RawBuilder<unknown>
  /** With `order by`; empty where any will do. */
  readonly order: RawBuilder<unknown>
  /** Undefined: all of them. */
  readonly most: number | undefined
}

/** SQL: ids of the first `most` editions that the actor may read and that fit, found along the index of each unit; with some more where several ways lead to them. */
export function firstReadable(actor: Actor, { sources, condition, order, most }: Walk): RawBuilder<unknown> {
  const walk = (reached: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`select edition.id from ${sources} where ${reached} and ${condition} ${order} limit ${most ?? null}::bigint`
  const { everywhere, unitIds, sectionIds, askedUnitIds } = readReach(actor)
  if (everywhere || unitIds.length + sectionIds.length > fewUnits) return walk(readableBy(actor))
  const ways = [
    ...(unitIds.length > 0
      ? [
          sql`select found.id from unnest(${[...unitIds]}::uuid[]) own (id) cross join lateral (${walk(sql`edition.unit_id = own.id`)}) found`,
          sql`(${walk(sql`document.handled_by_id = any(${[...unitIds]}::uuid[])`)})`,
        ]
      : []),
    ...(sectionIds.length > 0 ? [sql`(${walk(sql`document.section_id = any(${[...sectionIds]}::uuid[])`)})`] : []),
    ...(askedUnitIds.length > 0
      ? [sql`(${walk(sql`edition.id = any(array(select edition_id from disclosure.confirmation where unit_id = any(${[...askedUnitIds]}::uuid[])))`)})`]
      : []),
  ]
  return ways.length === 0 ? sql`select null::uuid as id where false` : sql.join(ways, sql` union all `)
}
