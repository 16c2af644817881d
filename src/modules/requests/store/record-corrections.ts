// The only writer of corrections of records: the case, what is sealed about the person, the letter, and what they are shown.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { ApplicantKind } from '../law/applicants.ts'
import { recordNumberMark, type RecordChannel, type RecordFileKind } from '../law/record-corrections.ts'
import type { RecordFacts } from '../rules/record-correction.ts'

export interface NewRecordCase {
  readonly id: string
  /** Where the person was told one already. */
  readonly number?: string | undefined
  readonly queryCodeHash: Uint8Array
  readonly unitId: string
  readonly applicationId: string | null
  readonly channel: RecordChannel
  readonly applicantKind: ApplicantKind
  readonly applicantName: string
  readonly subject: string
  readonly wrong: string
  readonly wanted: string
  readonly enteredBy: string | null
  readonly at: Date
  readonly receivedOn: Day
  readonly facts: RecordFacts
}

/** The number that office and person name it by: `GZ2026-000012`. */
export async function insertRecordCase(tx: Tx, one: NewRecordCase): Promise<string> {
  const { rows } = await sql<{ number: string }>`
    insert into requests.record_correction (id, number, query_code_hash, unit_id, application_id, channel, applicant_kind, applicant_name, subject, wrong, wanted,
      entered_by, entered_at, state, steps, received_on, changed_at)
    values (${one.id}, coalesce(${one.number ?? null}, ${recordNumberMark} || ${one.receivedOn.slice(0, 4)} || '-' || lpad(nextval('requests.record_number')::text, 6, '0')), ${one.queryCodeHash},
      ${one.unitId}, ${one.applicationId}, ${one.channel}, ${one.applicantKind}, ${one.applicantName}, ${one.subject}, ${one.wrong}, ${one.wanted},
      ${one.enteredBy}, ${one.at}, ${one.facts.state}, 1, ${one.receivedOn}, ${one.at})
    returning number`.execute(tx)
  return rows[0]?.number ?? ''
}

/** What the steps come to now. */
export async function saveRecordCase(tx: Tx, id: string, { steps, at, facts }: { steps: number; at: Date; facts: RecordFacts }): Promise<void> {
  await sql`
    update requests.record_correction set state = ${facts.state}, steps = ${steps}, result = ${facts.result}, concluded_on = ${facts.concludedOn}, changed_at = ${at}
    where id = ${id}`.execute(tx)
}

export async function assignRecordCase(tx: Tx, id: string, sectionId: string): Promise<void> {
  await sql`update requests.record_correction set section_id = ${sectionId} where id = ${id}`.execute(tx)
}

export async function saveRecordIdentity(tx: Tx, recordId: string, sealed: Uint8Array): Promise<void> {
  await sql`insert into requests.record_identity (record_id, sealed) values (${recordId}, ${sealed})`.execute(tx)
}

export interface NewRecordFile {
  readonly id: string
  readonly recordId: string
  readonly kind: RecordFileKind
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly sealed: Uint8Array
  readonly at: Date
}

export async function insertRecordFile(tx: Tx, one: NewRecordFile): Promise<void> {
  await sql`
    insert into requests.record_file (id, record_id, kind, name, media_type, bytes, sealed, added_at)
    values (${one.id}, ${one.recordId}, ${one.kind}, ${one.name}, ${one.mediaType}, ${one.bytes}, ${one.sealed}, ${one.at})`.execute(tx)
}

export async function recordRecordLook(tx: Tx, look: { recordId: string; accountId: string; name: string; reason: string; at: Date }): Promise<void> {
  await sql`
    insert into requests.record_look (record_id, account_id, account_name, reason, at)
    values (${look.recordId}, ${look.accountId}, ${look.name}, ${look.reason}, ${look.at})`.execute(tx)
}

/** Everything that was sealed; the case tells since when it is gone. */
export async function deleteRecordSecrets(tx: Tx, ids: readonly string[], on: Day): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from requests.record_file where record_id = any(${[...ids]}::uuid[])`.execute(tx)
  await sql`delete from requests.record_identity where record_id = any(${[...ids]}::uuid[])`.execute(tx)
  await sql`update requests.record_correction set identity_deleted_on = ${on} where id = any(${[...ids]}::uuid[])`.execute(tx)
}

export interface NewRecordLetter {
  readonly id: string
  readonly recordId: string
  readonly unitId: string
  readonly unitName: string
  readonly number: string
  readonly addressee: string
  readonly body: string
  readonly contact: string
  readonly redHead: boolean
  readonly issuedOn: Day
  readonly issuedBy: string
  readonly issuedByName: string
  readonly at: Date
}

export async function insertRecordLetter(tx: Tx, one: NewRecordLetter): Promise<void> {
  await sql`
    insert into requests.record_letter (id, record_id, unit_id, unit_name, number, addressee, body, contact, red_head, issued_on, issued_by, issued_by_name, issued_at)
    values (${one.id}, ${one.recordId}, ${one.unitId}, ${one.unitName}, ${one.number}, ${one.addressee}, ${one.body}, ${one.contact}, ${one.redHead},
      ${one.issuedOn}, ${one.issuedBy}, ${one.issuedByName}, ${one.at})`.execute(tx)
}

/** Takes some cases whose person must be shown something new; what another worker holds is passed over. */
export async function takeRecordsToShow(tx: Tx, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from requests.record_to_show where record_id in (select record_id from requests.record_to_show limit ${most} for update skip locked)
    returning record_id as id`.execute(tx)
  return rows.map(({ id }) => id)
}
