// How much was made public this month and this year? From the sums that each publication carries on: what the lists behind the figures show, at every moment.
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../../platform/database/database.ts'
import { ofLine } from './of-line.ts'

const government = ofLine(sql`unit_id`, 'government')

export interface Figures {
  readonly thisMonth: number
  readonly thisYear: number
  /** Units that published this month. */
  readonly units: number
  /** Entries of the register that are linked. */
  readonly registered: number
}

/** Whole months, as the law's place counts them. */
interface Span {
  readonly from: Date
  readonly until: Date
}

const firstDay = (instant: Date): RawBuilder<unknown> => sql`(${instant}::timestamptz at time zone 'Asia/Shanghai')::date`

async function counted(tx: Tx, month: Span, year: Span): Promise<Figures> {
  const during = (span: Span): RawBuilder<boolean> => sql`month >= ${firstDay(span.from)} and month < ${firstDay(span.until)}`
  const found = await sql<Figures>`
    with summed as (
      select month, unit_id, sum(count)::bigint as count from (
        select month, unit_id, count from publication.tally where ${during(year)}
        union all select month, unit_id, count from publication.tally_delta where ${during(year)}) carried
      where ${government} group by month, unit_id)
    select coalesce(sum(count) filter (where ${during(month)}), 0)::bigint as "thisMonth", coalesce(sum(count), 0)::bigint as "thisYear",
      count(*) filter (where ${during(month)} and count > 0) as units,
      (select coalesce(max(sequence), 0) from publication.register_link) as registered
    from summed`.execute(tx)
  return found.rows[0] ?? { thisMonth: 0, thisYear: 0, units: 0, registered: 0 }
}

/** The newest entry of the register and the newest that is numbered: whatever was published, revised or withdrawn since moves one of them. */
async function newest(tx: Tx): Promise<string> {
  const { rows } = await sql<{ at: string }>`
    select concat((select max(id) from publication.register_entry), ' ', (select max(sequence) from publication.register_link)) as at`.execute(tx)
  return rows[0]?.at ?? ''
}

export type AskFigures = (month: Span, year: Span) => Promise<Figures>

/** Counts once for all readers until the register goes on: a year of two thousand units is twenty thousand sums. */
export function figuresOf(tx: Tx): AskFigures {
  let kept: { readonly key: string; readonly figures: Figures } | undefined
  return async (month, year) => {
    const key = `${month.from.getTime()} ${await newest(tx)}`
    if (kept?.key === key) return kept.figures
    const figures = await counted(tx, month, year)
    kept = { key, figures }
    return figures
  }
}
