// Units as the public knows them: the whole list for tree and filters, one with its profile, and where each of its columns stands.
import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import { readUnitProfile, type UnitProfile } from '../../rules/unit-profile.ts'

export interface UnitRow {
  readonly id: string
  readonly parentId: string | null
  readonly kind: string
  readonly name: string
  readonly shortName: string
  readonly slug: string
  readonly validUntil: Day | null
}

export interface UnitPage extends UnitRow {
  readonly emptyColumns: 'none-held' | 'hidden'
  readonly profile: UnitProfile
  readonly successor: { readonly name: string; readonly slug: string } | null
  readonly publishedAt: Date
}

const fields = sql`unit.id, unit.parent_id as "parentId", unit.kind, unit.name, unit.short_name as "shortName", unit.slug, unit.valid_until as "validUntil"`

/** All units that the public knows; a county has some hundreds. */
export async function unitList(tx: Tx): Promise<readonly UnitRow[]> {
  const found = await sql<UnitRow>`select ${fields} from publication.unit order by unit.position, unit.name limit 5000`.execute(tx)
  return found.rows
}

export async function unitPage(tx: Tx, slug: string): Promise<UnitPage | undefined> {
  const found = await sql<UnitPage & { profile: unknown }>`
    select ${fields}, unit.empty_columns as "emptyColumns", unit.profile, unit.published_at as "publishedAt",
      (select jsonb_build_object('name', next.name, 'slug', next.slug) from publication.unit next where next.id = unit.successor_id) as successor
    from publication.unit where unit.slug = ${slug}`.execute(tx)
  const row = found.rows[0]
  return row && { ...row, profile: readUnitProfile(row.profile) }
}

export interface ColumnTime {
  readonly listedAt: Date | null
  readonly dueOn: Day | null
}

/** When the unit last added to each column, and owes something there next: two index steps a column. */
export async function unitColumnTimes(tx: Tx, unitId: string, columnIds: readonly string[], today: Day): Promise<ReadonlyMap<string, ColumnTime>> {
  const found = await sql<ColumnTime & { columnId: string }>`
    select asked.column_id as "columnId", newest.listed_at as "listedAt", next.due_on as "dueOn" from unnest(${[...columnIds]}::uuid[]) as asked (column_id)
    left join lateral (select listed_at from publication.document_column
      where column_id = asked.column_id and unit_id = ${unitId}::uuid order by listed_at desc limit 1) newest on true
    left join lateral (select due_on from publication.entry_column
      where column_id = asked.column_id and unit_id = ${unitId}::uuid and due_on >= ${today}::date order by due_on limit 1) next on true`.execute(tx)
  return new Map(found.rows.map((row) => [row.columnId, row]))
}
