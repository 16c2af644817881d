// What was reviewed for secrets in a month, from the record of steps: a row for each review of an edition, in the column of its conclusion.
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Day } from '../../../../kernel/day.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import { reachOf } from '../../../access/index.ts'
import { summaryColumnNames, summaryColumnRows, type RouteName, type SummaryColumnName } from '../../law/secrecy-summary.ts'
import { beginningSteps } from '../../law/steps.ts'
import { allOf, containing } from '../conditions.ts'
import type { Slice } from '../edition-list.ts'
import { within } from '../reach.ts'

export interface SummaryQuestion {
  /** `2026-11` */
  readonly month: string
  readonly unitId?: string | undefined
  readonly q?: string | undefined
  readonly column?: SummaryColumnName | undefined
  readonly route?: RouteName | undefined
}

export interface SummaryRow {
  readonly editionId: string
  readonly title: string
  readonly unitId: string
  readonly unitName: string
  readonly sectionName: string | null
  readonly column: SummaryColumnName
  /** Articles of the questions that were answered yes. */
  readonly articles: readonly string[]
  readonly reviewerName: string
  readonly onBehalfOfName: string | null
  readonly reviewedOn: Day
  readonly route: RouteName
}

/** In which column a step is counted; a step that stands in two is told apart by the conclusion written with it. */
const column = sql`case ${sql.join(
  summaryColumnNames.map((name) => {
    const { steps, conclusion } = summaryColumnRows[name]
    const said = conclusion === null ? sql`true` : sql`taken.detail->'secrecy'->>'conclusion' = ${conclusion}`
    return sql`when taken.step = any(${[...steps]}::text[]) and ${said} then ${name}`
  }),
  sql` `,
)} end`

const concluding = [...new Set(summaryColumnNames.flatMap((name) => summaryColumnRows[name].steps))]

/** Written out, so that the planner sees the condition of the index. */
const isConcluding = (step: string): RawBuilder<unknown> => sql`${sql.ref(step)} in (${sql.join(concluding.map((one) => sql.lit(one)))})`

const chinaMidnight = (day: string, months: number): RawBuilder<unknown> =>
  sql`((${day}::date + ${sql.lit(`${months} month`)}::interval) at time zone 'Asia/Shanghai')`

/** One row for each review; a referral that was answered and concluded in the same month is counted with its conclusion. */
function reviewed(actor: Actor, { month, unitId, q }: SummaryQuestion): RawBuilder<unknown> {
  const from = chinaMidnight(`${month}-01`, 0)
  const until = chinaMidnight(`${month}-01`, 1)
  const condition = allOf([
    isConcluding('taken.step'),
    sql`taken.at >= ${from} and taken.at < ${until}`,
    sql`not (taken.step = 'refer' and exists (select from disclosure.step_taken later
      where later.edition_id = taken.edition_id and later.id > taken.id and ${isConcluding('later.step')} and later.at < ${until}))`,
    within(reachOf(actor, 'edition.read')),
    unitId ? sql`document.unit_id = ${unitId}` : false,
    q ? containing(sql`edition.title`, q) : false,
  ])
  return sql`
    select taken.id, taken.edition_id as "editionId", edition.title, document.unit_id as "unitId", unit.name as "unitName", section.name as "sectionName",
      ${column} as "column", taken.by_name as "reviewerName", absent.name as "onBehalfOfName", taken.at,
      (taken.at at time zone 'Asia/Shanghai')::date as "reviewedOn", sheet.round,
      case when exists (select from disclosure.urgent_route route where route.edition_id = taken.edition_id and route.round = sheet.round)
        then 'urgent' else 'ordinary' end as route
    from disclosure.step_taken taken
    join disclosure.edition on edition.id = taken.edition_id
    join disclosure.document on document.id = edition.document_id
    join organization.unit on unit.id = document.unit_id
    left join organization.unit section on section.id = document.section_id
    left join access.account absent on absent.id = taken.on_behalf_of
    cross join lateral (select count(*)::integer as round from disclosure.step_taken begun
      where begun.edition_id = taken.edition_id and begun.id < taken.id and begun.step = any(${[...beginningSteps]}::text[])) sheet
    where ${condition}`
}

const chosen = ({ column: name, route }: SummaryQuestion): RawBuilder<unknown> =>
  allOf([sql`"column" is not null`, name ? sql`"column" = ${name}` : false, route ? sql`route = ${route}` : false])

export async function summaryRows(tx: Tx, actor: Actor, asked: SummaryQuestion, { limit, offset }: Slice): Promise<{ rows: SummaryRow[]; total: number }> {
  const { rows } = await sql<SummaryRow>`
    select page.*, array(select distinct newest.article from (
        select distinct on (question) question, answer, article from disclosure.review_answer given
        where given.edition_id = page."editionId" and given.round = page.round and given.at <= page.at order by question, id desc) newest
      where newest.answer = 'yes' order by newest.article) as articles
    from (select * from (${reviewed(actor, asked)}) reviewed where ${chosen(asked)} order by at, id limit ${limit} offset ${offset}) page
    order by page.at, page.id`.execute(tx)
  const count = await sql<{ total: number }>`select count(*) as total from (${reviewed(actor, asked)}) reviewed where ${chosen(asked)}`.execute(tx)
  return { rows, total: count.rows[0]?.total ?? 0 }
}

export interface SummaryCount {
  readonly unitId: string
  readonly unitName: string
  readonly column: SummaryColumnName
  readonly route: RouteName
  readonly count: number
}

/** The same rows, counted by unit, column and route; every figure of the page is a sum of these. */
export async function summaryCounts(tx: Tx, actor: Actor, { month, unitId, q }: SummaryQuestion): Promise<SummaryCount[]> {
  const asked = { month, unitId, q }
  const { rows } = await sql<SummaryCount>`
    select "unitId", "unitName", "column", route, count(*)::integer as count from (${reviewed(actor, asked)}) reviewed where ${chosen(asked)}
    group by "unitId", "unitName", "column", route order by "unitName", "unitId"`.execute(tx)
  return rows
}
