// Remedies of an application with their steps, lists of them, and those that stand in a cell of the yearly table.
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import { addDays, day, type Day } from '../../../kernel/day.ts'
import type { Span } from '../../../kernel/metric.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { RemedyFigure } from '../law/figures.ts'
import type { Raiser, RemedyKind, RemedyResult, RemedyState, RemedyStepName } from '../law/remedy-cases.ts'
import type { RemedyColumn, RemedyRow } from '../law/yearly-form.ts'
import type { TakenRemedyStep } from '../rules/remedy-case.ts'
import { within } from './reach.ts'
import { remedyFigureIs, resultsOf, rowIs } from './remedy-figures.ts'

export interface Remedy {
  readonly id: string
  readonly applicationId: string
  readonly kind: RemedyKind
  readonly raisedBy: Raiser
  readonly state: RemedyState
  readonly steps: number
  readonly receivedOn: Day
  readonly body: string
  readonly number: string
  readonly afterReconsideration: boolean
  readonly dueOn: Day | null
  readonly awaitedUntil: Day | null
  readonly provisional: boolean
  readonly result: RemedyResult | null
  readonly concludedOn: Day | null
}

const columns = sql`
  remedy.id, remedy.application_id as "applicationId", remedy.kind, remedy.raised_by as "raisedBy", remedy.state, remedy.steps, remedy.received_on as "receivedOn",
  remedy.body, remedy.number, remedy.after_reconsideration as "afterReconsideration", remedy.due_on as "dueOn", remedy.awaited_until as "awaitedUntil",
  remedy.provisional, remedy.result, remedy.concluded_on as "concludedOn"`

/** In the order in which they were entered. */
export async function remediesOf(tx: Tx, applicationId: string): Promise<Remedy[]> {
  const { rows } = await sql<Remedy>`
    select ${columns} from requests.remedy where application_id = ${applicationId}::uuid order by entered_at, id limit 100`.execute(tx)
  return rows
}

export interface RemedyStepRow extends TakenRemedyStep {
  readonly remedyId: string
  readonly article: string
  readonly byName: string
  readonly at: Date
}

/** Every step in its order. */
export async function remedySteps(tx: Tx, remedyIds: readonly string[]): Promise<ReadonlyMap<string, readonly RemedyStepRow[]>> {
  const { rows } = await sql<{ step: RemedyStepName; on: Day; input: TakenRemedyStep['input']; remedyId: string; article: string; byName: string; at: Date }>`
    select remedy_id as "remedyId", step, entered_on as "on", input, article, by_name as "byName", at
    from requests.remedy_step where remedy_id = any(${[...remedyIds]}::uuid[]) order by remedy_id, ordinal`.execute(tx)
  return Map.groupBy(rows, ({ remedyId }) => remedyId)
}

/** Where somebody entered it before, of which application. */
export async function remedyExists(tx: Tx, id: string): Promise<{ applicationId: string } | undefined> {
  const { rows } = await sql<{ applicationId: string }>`select application_id as "applicationId" from requests.remedy where id = ${id}::uuid`.execute(tx)
  return rows[0]
}

export interface ListedRemedy extends Remedy {
  readonly requestNumber: string
  readonly subject: string
  readonly unitName: string
  readonly handlerName: string | null
}

/** How many days before its end something is due soon: the terms are short. */
const soonDays = 3

export interface RemedyQuestion {
  readonly view: 'open' | 'soon' | 'late' | 'all'
  readonly words: string
  readonly kind?: RemedyKind | undefined
  readonly state?: RemedyState | undefined
  readonly unitId?: string | undefined
  /** A cell of the yearly table. */
  /** What a figure of a period counts. */
  readonly figure?: (Span & { readonly name: RemedyFigure; readonly remedy?: RemedyRow | undefined }) | undefined
  /** A unit and all below it. */
  readonly under?: string | undefined
  readonly cell?: { readonly year: number; readonly row: RemedyRow; readonly column: RemedyColumn } | undefined
}

