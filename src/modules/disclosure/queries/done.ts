// What one person has done: 已办事项.
import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { State } from '../law/states.ts'
import type { StepName } from '../law/steps.ts'
import { allOf, containing } from './conditions.ts'
import type { Slice } from './edition-list.ts'

export interface DoneListRow {
  readonly editionId: string
  readonly title: string
  readonly unitName: string
  readonly step: StepName
  readonly opinion: string
  readonly at: Date
  readonly onBehalfOfName: string | null
  readonly state: State
}

export interface DoneQuestion {
  readonly q?: string | undefined
  readonly step?: StepName | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly sort?: 'at' | '-at'
}

export async function doneBy(tx: Tx, actor: Actor, asked: DoneQuestion, { limit, offset }: Slice): Promise<{ rows: DoneListRow[]; total: number }> {
  const sources = sql`
    disclosure.step_taken taken
    join disclosure.edition on edition.id = taken.edition_id
    join organization.unit on unit.id = taken.unit_id
    left join access.account absent on absent.id = taken.on_behalf_of`
  const condition = allOf([
    sql`taken.by_account_id = ${actor.accountId} and taken.step not in ('supersede', 'end-confirmation')`,
    asked.q ? containing(sql`edition.title`, asked.q) : false,
    asked.step ? sql`taken.step = ${asked.step}` : false,
    asked.from ? sql`(taken.at at time zone 'Asia/Shanghai')::date >= ${asked.from}::date` : false,
    asked.to ? sql`(taken.at at time zone 'Asia/Shanghai')::date <= ${asked.to}::date` : false,
  ])
  const { rows } = await sql<DoneListRow>`
    select taken.edition_id as "editionId", edition.title, unit.name as "unitName", taken.step, taken.opinion, taken.at,
      absent.name as "onBehalfOfName", edition.state
    from ${sources} where ${condition}
    order by taken.at ${asked.sort === 'at' ? sql`asc` : sql`desc`}, taken.id limit ${limit} offset ${offset}`.execute(tx)
  const count = await sql<{ total: number }>`select count(*) as total from ${sources} where ${condition}`.execute(tx)
  return { rows, total: count.rows[0]?.total ?? 0 }
}
