// Which applications are there, what is due, what is late; and which stand in a cell of the yearly table.
import { sql, type RawBuilder } from 'kysely'
import type { Actor, Reach } from '../../../kernel/actor.ts'
import { addDays, day, type Day } from '../../../kernel/day.ts'
import { countedTo, mostCounted, type Counted } from '../../../platform/database/counted.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf } from '../../access/index.ts'
import type { Action } from '../../access/law/permissions.ts'
import type { ApplicantKind } from '../law/applicants.ts'
import type { ChannelName } from '../law/channels.ts'
import { outcomeNames, outcomeRows, type OutcomeName } from '../law/outcomes.ts'
import { isAction, stateNames, states, type State } from '../law/states.ts'
import type { Tab } from '../law/tabs.ts'
import type { FormLine } from '../law/yearly-form.ts'
import type { ListedFigure } from '../law/figures.ts'
import { figureIs, type FigurePeriod } from './figures.ts'
import { internallyOver } from './internal.ts'
import { within } from './reach.ts'

export interface Listed {
  readonly id: string
  readonly number: string
  readonly subject: string
  readonly applicantName: string
  readonly applicantKind: ApplicantKind
  readonly channel: ChannelName
  readonly unitName: string
  readonly sectionName: string | null
  readonly handlerName: string | null
  readonly state: State
  readonly arrivedOn: Day
  readonly receivedOn: Day | null
  readonly dueOn: Day | null
  readonly awaitedUntil: Day | null
  readonly provisional: boolean
  readonly extended: boolean
  readonly outcome: OutcomeName | null
  readonly concludedOn: Day | null
  /** The days that the unit keeps; null where it keeps none. */
  readonly draftDays: number | null
  readonly reviewDays: number | null
  readonly sendDays: number | null
}

/** How many days before the end something is due soon, and after it newly late. */
const soonDays = 5
const newlyLateDays = 7

export interface Question {
  readonly tab: Tab
  readonly words: string
  readonly unitId?: string | undefined
  /** A unit and all below it. */
  readonly under?: string | undefined
  readonly state?: State | undefined
  readonly channel?: ChannelName | undefined
  readonly kind?: ApplicantKind | undefined
  readonly outcome?: OutcomeName | undefined
  /** A cell of the yearly table. */
  readonly cell?: { readonly year: number; readonly line: FormLine } | undefined
  /** What a figure of a period counts. */
  readonly figure?: (FigurePeriod & { readonly name: ListedFigure }) | undefined
  /** What I watch, or whose internal date is over: by the first days for the reply of which it is not. */
  readonly watched?: boolean | undefined
  readonly internallyOver?: readonly Day[] | undefined
  readonly sort: 'due' | 'newest' | 'oldest'
}

export interface Asker {
  readonly actor: Actor
  readonly reach: Reach
  readonly today: Day
}

const turns: readonly Action[] = [...new Set<string | null>(stateNames.map((state) => states[state].turn))].filter(isAction)

/** It is the actor's turn: the state waits for a right that they hold there, and nobody else is named to handle it. */
function isMine(actor: Actor): RawBuilder<boolean> {
  const parts = turns.map((turn) => {
    const waiting = stateNames.filter((state) => states[state].turn === turn)
    return sql<boolean>`(application.state = any(${waiting}) and ${within(reachOf(actor, turn))})`
  })
  return sql<boolean>`((application.handler_id is null or application.handler_id = ${actor.accountId}::uuid) and application.state <> 'closed' and (${sql.join(parts, sql` or `)}))`
}

const isWatched = ({ accountId }: Actor): RawBuilder<boolean> =>
  sql<boolean>`exists (select from requests.watcher where watcher.application_id = application.id and watcher.account_id = ${accountId}::uuid)`

const open = sql<boolean>`application.concluded_on is null`
/** Answered, and not closed yet: as the index says it. */
const toClose = sql<boolean>`application.concluded_on is not null and application.state <> 'closed' and application.state <> 'archived'`

function tabIs(tab: Tab, { actor, today }: Asker): RawBuilder<boolean> {
  switch (tab) {
    case 'mine':
      return isMine(actor)
    case 'soon':
      return sql<boolean>`(${open} and application.due_on between ${today} and ${addDays(today, soonDays)})`
    case 'late':
      return sql<boolean>`(${open} and application.due_on < ${today})`
    case 'newly-late':
      return sql<boolean>`(${open} and application.due_on between ${addDays(today, -newlyLateDays)} and ${addDays(today, -1)})`
    case 'unconfirmed':
      return sql<boolean>`application.state = 'registered'`
    case 'open':
      return open
    case 'all':
      return sql<boolean>`true`
  }
}

const outcomesOf = (line: FormLine): OutcomeName[] => outcomeNames.filter((name) => line === 'total' || outcomeRows[name].row === line)

