// What waits for one person: editions whose next step is theirs, and their own that were returned.
import { sql, type RawBuilder } from 'kysely'
import type { Actor, Grant } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf } from '../../access/index.ts'
import { states, type State } from '../law/states.ts'
import { beginningSteps, stepRows } from '../law/steps.ts'
import { allOf } from './conditions.ts'
import { editionColumns, editionSources, matching, type EditionListRow, type Slice } from './edition-list.ts'
import { isNowhere, within } from './reach.ts'

export interface TaskListRow extends EditionListRow {
  readonly urgedAt: Date | null
  readonly onBehalfOfName: string | null
}

export interface TaskQuestion {
  readonly q?: string | undefined
  readonly unitId?: string | undefined
  readonly state?: State | undefined
  readonly important?: boolean | undefined
  readonly sort?: 'since' | '-since' | 'title' | '-title'
}

const signatures = Object.entries(stepRows)
  .filter(([, step]) => step.signature)
  .map(([name]) => name)

/** SQL: this hand has signed the sheet that goes round now, or wrote or submitted it. */
const barred = (ids: readonly string[]): RawBuilder<unknown> => sql`(
  edition.author_id = any(${[...ids]}::uuid[])
  or exists (
    select from disclosure.step_taken taken
    where taken.edition_id = edition.id
      and taken.id >= (select max(id) from disclosure.step_taken where edition_id = edition.id and step = any(${[...beginningSteps]}::text[]))
      and (taken.by_account_id = any(${[...ids]}::uuid[]) or taken.on_behalf_of = any(${[...ids]}::uuid[]))
      and (taken.step = any(${[...beginningSteps]}::text[]) or taken.step = any(${signatures}::text[]))))`

/** SQL: an objection, or a silence that was brought before the disclosure office, on which it has not ruled. */
const confirmationsToDecide = sql`
  select from disclosure.confirmation open
  where open.edition_id = edition.id and open.round = edition.round and open.answer is distinct from 'agreed'
    and not exists (select from disclosure.confirmation_decision ruled where (ruled.edition_id, ruled.round, ruled.unit_id) = (open.edition_id, open.round, open.unit_id))
    and (open.answer = 'objected' or exists (select from disclosure.chase
      where chase.edition_id = open.edition_id and chase.round = open.round and chase.subject = open.unit_id::text and chase.level = 'disclosure-office'))`

const waitingStates = (Object.keys(states) as State[]).filter((state) => states[state].turn !== null && states[state].turn !== 'author')

/** The editions that wait for the person through these grants: their own, or those of one absent colleague. */
function waitingThrough(accountId: string, grants: readonly Grant[], onBehalfOf: string | null): RawBuilder<unknown> {
  const hand: Actor = { accountId, name: '', grants }
  const ids = onBehalfOf === null ? [accountId] : [accountId, onBehalfOf]
  const turns = waitingStates.flatMap((state): RawBuilder<unknown>[] => {
    const { turn } = states[state]
    if (turn === null || turn === 'author') return []
    const reach = reachOf(hand, turn)
    if (isNowhere(reach) && (state !== 'confirming' || isNowhere(reachOf(hand, 'edition.decide-confirmation')))) return []
    const reached = sql`edition.state = ${state} and ${within(reach)}`
    if (state === 'signed') {
      // Only a unit that has nobody is published for by the disclosure office.
      const own = reachOf({ ...hand, grants: grants.filter((grant) => grant.role !== 'disclosure-office') }, turn)
      const units = [...new Set(grants.filter((grant) => grant.role === 'disclosure-office').map((grant) => grant.unitId))]
      return [
        sql`(edition.state = 'signed' and edition.scheduled_for is null
        and (${within(own)} or (${within(reach)} and (not unit.has_own_staff or document.unit_id = any(${units}::uuid[])))))`,
      ]
    }
    if (state === 'confirming') {
      const ruling = reachOf(hand, 'edition.decide-confirmation')
      return [
        sql`(edition.state = 'confirming' and ((${within(reach)} and exists (
          select from disclosure.confirmation open
          where open.edition_id = edition.id and open.round = edition.round and open.unit_id = any(${[...reach.askedUnitIds]}::uuid[]) and open.answer is null))
        or (${within(ruling)} and exists (${confirmationsToDecide}))))`,
      ]
    }
    return [sql`(${reached} and not ${barred(ids)})`]
  })
  return turns.length === 0 ? sql`false` : sql`(${sql.join(turns, sql` or `)})`
}

