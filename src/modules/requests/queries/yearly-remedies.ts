// How many remedies stand in each cell of a year's table: of all within a reach, or of each of many units at once?
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import { day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { remedyResultRows, type RemedyKind, type RemedyResult } from '../law/remedy-cases.ts'
import { remedyRowOf, type RemedyCell } from '../rules/yearly-remedies.ts'
import { within } from './reach.ts'

type CellCount = RemedyCell & { readonly count: number }

interface Flat {
  readonly unitId: string | null
  readonly kind: RemedyKind
  readonly afterReconsideration: boolean
  /** Null where it is open at the end of the year. */
  readonly result: RemedyResult | null
  readonly count: number
}

async function counted(tx: Tx, year: number, { unit, where }: { unit: RawBuilder<unknown>; where: RawBuilder<boolean> }): Promise<readonly Flat[]> {
  const [first, last] = [day(`${year}-01-01`), day(`${year}-12-31`)]
  const { rows } = await sql<Flat>`
    select ${unit} as "unitId", remedy.kind, remedy.after_reconsideration as "afterReconsideration", case when remedy.concluded_on <= ${last} then remedy.result end as result,
      count(*) as count
    from requests.remedy join requests.application on application.id = remedy.application_id
    where remedy.received_on <= ${last} and (remedy.concluded_on is null or remedy.concluded_on >= ${first}) and ${where}
    group by 1, 2, 3, 4`.execute(tx)
  return rows
}

function cellsOf({ result, count, ...one }: Flat): CellCount[] {
  const row = remedyRowOf(one)
  const column = result === null ? 'open' : remedyResultRows[result].column
  return row && column ? [{ row, column, count }] : []
}

export async function yearlyRemedies(tx: Tx, reach: Reach, { year, unitId }: { year: number; unitId: string | undefined }): Promise<CellCount[]> {
  const where = sql<boolean>`(${within(reach)} and (${unitId ?? null}::uuid is null or application.unit_id = ${unitId ?? null}::uuid))`
  return (await counted(tx, year, { unit: sql`null::uuid`, where })).flatMap(cellsOf)
}

export async function remediesByUnit(tx: Tx, unitIds: readonly string[], year: number): Promise<ReadonlyMap<string | null, readonly CellCount[]>> {
  const where = sql<boolean>`application.unit_id = any(${[...unitIds]}::uuid[])`
  const rows = Map.groupBy(await counted(tx, year, { unit: sql`application.unit_id`, where }), ({ unitId }) => unitId)
  return new Map([...rows].map(([unitId, of]) => [unitId, of.flatMap(cellsOf)]))
}
