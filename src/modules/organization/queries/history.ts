// What was done to a unit, its sections and its people, newest first.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { steps, type StepName } from '../law/steps.ts'
import { summaryOf } from '../rules/describe-change.ts'

interface Row {
  readonly id: number
  readonly at: Date
  readonly by: string
  readonly step: StepName
  readonly unitId: string | null
  readonly unitName: string | null
  readonly personId: string | null
  readonly personName: string | null
  readonly detail: Record<string, string>
  readonly total: number
}

export async function historyOf(tx: Tx, unitId: string, { limit, offset }: { readonly limit: number; readonly offset: number }) {
  const { rows } = await sql<Row>`
    select t.id, t.at, t.by_name as by, t.step, t.unit_id as "unitId", u.name as "unitName", t.person_id as "personId", p.name as "personName", t.detail,
      count(*) over () as total
    from organization.step_taken t
    left join organization.unit u on u.id = t.unit_id
    left join organization.person p on p.id = t.person_id
    where t.unit_id = ${unitId} or t.unit_id in (select s.id from organization.unit s where s.parent_id = ${unitId} and s.kind = 'section')
    order by t.at desc, t.id desc limit ${limit} offset ${offset}`.execute(tx)
  return {
    rows: rows.map(({ total: _total, detail, ...row }) => ({ ...row, at: row.at.toISOString(), stepTitle: steps[row.step].title, summary: summaryOf(detail) })),
    total: rows[0]?.total ?? 0,
  }
}
