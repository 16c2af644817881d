// What no cell of the form and no metric of the registry holds: figures of a year of the units that a report counts, by their names, and what is known of the unit itself.
import { sql } from 'kysely'
import { day, type Day } from '../../../kernel/day.ts'
import { partyKind } from '../../../law/lines.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { sheetFiguresOfUnits } from '../../channels/index.ts'
import type { YearMetric } from '../law/year-metrics.ts'

/** Days that are over: a year that goes on is counted to yesterday. */
export interface YearAsked {
  readonly unitIds: readonly string[]
  readonly year: number
  readonly today: Day
}

export async function yearMetricValues(tx: Tx, { unitIds, year, today }: YearAsked): Promise<ReadonlyMap<YearMetric, number>> {
  const [from, until] = [day(`${year}-01-01`), day(`${year}-12-31`)]
  const units = sql`any(${[...unitIds]}::uuid[])`
  const instants = sql`>= (${from}::date)::timestamp at time zone 'Asia/Shanghai' and`
  const end = sql`< (${until}::date + 1)::timestamp at time zone 'Asia/Shanghai'`
  const { rows } = await sql<{ name: YearMetric; value: number }>`
    with requests as materialized (
      select concluded_on, due_on from requests.application where unit_id = ${units} and due_on between ${from} and ${until}),
    duties as materialized (
      select duty.due_on, duty.settled_on, duty.outcome from catalogue.duty join organization.unit on unit.id = duty.unit_id and unit.kind <> ${partyKind}
      where duty.unit_id = ${units} and duty.due_on between ${from} and ${until} and duty.outcome is distinct from 'dropped'),
    surveys as materialized (
      select survey.document_id from followup.survey join disclosure.document on document.id = survey.document_id
      where document.unit_id = ${units} and survey.closes_on between ${from} and ${until})
    select 'requests-late' as name, count(*) as value from requests where due_on between ${from} and ${until} and due_on < ${today}::date and (concluded_on is null or concluded_on > due_on)
    union all select 'duties-due', count(*) from duties where due_on < ${today}::date
    union all select 'duties-in-time', count(*) from duties where due_on < ${today}::date and (outcome = 'closed' or (outcome = 'met' and settled_on <= due_on))
    union all select 'duties-late', count(*) from duties where due_on < ${today}::date and (outcome is null or (outcome = 'met' and settled_on > due_on))
    union all select 'entries-empty', count(*) from catalogue.responsibility held join organization.unit on unit.id = held.unit_id and unit.kind <> ${partyKind}
      join catalogue.entry_version v on v.entry_id = held.entry_id and v.ends_on is null
      where held.unit_id = ${units} and held.until is null
        and not exists (select from catalogue.beat where beat.responsibility_id = held.id and beat.document_id is not null)
    union all select 'bulletins', count(*) from channels.bulletin where unit_id = ${units} and issued_at ${instants} issued_at ${end}
    union all select 'deliveries', count(*) from channels.delivery where unit_id = ${units} and delivered_on between ${from} and ${until} and struck_at is null
    union all select 'surveys', count(*) from surveys
    union all select 'survey-answers', count(*) from surveys join followup.answer using (document_id)`.execute(tx)
  const values = new Map(rows.map(({ name, value }) => [name, value]))
  const add = (name: YearMetric, value: number): unknown => values.set(name, (values.get(name) ?? 0) + value)
  for (const { on, readingPoints } of (await sheetFiguresOfUnits(tx, unitIds, { from, until })).values()) {
    add('published-other', on.other ?? 0)
    add('reading-points', readingPoints)
  }
  return values
}

/** The leading group of the unit, and the day on which its guide was last made in the year. */
export async function particularsOf(tx: Tx, unitId: string, year: number): Promise<{ leadingGroup: string | null; guideMadeOn: Day | null }> {
  const until = day(`${year}-12-31`)
  const { rows } = await sql<{ leadingGroup: string | null; guideMadeOn: Day | null }>`
    select
      (select name from organization.leading_group where unit_id = ${unitId}::uuid and valid_from <= ${until} and (valid_until is null or valid_until >= ${until})
        order by valid_from desc, id limit 1) as "leadingGroup",
      (select max((making.made_at at time zone 'Asia/Shanghai')::date) from guide.making join publication.document on document.id = making.document_id
        where making.unit_id = ${unitId}::uuid and (making.made_at at time zone 'Asia/Shanghai')::date between ${day(`${year}-01-01`)} and ${until}) as "guideMadeOn"`.execute(
    tx,
  )
  return rows[0] ?? { leadingGroup: null, guideMadeOn: null }
}
