// Corrections of records: one with its steps, its sealed parts and its letter; lists of them; those whose sealed parts are kept.
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { ApplicantKind } from '../law/applicants.ts'
import {
  recordStateNames,
  recordStates,
  type RecordChannel,
  type RecordFileKind,
  type RecordResult,
  type RecordState,
  type RecordStepName,
} from '../law/record-corrections.ts'
import type { RecordInput, TakenRecordStep } from '../rules/record-correction.ts'
import { within } from './reach.ts'

export interface RecordCase {
  readonly id: string
  readonly number: string
  readonly unitId: string
  readonly unitName: string
  readonly sectionId: string | null
  readonly sectionName: string | null
  readonly applicationId: string | null
  readonly applicationNumber: string | null
  readonly channel: RecordChannel
  readonly applicantKind: ApplicantKind
  readonly applicantName: string
  readonly subject: string
  readonly wrong: string
  readonly wanted: string
  readonly state: RecordState
  readonly steps: number
  readonly receivedOn: Day
  readonly result: RecordResult | null
  readonly concludedOn: Day | null
  readonly identityDeletedOn: Day | null
}

const selected = sql`
  select record.id, record.number, record.unit_id as "unitId", unit.name as "unitName", record.section_id as "sectionId", section.name as "sectionName",
    record.application_id as "applicationId", application.number as "applicationNumber", record.channel, record.applicant_kind as "applicantKind",
    record.applicant_name as "applicantName", record.subject, record.wrong, record.wanted, record.state, record.steps, record.received_on as "receivedOn",
    record.result, record.concluded_on as "concludedOn", record.identity_deleted_on as "identityDeletedOn"
  from requests.record_correction record join organization.unit on unit.id = record.unit_id
  left join organization.unit section on section.id = record.section_id
  left join requests.application on application.id = record.application_id`

async function one(tx: Tx, rest: RawBuilder<unknown>): Promise<RecordCase | undefined> {
  return (await sql<RecordCase>`${selected} ${rest}`.execute(tx)).rows[0]
}

/** The case where `reach` covers it; elsewhere it does not exist. */
export const recordWithin = (tx: Tx, reach: Reach, id: string): Promise<RecordCase | undefined> =>
  one(tx, sql`where record.id = ${id}::uuid and ${within(reach, 'record')}`)

/** Held until the transaction ends. */
export const lockRecord = (tx: Tx, reach: Reach, id: string): Promise<RecordCase | undefined> =>
  one(tx, sql`where record.id = ${id}::uuid and ${within(reach, 'record')} for update of record`)

export const recordById = (tx: Tx, id: string): Promise<RecordCase | undefined> => one(tx, sql`where record.id = ${id}::uuid`)

/** By number and query code; held until the transaction ends. */
export async function lockOwnRecord(tx: Tx, number: string, queryCodeHash: Uint8Array): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from requests.record_correction where number = ${number} and query_code_hash = ${queryCodeHash} for update`.execute(tx)
  return rows[0]?.id
}

export interface RecordStepRow extends TakenRecordStep {
  readonly recordId: string
  readonly byName: string
  readonly at: Date
}

/** Every step in its order. */
export async function recordStepsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly RecordStepRow[]>> {
  const { rows } = await sql<{
    recordId: string
    step: RecordStepName
    on: Day
    input: RecordInput
    by: string | null
    onBehalfOf: string | null
    byName: string
    at: Date
  }>`
    select record_id as "recordId", step, entered_on as "on", input, by_account_id as "by", on_behalf_of as "onBehalfOf", by_name as "byName", at
    from requests.record_step_taken where record_id = any(${[...ids]}::uuid[]) order by record_id, ordinal`.execute(tx)
  return Map.groupBy(rows, ({ recordId }) => recordId)
}

export async function sealedRecordIdentity(tx: Tx, id: string): Promise<Buffer | undefined> {
  const { rows } = await sql<{ sealed: Buffer }>`select sealed from requests.record_identity where record_id = ${id}::uuid`.execute(tx)
  return rows[0]?.sealed
}

export interface SealedRecordFile {
  readonly id: string
  readonly kind: RecordFileKind
  readonly name: string
  readonly mediaType: string
  readonly sealed: Buffer
}

/** The identity document before the evidence, each in the order in which they came. */
export async function sealedRecordFiles(tx: Tx, id: string): Promise<SealedRecordFile[]> {
  const { rows } = await sql<SealedRecordFile>`
    select id, kind, name, media_type as "mediaType", sealed from requests.record_file where record_id = ${id}::uuid order by kind desc, added_at, id`.execute(
    tx,
  )
  return rows
}

/** What there is, without its content. */
export async function recordFileNames(tx: Tx, id: string): Promise<{ kind: RecordFileKind; name: string; bytes: number }[]> {
  const { rows } = await sql<{ kind: RecordFileKind; name: string; bytes: number }>`
    select kind, name, bytes from requests.record_file where record_id = ${id}::uuid order by kind desc, added_at, id`.execute(tx)
  return rows
}

export async function recordLooks(tx: Tx, id: string): Promise<{ name: string; reason: string; at: Date }[]> {
  const { rows } = await sql<{ name: string; reason: string; at: Date }>`
    select account_name as name, reason, at from requests.record_look where record_id = ${id}::uuid order by id desc limit 100`.execute(tx)
  return rows
}

export interface RecordLetter {
  readonly id: string
  readonly recordId: string
  readonly unitName: string
  readonly number: string
  readonly addressee: string
  readonly body: string
  readonly contact: string
  readonly redHead: boolean
  readonly issuedOn: Day
  readonly issuedByName: string
}

export async function recordLettersOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, RecordLetter>> {
  const { rows } = await sql<RecordLetter>`
    select id, record_id as "recordId", unit_name as "unitName", number, addressee, body, contact, red_head as "redHead", issued_on as "issuedOn", issued_by_name as "issuedByName"
    from requests.record_letter where record_id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.recordId, row]))
}

