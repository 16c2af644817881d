// The metrics of applications for whoever asks by the registry: from the applications as they stand, or from the sums that changes carry on.
import { sql, type RawBuilder } from 'kysely'
import type { MetricQuestion, MetricRow, MetricSplit } from '../../../kernel/metric.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { figureSplitNames, type FigureSplit } from '../law/figures.ts'
import { periodRows, standingRows } from './figures.ts'
import { remedyMetricCounts } from './remedy-figures.ts'

/** A module that is asked for a key that it does not know counts nothing. */
const isSplit = (split: MetricSplit): split is FigureSplit => (figureSplitNames as readonly string[]).includes(split)

/** What stands at the end of a day has no month and no outcome. */
const standsStill = (by: readonly FigureSplit[]): boolean => by.every((split) => split !== 'month' && split !== 'outcome')

const keys: Readonly<Record<FigureSplit, RawBuilder<string>>> = {
  unit: sql<string>`unit_id::text`,
  month: sql<string>`to_char(month, 'YYYY-MM')`,
  kind: sql<string>`applicant_kind`,
  channel: sql<string>`channel`,
  outcome: sql<string>`result`,
}

const rawKeys = { unit: sql`unit_id`, month: sql`month`, kind: sql`applicant_kind`, channel: sql`channel`, outcome: sql`result` } as const

/** Groups by the columns as they are: keys are made of the few groups, not of the many sums. */
const grouped = (by: readonly FigureSplit[]): RawBuilder<unknown> => (by.length === 0 ? sql`` : sql`group by ${sql.join(by.map((split) => rawKeys[split]))}`)

/** Sums and what is not folded into them yet, in one snapshot. */
const carried = (months: RawBuilder<boolean>): RawBuilder<unknown> => sql`
  (select month, unit_id, event, applicant_kind, channel, result, term, prolonged, count, days from requests.tally where ${months}
   union all
   select month, unit_id, event, applicant_kind, channel, result, term, prolonged, count, days from requests.tally_delta where ${months})`

const keysOf = (by: readonly FigureSplit[]): RawBuilder<unknown> =>
  by.length === 0 ? sql`array[]::text[]` : sql`array[${sql.join(by.map((split) => keys[split]))}]`

function unitsOf({ reach, unitIds }: MetricQuestion): RawBuilder<boolean> {
  const reached = reach.everywhere ? sql<boolean>`true` : sql<boolean>`unit_id = any(${[...reach.unitIds]}::uuid[])`
  return unitIds === undefined ? reached : sql<boolean>`(${reached} and unit_id = any(${[...unitIds]}::uuid[]))`
}

type Sums = Readonly<Record<'received' | 'concluded' | 'in-time' | 'late' | 'extended' | 'prompt' | 'extended-in-time' | 'belated' | 'days', number>>

async function periodSums(tx: Tx, question: MetricQuestion, by: readonly FigureSplit[]): Promise<(Sums & { readonly keys: readonly string[] })[]> {
  const { from, until } = question.span
  const of = (condition: RawBuilder<boolean>): RawBuilder<number> => sql<number>`coalesce(sum(count) filter (where ${condition}), 0)::int`
  const { rows } = await sql<Sums & { keys: string[] }>`
    select ${keysOf(by)} as keys, ${of(sql`event = 'received'`)} as received, ${of(sql`event = 'concluded'`)} as concluded, ${of(sql`term = 'in-time'`)} as "in-time",
      ${of(sql`term = 'late'`)} as late, ${of(sql`prolonged`)} as extended, ${of(sql`event = 'concluded' and not prolonged and term <> 'late'`)} as prompt,
      ${of(sql`prolonged and term <> 'late'`)} as "extended-in-time", ${of(sql`prolonged or term = 'late'`)} as belated, coalesce(sum(days), 0)::int as days
    from ${carried(sql<boolean>`month between ${from} and ${until}`)} carried where ${unitsOf(question)} ${grouped(by)}`.execute(tx)
  return rows
}

/** Received and not concluded, up to a month's end. */
async function openSums(tx: Tx, question: MetricQuestion, by: readonly FigureSplit[]): Promise<{ keys: string[]; open: number }[]> {
  const { rows } = await sql<{ keys: string[]; open: number }>`
    select ${keysOf(by)} as keys, coalesce(sum(case event when 'received' then count else -count end), 0)::int as open
    from ${carried(sql<boolean>`month <= ${question.span.until}`)} carried where ${unitsOf(question)} ${grouped(by)}`.execute(tx)
  return rows
}

/** Whole months can be asked from the sums, units by themselves alone; what is late at the end of a day is always counted from the applications. */
export async function requestMetricCounts(tx: Tx, question: MetricQuestion): Promise<MetricRow[]> {
  const by = question.by.filter(isSplit)
  const counts = new Map<string, { readonly keys: readonly string[]; readonly counts: Record<string, number> }>()
  const put = (rows: readonly { readonly keys: readonly string[] }[]): void => {
    for (const { keys: of, ...row } of rows) {
      const id = of.join(' ')
      const one = counts.get(id) ?? { keys: of, counts: {} }
      counts.set(id, one)
      Object.assign(one.counts, row)
    }
  }
  put((await remedyMetricCounts(tx, question)).map(({ keys: of, counts: own }) => ({ keys: of, ...own })))
  if (by.length < question.by.length) return [...counts.values()]
  put(await (question.from === 'rows' ? periodRows(tx, question, question.span, by) : periodSums(tx, question, by)))
  if (standsStill(by)) {
    put(await standingRows(tx, question, question.span, by))
    if (question.from === 'sums') put(await openSums(tx, question, by))
  }
  return [...counts.values()]
}