/** The same lines as `rules/yearly-table.ts`, asked of the rows. */
function inCell({ year, line }: { year: number; line: FormLine }): RawBuilder<boolean> {
  const [first, last] = [day(`${year}-01-01`), day(`${year}-12-31`)]
  switch (line) {
    case 'received':
      return sql<boolean>`application.received_on between ${first} and ${last}`
    case 'carried-over':
      return sql<boolean>`(application.received_on < ${first} and (application.concluded_on is null or application.concluded_on >= ${first}))`
    case 'carried-forward':
      return sql<boolean>`(application.received_on <= ${last} and (application.concluded_on is null or application.concluded_on > ${last}))`
    default:
      return sql<boolean>`(application.received_on is not null and application.concluded_on between ${first} and ${last} and application.outcome = any(${outcomesOf(line)}))`
  }
}

function conditions(ask: Question, asker: Asker): RawBuilder<boolean> {
  const like = `%${ask.words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const parts = [
    within(asker.reach),
    tabIs(ask.tab, asker),
    ...(ask.words === ''
      ? []
      : [sql<boolean>`(application.number ilike ${like} or application.subject ilike ${like} or application.applicant_name ilike ${like})`]),
    ...(ask.unitId ? [sql<boolean>`application.unit_id = ${ask.unitId}::uuid`] : []),
    ...(ask.under ? [sql<boolean>`application.unit_id in (select descendant_id from access.unit_reach where ancestor_id = ${ask.under}::uuid)`] : []),
    ...(ask.state ? [sql<boolean>`application.state = ${ask.state}`] : []),
    ...(ask.channel ? [sql<boolean>`application.channel = ${ask.channel}`] : []),
    ...(ask.kind ? [sql<boolean>`application.applicant_kind = ${ask.kind}`] : []),
    ...(ask.outcome ? [sql<boolean>`application.outcome = ${ask.outcome}`] : []),
    ...(ask.cell ? [inCell(ask.cell)] : []),
    ...(ask.watched ? [isWatched(asker.actor)] : []),
    ...(ask.internallyOver ? [internallyOver(ask.internallyOver)] : []),
    ...(ask.figure ? [figureIs(ask.figure.name, ask.figure)] : []),
  ]
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

const orders = {
  due: sql`application.due_on nulls last, application.entered_at, application.id`,
  newest: sql`application.entered_at desc, application.id`,
  oldest: sql`application.entered_at, application.id`,
} as const

/** A page of them. What a figure counts is counted to its end, all else as far as anybody turns pages. */
export async function applications(tx: Tx, ask: Question, asker: Asker, page: { limit: number; offset: number }): Promise<{ rows: Listed[] } & Counted> {
  const where = conditions(ask, asker)
  const { rows } = await sql<Listed>`
    select application.id, application.number, application.subject, application.applicant_name as "applicantName", application.applicant_kind as "applicantKind",
      application.channel, unit.name as "unitName", section.name as "sectionName", handler.name as "handlerName", application.state, application.arrived_on as "arrivedOn",
      application.received_on as "receivedOn", application.due_on as "dueOn", application.awaited_until as "awaitedUntil", application.provisional, application.extended,
      application.outcome, application.concluded_on as "concludedOn", term.draft_days as "draftDays", term.review_days as "reviewDays", term.send_days as "sendDays"
    from requests.application
    join organization.unit on unit.id = application.unit_id
    left join organization.unit section on section.id = application.section_id
    left join access.account handler on handler.id = application.handler_id
    left join requests.internal_term term on term.unit_id = application.unit_id
    where ${where} order by ${orders[ask.sort]} limit ${page.limit} offset ${page.offset}`.execute(tx)
  return { rows, ...(await countedTo(tx, sql`select from requests.application where ${where}`, ask.figure || ask.cell ? undefined : mostCounted)) }
}

/** How many stand in each tab that counts open work. */
export async function tabCounts(tx: Tx, asker: Asker): Promise<Record<Exclude<Tab, 'all'>, number>> {
  const count = (tab: Tab): RawBuilder<number> => sql<number>`count(*) filter (where ${tabIs(tab, asker)})`
  const closing = sql`(select count(*) from requests.application where ${toClose} and ${isMine(asker.actor)} and ${within(asker.reach)})`
  const { rows } = await sql<Record<Exclude<Tab, 'all'>, number>>`
    select ${count('mine')} + ${closing} as mine, ${count('soon')} as soon, ${count('late')} as late, ${count('newly-late')} as "newly-late",
      ${count('unconfirmed')} as unconfirmed, ${count('open')} as open
    from requests.application where ${open} and ${within(asker.reach)}`.execute(tx)
  return rows[0] ?? { mine: 0, soon: 0, late: 0, 'newly-late': 0, unconfirmed: 0, open: 0 }
}