export interface RecordToShow {
  readonly id: string
  readonly number: string
  readonly queryCodeHash: Buffer
  readonly unitName: string
  readonly subject: string
  readonly receivedOn: Day
}

export async function recordsToShow(tx: Tx, ids: readonly string[]): Promise<RecordToShow[]> {
  const { rows } = await sql<RecordToShow>`
    select record.id, record.number, record.query_code_hash as "queryCodeHash", unit.name as "unitName", record.subject, record.received_on as "receivedOn"
    from requests.record_correction record join organization.unit on unit.id = record.unit_id where record.id = any(${[...ids]}::uuid[])`.execute(tx)
  return rows
}

export interface RecordQuestion {
  readonly view: 'open' | 'closed' | 'all'
  readonly words: string
  readonly state?: RecordState | undefined
  readonly result?: RecordResult | undefined
  readonly unitId?: string | undefined
}

const openStates = recordStateNames.filter((name) => !recordStates[name].end)

const viewIs = (view: RecordQuestion['view']): RawBuilder<boolean> =>
  view === 'all' ? sql<boolean>`true` : view === 'open' ? sql<boolean>`record.state = any(${openStates})` : sql<boolean>`record.concluded_on is not null`

export async function recordCorrections(
  tx: Tx,
  ask: RecordQuestion,
  reach: Reach,
  page: { limit: number; offset: number },
): Promise<{ rows: RecordCase[]; total: number }> {
  const like = `%${ask.words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const where = sql<boolean>`${sql.join(
    [
      within(reach, 'record'),
      viewIs(ask.view),
      ...(ask.words === '' ? [] : [sql<boolean>`(record.number ilike ${like} or record.subject ilike ${like} or record.applicant_name ilike ${like})`]),
      ...(ask.state ? [sql<boolean>`record.state = ${ask.state}`] : []),
      ...(ask.result ? [sql<boolean>`record.result = ${ask.result}`] : []),
      ...(ask.unitId ? [sql<boolean>`record.unit_id = ${ask.unitId}::uuid`] : []),
    ],
    sql` and `,
  )}` // prettier-ignore
  const { rows } = await sql<RecordCase>`
    ${selected} where ${where} order by record.received_on desc, record.id limit ${page.limit} offset ${page.offset}`.execute(tx)
  const total = await sql<{ count: number }>`select count(*) as count from requests.record_correction record where ${where}`.execute(tx)
  return { rows, total: total.rows[0]?.count ?? 0 }
}

export async function recordCounts(tx: Tx, reach: Reach): Promise<{ open: number }> {
  const { rows } = await sql<{ open: number }>`
    select count(*) as open from requests.record_correction record where ${within(reach, 'record')} and ${viewIs('open')}`.execute(tx)
  return rows[0] ?? { open: 0 }
}

/** Cases that came upon an application, where `reach` covers them, the newest first. */
export async function recordsUpon(tx: Tx, reach: Reach, applicationId: string): Promise<RecordCase[]> {
  const { rows } = await sql<RecordCase>`
    ${selected} where record.application_id = ${applicationId}::uuid and ${within(reach, 'record')} order by record.received_on desc, record.id limit 100`.execute(
    tx,
  )
  return rows
}

/** A piece, in the order of ids, of ended cases whose sealed parts are kept. */
export async function keptRecords(
  tx: Tx,
  { after, endedBefore, limit }: { after: string; endedBefore: Day; limit: number },
): Promise<{ id: string; concludedOn: Day }[]> {
  const { rows } = await sql<{ id: string; concludedOn: Day }>`
    select id, concluded_on as "concludedOn" from requests.record_correction
    where id > ${after}::uuid and concluded_on < ${endedBefore}::date and identity_deleted_on is null order by id limit ${limit} for update skip locked`.execute(
    tx,
  )
  return rows
}
