// How many applications stand in each line and column of a year's table: of all within a reach, or of each of many units at once?
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import { day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { ApplicantKind } from '../law/applicants.ts'
import { outcomeRows, type OutcomeName } from '../law/outcomes.ts'
import { remedyTable, type RemedyTable } from '../rules/yearly-remedies.ts'
import { yearlyTable, type Tally, type YearlyTable } from '../rules/yearly-table.ts'
import { within } from './reach.ts'
import { remediesByUnit } from './yearly-remedies.ts'

interface Flat {
  readonly unitId: string | null
  readonly kind: ApplicantKind
  readonly received: 'received' | 'carried-over'
  /** Null where it is carried forward. */
  readonly outcome: OutcomeName | null
  readonly count: number
}

const together = sql`null::uuid`

async function counted(tx: Tx, year: number, { unit, where }: { unit: RawBuilder<unknown>; where: RawBuilder<boolean> }): Promise<readonly Flat[]> {
  const [first, last] = [day(`${year}-01-01`), day(`${year}-12-31`)]
  const { rows } = await sql<Flat>`
    select ${unit} as "unitId", applicant_kind as kind, case when received_on >= ${first} then 'received' else 'carried-over' end as received,
      case when concluded_on <= ${last} then outcome end as outcome, count(*) as count
    from requests.application
    where received_on <= ${last} and (concluded_on is null or concluded_on >= ${first}) and ${where}
    group by 1, 2, 3, 4`.execute(tx)
  return rows
}

const linesOf = ({ kind, received, outcome, count }: Flat): Tally[] => [
  { line: received, kind, count },
  { line: outcome === null ? 'carried-forward' : outcomeRows[outcome].row, kind, count },
]

export async function yearlyTally(tx: Tx, reach: Reach, { year, unitId }: { year: number; unitId: string | undefined }): Promise<Tally[]> {
  const where = sql<boolean>`(${within(reach)} and (${unitId ?? null}::uuid is null or unit_id = ${unitId ?? null}::uuid))`
  return (await counted(tx, year, { unit: together, where })).flatMap(linesOf)
}

/** Both tables of the yearly report that are counted from applications. */
export interface YearOfUnit {
  /** 收到和处理政府信息公开申请情况 */
  readonly table: YearlyTable
  /** 政府信息公开行政复议、行政诉讼情况 */
  readonly remedies: RemedyTable
}

/** The tables of each unit by itself, without those below it: every unit that is asked for has an entry. Two queries, however many units; whoever asks has looked at who may see them. */
export async function yearOfUnits(tx: Tx, unitIds: readonly string[], year: number): Promise<ReadonlyMap<string, YearOfUnit>> {
  const where = sql<boolean>`unit_id = any(${[...unitIds]}::uuid[])`
  const rows = Map.groupBy(await counted(tx, year, { unit: sql`unit_id`, where }), ({ unitId }) => unitId)
  const remedies = await remediesByUnit(tx, unitIds, year)
  return new Map(
    unitIds.map((unitId) => [unitId, { table: yearlyTable((rows.get(unitId) ?? []).flatMap(linesOf)), remedies: remedyTable(remedies.get(unitId) ?? []) }]),
  )
}
