// How do the hits divide by unit, theme, kind, year and validity? Each facet leaves its own narrowing out.
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { themeBorder } from '../rules/search-terms.ts'
import type { SearchFilters } from '../rules/search-plan.ts'
import type { Facets, FacetValue } from '../rules/search-question.ts'
import { narrowedBy, type Condition, type Narrowing } from './search-conditions.ts'

export interface RawFacet {
  readonly facet: Narrowing
  readonly value: string
  readonly count: number
}

const longest = 30

/** JSON of all facets over a common table `candidate c`. */
export function facetsOf(narrow: Partial<Record<Narrowing, Condition>>, filters: SearchFilters): RawBuilder<unknown> {
  const theme = filters.theme === undefined ? sql`split_part(c.theme, ${themeBorder}, 1)` : sql`c.theme`
  const part = (facet: Narrowing, value: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    (select ${sql.lit(facet)} as facet, ${value}::text as value, count(*) as count from candidate c
      where ${narrowedBy(narrow, facet)} and ${value} is not null group by 2 order by 3 desc, 2 limit ${longest})`
  return sql`select json_agg(counted) from (
    ${part('unit', sql`c.unit_id`)} union all ${part('theme', theme)} union all ${part('kind', sql`c.kind`)}
    union all ${part('year', sql`c.year`)} union all ${part('validity', sql`c.validity`)}) counted`
}

/** The sum of what was counted in two pieces of time. */
export function addedFacets(one: readonly RawFacet[], other: readonly RawFacet[]): RawFacet[] {
  const sums = new Map<string, RawFacet>()
  for (const raw of [...one, ...other]) {
    const key = `${raw.facet} ${raw.value}`
    sums.set(key, { ...raw, count: raw.count + (sums.get(key)?.count ?? 0) })
  }
  return [...sums.values()].toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

const validityLabels: Readonly<Record<string, string>> = { valid: '有效', amended: '已修改', expired: '失效', repealed: '废止' }

/** The facets with names that people read. */
export async function namedFacets(tx: Tx, raw: readonly RawFacet[]): Promise<Facets> {
  const names = await unitNames(
    tx,
    raw.filter((one) => one.facet === 'unit').map((one) => one.value),
  )
  const values = (facet: Narrowing, label: (value: string) => string = (value) => value): FacetValue[] =>
    raw.filter((one) => one.facet === facet).map(({ value, count }) => ({ value, label: label(value), count }))
  return {
    units: values('unit', (id) => names.get(id) ?? id),
    themes: values('theme'),
    kinds: values('kind'),
    years: values('year').toSorted((a, b) => Number(b.value) - Number(a.value)),
    validities: values('validity', (validity) => validityLabels[validity] ?? validity),
  }
}

/** The name of today; of a unit that has no page, the name under which it published last. */
async function unitNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select asked.id, coalesce(today.name, newest.unit_name) as name from unnest(${ids}::uuid[]) as asked (id)
    left join lateral (select name from publication.unit where id = asked.id offset 0) today on true
    left join lateral (
      select unit_name from publication.document where unit_id = asked.id and today.name is null order by listed_at desc, id desc limit 1) newest on true`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
