// The sum of the accepted reports of a round: the report of its region, and the rows behind each figure.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { ReportState } from '../law/states.ts'
import { readCell } from '../rules/read/cell.ts'
import type { CellValue } from '../rules/sheet.ts'

interface Sum {
  readonly key: string
  readonly figures: number
  readonly figure: number | null
  readonly changes: readonly string[]
  readonly notApplicable: number
}

/** 减4 and 增1 make 减3. */
function changed(words: readonly string[]): CellValue {
  const sum = words.reduce((all, one) => all + (Number(readCell(one, 'change').value) || 0), 0)
  return { stands: 'change', words: sum === 0 ? '0' : `${sum < 0 ? '减' : '增'}${Math.abs(sum)}` }
}

/** Not applicable to everybody is not applicable; what nobody filled is not there. */
export async function regionCells(tx: Tx, roundId: string): Promise<ReadonlyMap<string, CellValue>> {
  const { rows } = await sql<Sum>`
    select key, count(*) filter (where stands = 'figure') as figures, sum(figure)::float8 as figure,
      coalesce(array_agg(words) filter (where stands = 'change' and words <> ''), '{}') as changes,
      count(*) filter (where stands = 'not-applicable') as "notApplicable"
    from reports.cell join reports.report on report.id = cell.report_id
    where report.round_id = ${roundId}::uuid and report.scope = 'own' and report.state = 'accepted' group by key`.execute(tx)
  return new Map(
    rows.flatMap(({ key, figures, figure, changes, notApplicable }): [string, CellValue][] => {
      if (figures > 0) return [[key, { stands: 'figure', figure: figure ?? 0 }]]
      if (changes.length > 0) return [[key, changed(changes)]]
      return notApplicable > 0 ? [[key, { stands: 'not-applicable' }]] : []
    }),
  )
}

export interface RegionRow {
  readonly reportId: string
  readonly unitName: string
  readonly state: ReportState
  readonly stands: CellValue['stands'] | null
  readonly figure: number | null
  readonly words: string | null
}

/** Every unit of the round with what stands in one cell of its report; counted are those that are accepted. */
export async function regionRows(tx: Tx, roundId: string, key: string): Promise<RegionRow[]> {
  const { rows } = await sql<RegionRow>`
    select report.id as "reportId", report.unit_name as "unitName", report.state, cell.stands, cell.figure::float8 as figure, cell.words
    from reports.report join organization.unit on unit.id = report.unit_id
    left join reports.cell on cell.report_id = report.id and cell.key = ${key}
    where report.round_id = ${roundId}::uuid and report.scope = 'own'
    order by coalesce(cell.figure, 0) desc, unit.position, report.unit_name, report.id`.execute(tx)
  return rows
}