/** The same cells as `rules/yearly-remedies.ts`, asked of the rows. */
function inCell({ year, row, column }: NonNullable<RemedyQuestion['cell']>): RawBuilder<boolean> {
  const [first, last] = [day(`${year}-01-01`), day(`${year}-12-31`)]
  const inYear = sql<boolean>`(${rowIs(row)} and remedy.received_on <= ${last} and (remedy.concluded_on is null or remedy.concluded_on >= ${first}))`
  if (column === 'total') return inYear
  if (column === 'open') return sql<boolean>`(${inYear} and (remedy.concluded_on is null or remedy.concluded_on > ${last}))`
  return sql<boolean>`(${inYear} and remedy.concluded_on <= ${last} and remedy.result = any(${resultsOf(column)}))`
}

function viewIs(view: RemedyQuestion['view'], today: Day): RawBuilder<boolean> {
  switch (view) {
    case 'open':
      return sql<boolean>`remedy.state <> 'closed'`
    case 'soon':
      return sql<boolean>`remedy.due_on between ${today} and ${addDays(today, soonDays)}`
    case 'late':
      return sql<boolean>`remedy.due_on < ${today}`
    case 'all':
      return sql<boolean>`true`
  }
}

export async function remedies(
  tx: Tx,
  ask: RemedyQuestion,
  { reach, today }: { reach: Reach; today: Day },
  page: { limit: number; offset: number },
): Promise<{ rows: ListedRemedy[]; total: number }> {
  const like = `%${ask.words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const where = sql<boolean>`${sql.join(
    [
      within(reach),
      viewIs(ask.view, today),
      ...(ask.words === '' ? [] : [sql<boolean>`(remedy.number ilike ${like} or remedy.body ilike ${like} or application.number ilike ${like} or application.subject ilike ${like})`]),
      ...(ask.kind ? [sql<boolean>`remedy.kind = ${ask.kind}`] : []),
      ...(ask.state ? [sql<boolean>`remedy.state = ${ask.state}`] : []),
      ...(ask.unitId ? [sql<boolean>`application.unit_id = ${ask.unitId}::uuid`] : []),
      ...(ask.under ? [sql<boolean>`application.unit_id in (select descendant_id from access.unit_reach where ancestor_id = ${ask.under}::uuid)`] : []),
      ...(ask.figure ? [remedyFigureIs(ask.figure.name, ask.figure), ...(ask.figure.remedy ? [rowIs(ask.figure.remedy)] : [])] : []),
      ...(ask.cell ? [inCell(ask.cell)] : []),
    ],
    sql` and `,
  )}` // prettier-ignore
  const { rows } = await sql<ListedRemedy>`
    select ${columns}, application.number as "requestNumber", application.subject, unit.name as "unitName", handler.name as "handlerName"
    from requests.remedy join requests.application on application.id = remedy.application_id
    join organization.unit on unit.id = application.unit_id left join access.account handler on handler.id = application.handler_id
    where ${where} order by remedy.due_on nulls last, remedy.received_on desc, remedy.id limit ${page.limit} offset ${page.offset}`.execute(tx)
  const total = await sql<{ count: number }>`
    select count(*) as count from requests.remedy join requests.application on application.id = remedy.application_id where ${where}`.execute(tx)
  return { rows, total: total.rows[0]?.count ?? 0 }
}

/** How many stand in each view that counts work. */
export async function remedyCounts(tx: Tx, reach: Reach, today: Day): Promise<Record<'open' | 'soon' | 'late', number>> {
  const count = (view: RemedyQuestion['view']): RawBuilder<number> => sql<number>`count(*) filter (where ${viewIs(view, today)})`
  const { rows } = await sql<Record<'open' | 'soon' | 'late', number>>`
    select ${count('open')} as open, ${count('soon')} as soon, ${count('late')} as late
    from requests.remedy join requests.application on application.id = remedy.application_id where ${within(reach)}`.execute(tx)
  return rows[0] ?? { open: 0, soon: 0, late: 0 }
}
