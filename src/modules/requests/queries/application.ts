// One application with its steps: as it is, or held until the transaction ends.
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { ApplicantKind, Delivery, WishedForm } from '../law/applicants.ts'
import type { ChannelName } from '../law/channels.ts'
import type { State } from '../law/states.ts'
import type { StepName } from '../law/steps.ts'
import type { StepInput, TakenStep } from '../rules/facts.ts'
import { within } from './reach.ts'

export interface Application {
  readonly id: string
  readonly number: string
  readonly unitId: string
  readonly unitName: string
  readonly sectionId: string | null
  readonly sectionName: string | null
  readonly handlerId: string | null
  readonly handlerName: string | null
  readonly channel: ChannelName
  readonly applicantKind: ApplicantKind
  readonly applicantName: string
  readonly subject: string
  readonly description: string
  readonly wishedForm: WishedForm
  readonly delivery: Delivery
  readonly needsHelp: boolean
  readonly enteredAt: Date
  readonly state: State
  readonly steps: number
  readonly dueOn: Day | null
  readonly arrivedOn: Day
  /** When what was sealed about the applicant was deleted by rule. */
  readonly identityDeletedOn: Day | null
}

const selected = sql`
  select application.id, application.number, application.unit_id as "unitId", unit.name as "unitName", application.section_id as "sectionId", section.name as "sectionName",
    application.handler_id as "handlerId", handler.name as "handlerName", application.channel, application.applicant_kind as "applicantKind",
    application.applicant_name as "applicantName", application.subject, application.description, application.wished_form as "wishedForm", application.delivery,
    application.needs_help as "needsHelp", application.entered_at as "enteredAt", application.state, application.steps, application.due_on as "dueOn",
    application.arrived_on as "arrivedOn", application.identity_deleted_on as "identityDeletedOn"
  from requests.application
  join organization.unit on unit.id = application.unit_id
  left join organization.unit section on section.id = application.section_id
  left join access.account handler on handler.id = application.handler_id`

async function several(tx: Tx, rest: RawBuilder<unknown>): Promise<Application[]> {
  const { rows } = await sql<Application>`${selected} ${rest}`.execute(tx)
  return rows
}

async function one(tx: Tx, rest: RawBuilder<unknown>): Promise<Application | undefined> {
  return (await several(tx, rest))[0]
}

/** The application where `reach` covers it; elsewhere it does not exist. */
export const applicationWithin = (tx: Tx, reach: Reach, id: string): Promise<Application | undefined> =>
  one(tx, sql`where application.id = ${id}::uuid and ${within(reach)}`)

/** In the order of ids. */
export const applicationsWithin = (tx: Tx, reach: Reach, ids: readonly string[]): Promise<Application[]> =>
  several(tx, sql`where application.id = any(${[...ids]}::uuid[]) and ${within(reach)} order by application.id`)

export const lockApplication = (tx: Tx, reach: Reach, id: string): Promise<Application | undefined> =>
  one(tx, sql`where application.id = ${id}::uuid and ${within(reach)} for update of application`)

/** By its number, within one unit, with the number of the one that it is handled with itself; held until the transaction ends. */
export async function leadByNumber(tx: Tx, reach: Reach, unitId: string, number: string): Promise<{ id: string; joinedTo: string | null } | undefined> {
  const { rows } = await sql<{ id: string; joinedTo: string | null }>`
    select application.id, lead.number as "joinedTo" from requests.application left join requests.application lead on lead.id = application.joined_to
    where application.number = ${number} and application.unit_id = ${unitId}::uuid and ${within(reach)} for update of application`.execute(tx)
  return rows[0]
}

export async function leadsOthers(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`select from requests.application where joined_to = ${id}::uuid limit 1`.execute(tx)
  return rows.length > 0
}

export const applicationById = (tx: Tx, id: string): Promise<Application | undefined> => one(tx, sql`where application.id = ${id}::uuid`)

export interface StepRow extends TakenStep {
  readonly from: State
  readonly to: State
  readonly article: string
  readonly byName: string
  readonly role: string
  readonly at: Date
}

interface StoredStep {
  readonly step: StepName
  readonly on: Day
  readonly input: StepInput
  readonly by: string | null
  readonly onBehalfOf: string | null
  readonly from: State
  readonly to: State
  readonly article: string
  readonly byName: string
  readonly role: string
  readonly at: Date
}

/** Every step in its order. */
export async function stepsOf(tx: Tx, id: string): Promise<StepRow[]> {
  const { rows } = await sql<StoredStep>`
    select step, entered_on as "on", input, by_account_id as "by", on_behalf_of as "onBehalfOf", from_state as "from", to_state as "to", article, by_name as "byName", role, at
    from requests.step_taken where application_id = ${id}::uuid order by ordinal`.execute(tx)
  return rows
}

/** Steps of several applications at once, for what counts them anew. */
export async function stepsOfMany(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly TakenStep[]>> {
  const { rows } = await sql<StoredStep & { id: string }>`
    select application_id as id, step, entered_on as "on", input, by_account_id as "by", on_behalf_of as "onBehalfOf"
    from requests.step_taken where application_id = any(${[...ids]}::uuid[]) order by application_id, ordinal`.execute(tx)
  return Map.groupBy(rows, ({ id }) => id)
}

export async function sealedIdentity(tx: Tx, id: string): Promise<Buffer | undefined> {
  const { rows } = await sql<{ sealed: Buffer }>`select sealed from requests.applicant_identity where application_id = ${id}::uuid`.execute(tx)
  return rows[0]?.sealed
}

export interface Look {
  readonly name: string
  readonly reason: string
  readonly at: Date
}

export async function looksAt(tx: Tx, id: string): Promise<Look[]> {
  const { rows } = await sql<Look>`
    select account_name as name, reason, at from requests.identity_look where application_id = ${id}::uuid order by id desc limit 100`.execute(tx)
  return rows
}