/** Whose hands the person has: their own (null) first, then of each absent colleague. */
const handsOf = (actor: Actor): (string | null)[] => [null, ...new Set(actor.grants.map((grant) => grant.onBehalfOf).filter((id) => id !== null))]

export interface Waiting {
  readonly condition: RawBuilder<unknown>
  /** SQL: the absent colleague through whom alone it waits for the person, or null. */
  readonly through: RawBuilder<unknown>
}

export function waitingFor(actor: Actor): Waiting {
  const hands = handsOf(actor).map((onBehalfOf) => ({
    onBehalfOf,
    condition: waitingThrough(
      actor.accountId,
      actor.grants.filter((grant) => grant.onBehalfOf === onBehalfOf),
      onBehalfOf,
    ),
  }))
  const cases = hands.map(({ onBehalfOf, condition }) => sql`when ${condition} then ${onBehalfOf}::uuid`)
  return {
    condition: sql`(${sql.join(
      hands.map((hand) => hand.condition),
      sql` or `,
    )})`,
    through: sql`case ${sql.join(cases, sql` `)} end`,
  }
}

/** Returned to the person who wrote it. */
export const returnedTo = (actor: Actor): RawBuilder<unknown> => sql`(edition.state = 'returned' and edition.author_id = ${actor.accountId})`

const sorts = {
  since: sql`edition.since, edition.id`,
  '-since': sql`edition.since desc, edition.id`,
  title: sql`edition.title, edition.id`,
  '-title': sql`edition.title desc, edition.id`,
} as const

type Which = 'all' | 'waiting' | 'returned'

function conditionOf(actor: Actor, which: Which, asked: TaskQuestion): RawBuilder<unknown> {
  const waiting = waitingFor(actor)
  const mine = { all: sql`(${waiting.condition} or ${returnedTo(actor)})`, waiting: waiting.condition, returned: returnedTo(actor) }[which]
  return allOf([
    mine,
    matching(asked.q),
    asked.unitId ? sql`document.unit_id = ${asked.unitId}` : false,
    asked.state ? sql`edition.state = ${asked.state}` : false,
    asked.important === undefined ? false : sql`edition.important = ${asked.important}`,
  ])
}

/** `returned` asks for the own returned ones alone, `waiting` for those of others alone, `all` for both. */
export async function taskRows(tx: Tx, actor: Actor, which: Which, asked: TaskQuestion, { limit, offset }: Slice): Promise<TaskListRow[]> {
  const { rows } = await sql<TaskListRow>`
    select task.*, absent.name as "onBehalfOfName",
      (select max(at) from disclosure.step_taken where edition_id = task."editionId" and step = 'urge' and at >= task.since) as "urgedAt"
    from (
      select ${editionColumns}, ${which === 'returned' ? sql`null::uuid` : waitingFor(actor).through} as "throughId",
        row_number() over (order by ${sorts[asked.sort ?? 'since']}) as place
      from ${editionSources} where ${conditionOf(actor, which, asked)}
      order by place limit ${limit} offset ${offset}) task
    left join access.account absent on absent.id = task."throughId"
    order by task.place`.execute(tx)
  return rows
}

export async function tasksOf(tx: Tx, actor: Actor, which: Which, asked: TaskQuestion, slice: Slice): Promise<{ rows: TaskListRow[]; total: number }> {
  const count = await sql<{ total: number }>`select count(*) as total from ${editionSources} where ${conditionOf(actor, which, asked)}`.execute(tx)
  return { rows: await taskRows(tx, actor, which, asked, slice), total: count.rows[0]?.total ?? 0 }
}
