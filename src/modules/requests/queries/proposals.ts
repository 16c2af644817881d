// Which answers are proposed to become public, and what became of each.
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { ProposalState, ProposalStep } from '../law/making-public.ts'
import type { OutcomeName } from '../law/outcomes.ts'
import type { ProposalView } from '../law/proposal-views.ts'
import { within } from './reach.ts'

export interface Proposal {
  readonly applicationId: string
  readonly number: string
  readonly subject: string
  readonly unitId: string
  readonly unitName: string
  readonly sectionId: string | null
  readonly state: ProposalState
  readonly grantedOn: Day | null
  readonly alike: number
  readonly suggested: string
  readonly raisedAt: Date
  readonly documentId: string | null
  /** The newest text of the document, and whether the public reads it. */
  readonly editionId: string | null
  readonly editionState: string | null
  readonly published: boolean
  readonly entryId: string | null
  readonly entryName: string | null
  readonly wishedField: string
  readonly wishedName: string
  readonly decidedByName: string | null
  readonly decidedAt: Date | null
  readonly reason: string | null
}

const selected = sql`
  select proposal.application_id as "applicationId", application.number, application.subject, proposal.unit_id as "unitId", unit.name as "unitName",
    application.section_id as "sectionId", proposal.state, proposal.granted_on as "grantedOn", proposal.alike, proposal.suggested, proposal.raised_at as "raisedAt",
    proposal.document_id as "documentId", newest.id as "editionId", newest.state as "editionState",
    exists (select from publication.document shown where shown.id = proposal.document_id) as published,
    proposal.entry_id as "entryId", concat_ws(' / ', nullif(entry.item1, ''), nullif(entry.item2, ''), nullif(entry.item3, '')) as "entryName",
    proposal.wished_field as "wishedField", proposal.wished_name as "wishedName", last.by_name as "decidedByName", last.at as "decidedAt", last.reason
  from requests.proposal join requests.application on application.id = proposal.application_id
    join organization.unit on unit.id = proposal.unit_id
    left join catalogue.entry_version entry on entry.entry_id = proposal.entry_id and entry.ends_on is null
    left join lateral (select id, state from disclosure.edition where document_id = proposal.document_id order by number desc limit 1) newest on true
    left join lateral (select by_name, at, reason from requests.proposal_step_taken taken
      where taken.application_id = proposal.application_id and taken.step in ('accept', 'decline') order by ordinal desc limit 1) last on true`

const awaitsEntry = sql`(proposal.state = 'accepted' and proposal.entry_id is null and proposal.wished_name <> '')`

const inView = (view: ProposalView): RawBuilder<unknown> => {
  if (view === 'all') return sql`true`
  return view === 'entry' ? awaitsEntry : sql`proposal.state = ${view}`
}

export interface ProposalQuestion {
  readonly view: ProposalView
  readonly words: string
  readonly unitId?: string | undefined
}

export async function proposals(
  tx: Tx,
  reach: Reach,
  { view, words, unitId }: ProposalQuestion,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: Proposal[]; total: number }> {
  const like = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const where = sql`${inView(view)} and ${within(reach)} and (${unitId ?? null}::uuid is null or proposal.unit_id = ${unitId ?? null}::uuid)
    and (${words} = '' or application.number like ${like} or application.subject like ${like})`
  const { rows } = await sql<Proposal>`
    ${selected} where ${where} order by proposal.raised_at desc, proposal.application_id limit ${page.limit} offset ${page.offset}`.execute(tx)
  const total = await sql<{ count: number }>`
    select count(*) as count from requests.proposal join requests.application on application.id = proposal.application_id where ${where}`.execute(tx)
  return { rows, total: total.rows[0]?.count ?? 0 }
}

export type ProposalCounts = Readonly<Record<Exclude<ProposalView, 'all'>, number>>

export async function proposalCounts(tx: Tx, reach: Reach): Promise<ProposalCounts> {
  const { rows } = await sql<ProposalCounts>`
    select count(*) filter (where proposal.state = 'open') as open, count(*) filter (where proposal.state = 'accepted') as accepted,
      count(*) filter (where proposal.state = 'declined') as declined, count(*) filter (where ${awaitsEntry}) as entry
    from requests.proposal join requests.application on application.id = proposal.application_id where ${within(reach)}`.execute(tx)
  return rows[0] ?? { open: 0, accepted: 0, declined: 0, entry: 0 }
}

export async function proposalOf(tx: Tx, reach: Reach, applicationId: string): Promise<Proposal | undefined> {
  const { rows } = await sql<Proposal>`${selected} where proposal.application_id = ${applicationId}::uuid and ${within(reach)}`.execute(tx)
  return rows[0]
}

/** Held until the transaction ends, so that it is decided once. */
export async function lockProposal(tx: Tx, reach: Reach, applicationId: string): Promise<Proposal | undefined> {
  await sql`select from requests.proposal where application_id = ${applicationId}::uuid for update`.execute(tx)
  return proposalOf(tx, reach, applicationId)
}

export interface ProposalHappening {
  readonly step: ProposalStep
  readonly reason: string
  readonly byName: string
  readonly at: Date
}

export async function proposalSteps(tx: Tx, applicationId: string): Promise<ProposalHappening[]> {
  const { rows } = await sql<ProposalHappening>`
    select step, reason, by_name as "byName", at from requests.proposal_step_taken where application_id = ${applicationId}::uuid order by ordinal`.execute(tx)
  return rows
}

export interface ToConsider {
  readonly id: string
  readonly number: string
  readonly unitId: string
  readonly sectionId: string | null
  readonly handlerId: string | null
  readonly subject: string
  readonly description: string
  readonly applicantName: string
  readonly arrivedOn: Day
  readonly outcome: OutcomeName | null
  readonly concludedOn: Day | null
  readonly proposed: boolean
}

/** What moved since it was last asked whether it proposes anything. */
export async function toConsider(tx: Tx, limit: number): Promise<ToConsider[]> {
  const { rows } = await sql<ToConsider>`
    select id, number, unit_id as "unitId", section_id as "sectionId", handler_id as "handlerId", subject, description, applicant_name as "applicantName",
      arrived_on as "arrivedOn", outcome, concluded_on as "concludedOn",
      exists (select from requests.proposal where proposal.application_id = application.id) as proposed
    from requests.application where steps > considered order by id limit ${limit} for update skip locked`.execute(tx)
  return rows
}

/** Whether one of these has been proposed already: then the like of it is not proposed anew. */
export async function anyProposed(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const { rows } = await sql`select from requests.proposal where application_id = any(${[...ids]}::uuid[]) limit 1`.execute(tx)
  return rows.length > 0
}
