// The only writer of applications, their sealed identities and their steps.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { applicantMails } from '../law/applicant-mails.ts'
import type { ApplicantKind, Delivery, WishedForm } from '../law/applicants.ts'
import type { ChannelName } from '../law/channels.ts'
import type { State } from '../law/states.ts'
import type { StepName } from '../law/steps.ts'
import type { StepInput } from '../rules/facts.ts'
import type { Cached } from '../rules/cached.ts'

export interface NewApplication {
  readonly id: string
  /** Where the applicant was told one already. */
  readonly number?: string
  readonly queryCodeHash: Uint8Array
  readonly unitId: string
  readonly sectionId: string | null
  readonly channel: ChannelName
  readonly applicantKind: ApplicantKind
  readonly applicantName: string
  readonly subject: string
  readonly description: string
  readonly wishedForm: WishedForm
  readonly delivery: Delivery
  readonly needsHelp: boolean
  readonly enteredBy: string | null
  readonly at: Date
  readonly arrivedOn: Day
  readonly cached: Cached
  /** What it was parted from. */
  readonly splitFrom?: { readonly id: string } | undefined
}

/** The number that the office and the applicant name it by: `SQ2026-000123`. */
export async function insertApplication(tx: Tx, one: NewApplication): Promise<string> {
  const { cached } = one
  const { rows } = await sql<{ number: string }>`
    insert into requests.application (id, number, query_code_hash, unit_id, section_id, channel, applicant_kind, applicant_name, subject, description,
      wished_form, delivery, needs_help, entered_by, entered_at, state, steps, arrived_on, received_on, due_on, awaited_until, calendar_version, provisional, changed_at, split_from)
    values (${one.id}, coalesce(${one.number ?? null}, 'SQ' || ${one.arrivedOn.slice(0, 4)} || '-' || lpad(nextval('requests.application_number')::text, 6, '0')), ${one.queryCodeHash},
      ${one.unitId}, ${one.sectionId}, ${one.channel}, ${one.applicantKind}, ${one.applicantName}, ${one.subject}, ${one.description},
      ${one.wishedForm}, ${one.delivery}, ${one.needsHelp}, ${one.enteredBy}, ${one.at}, ${cached.state}, 1, ${one.arrivedOn}, ${cached.receivedOn}, ${cached.dueOn},
      ${cached.awaitedUntil}, ${cached.calendarVersion}, ${cached.provisional}, ${one.at}, ${one.splitFrom?.id ?? null})
    returning number`.execute(tx)
  return rows[0]?.number ?? ''
}

export async function saveIdentity(tx: Tx, applicationId: string, sealed: Uint8Array): Promise<void> {
  await sql`insert into requests.applicant_identity (application_id, sealed) values (${applicationId}, ${sealed})`.execute(tx)
}

export async function changeIdentity(tx: Tx, applicationId: string, sealed: Uint8Array): Promise<void> {
  await sql`update requests.applicant_identity set sealed = ${sealed} where application_id = ${applicationId}`.execute(tx)
}

export interface StepRecord {
  readonly applicationId: string
  readonly ordinal: number
  readonly unitId: string
  readonly step: StepName
  readonly from: State
  readonly to: State
  readonly article: string
  readonly on: Day
  readonly input: StepInput
  readonly byAccountId: string | null
  readonly byName: string
  readonly role: string
  readonly onBehalfOf: string | null
  readonly at: Date
}

/** With it, in one transaction, that the applicant is to be told, where the step is one of those. */
export async function recordStep(tx: Tx, one: StepRecord): Promise<void> {
  await sql`
    insert into requests.step_taken (application_id, ordinal, unit_id, step, from_state, to_state, article, entered_on, input, by_account_id, by_name, role, on_behalf_of, at)
    values (${one.applicationId}, ${one.ordinal}, ${one.unitId}, ${one.step}, ${one.from}, ${one.to}, ${one.article}, ${one.on}, ${JSON.stringify(one.input)}::jsonb,
      ${one.byAccountId}, ${one.byName}, ${one.role}, ${one.onBehalfOf}, ${one.at})`.execute(tx)
  if (applicantMails[one.step])
    await sql`insert into requests.to_tell (application_id, ordinal, at) values (${one.applicationId}, ${one.ordinal}, ${one.at})`.execute(tx)
}

/** What the steps come to now; a day that moved is reminded of anew. */
export async function saveCached(tx: Tx, applicationId: string, { steps, at, cached }: { steps: number; at: Date; cached: Cached }): Promise<void> {
  await sql`
    update requests.application set state = ${cached.state}, steps = ${steps}, received_on = ${cached.receivedOn},
      reminded = case when due_on is distinct from ${cached.dueOn}::date then 0 else reminded end,
      reminded_internal = case when due_on is distinct from ${cached.dueOn}::date then 0 else reminded_internal end,
      due_on = ${cached.dueOn}, awaited_until = ${cached.awaitedUntil}, calendar_version = ${cached.calendarVersion}, provisional = ${cached.provisional},
      extended = ${cached.extended}, outcome = ${cached.outcome}, concluded_on = ${cached.concludedOn}, changed_at = ${at}
    where id = ${applicationId}`.execute(tx)
}

export async function assign(tx: Tx, applicationId: string, to: { readonly sectionId: string | null; readonly accountId: string | null }): Promise<void> {
  await sql`update requests.application set section_id = ${to.sectionId}, handler_id = ${to.accountId} where id = ${applicationId}`.execute(tx)
}

export async function join(tx: Tx, applicationId: string, leadId: string | null): Promise<void> {
  await sql`update requests.application set joined_to = ${leadId} where id = ${applicationId}`.execute(tx)
}

export async function recordLook(tx: Tx, look: { applicationId: string; accountId: string; name: string; reason: string; at: Date }): Promise<void> {
  await sql`
    insert into requests.identity_look (application_id, account_id, account_name, reason, at)
    values (${look.applicationId}, ${look.accountId}, ${look.name}, ${look.reason}, ${look.at})`.execute(tx)
}

/** Identity and copy of its proof; the application tells since when they are gone. */
export async function deleteIdentities(tx: Tx, ids: readonly string[], on: Day): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from requests.identity_proof where application_id = any(${[...ids]}::uuid[])`.execute(tx)
  await sql`delete from requests.applicant_identity where application_id = any(${[...ids]}::uuid[])`.execute(tx)
  await sql`update requests.application set identity_deleted_on = ${on} where id = any(${[...ids]}::uuid[])`.execute(tx)
}

export async function markReminded(tx: Tx, ids: readonly string[], stage: number): Promise<void> {
  await sql`update requests.application set reminded = ${stage} where id = any(${[...ids]}::uuid[])`.execute(tx)
}

/** Days counted anew by another calendar; nothing else happened. */
export async function recountTerm(tx: Tx, applicationId: string, { dueOn, awaitedUntil, calendarVersion, provisional }: Cached): Promise<void> {
  await sql`
    update requests.application set due_on = ${dueOn}, awaited_until = ${awaitedUntil}, calendar_version = ${calendarVersion}, provisional = ${provisional},
      reminded = case when due_on is distinct from ${dueOn}::date then 0 else reminded end,
      reminded_internal = case when due_on is distinct from ${dueOn}::date then 0 else reminded_internal end
    where id = ${applicationId}`.execute(tx)
}
