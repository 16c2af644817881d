// The citizen's own side: what the portal puts in and asks by key, what the worker keeps for it.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { ApplicantView } from '../rules/applicant-view.ts'

/** Undefined until the worker of the installation has started once. */
export async function keyToSealWith(tx: Tx): Promise<Buffer | undefined> {
  const { rows } = await sql<{ key: Buffer | null }>`select intake.key_to_seal_with() as key`.execute(tx)
  return rows[0]?.key ?? undefined
}

/** Whether there is a gateway for text messages. */
export async function tellsByText(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ tells: boolean }>`select intake.tells_by_text() as tells`.execute(tx)
  return rows[0]?.tells ?? false
}

export async function saveSealingKey(tx: Tx, publicKey: Uint8Array): Promise<void> {
  await sql`
    insert into intake.sealing_key (public_key) values (${publicKey})
    on conflict (only_row) do update set public_key = excluded.public_key`.execute(tx)
}

/** The number of this sending; the same however often it is asked. */
export async function numberOfApplication(tx: Tx, id: string, year: number): Promise<string> {
  const { rows } = await sql<{ number: string }>`select intake.number_of_application(${id}::uuid, ${year}::int) as number`.execute(tx)
  return rows[0]?.number ?? ''
}

export async function numberOfRecord(tx: Tx, id: string, year: number): Promise<string> {
  const { rows } = await sql<{ number: string }>`select intake.number_of_record_correction(${id}::uuid, ${year}::int) as number`.execute(tx)
  return rows[0]?.number ?? ''
}

/** What the applicant sees; undefined where number and code do not belong together. */
export async function viewOfApplicant(tx: Tx, key: Uint8Array): Promise<ApplicantView | undefined> {
  const { rows } = await sql<{
    body: (Omit<ApplicantView, 'files'> & Partial<Pick<ApplicantView, 'files'>>) | null
  }>`select intake.view_of_applicant(${key}) as body`.execute(tx)
  const body = rows[0]?.body
  // a view that was kept before there were files names none
  return body ? { ...body, files: body.files ?? [] } : undefined
}

export interface InboxLetter {
  readonly id: string
  readonly kind: string
  readonly sealed: Uint8Array
  readonly receivedAt: Date
}

/** A letter that waits there already is not put in again: the login of the portal cannot even see it. */
export async function putLetterInInbox(tx: Tx, { id, kind, sealed, receivedAt }: InboxLetter): Promise<void> {
  const body = JSON.stringify({ sealed: Buffer.from(sealed).toString('base64') })
  await sql`insert into intake.inbox (id, kind, body, received_at) values (${id}, ${kind}, ${body}::jsonb, ${receivedAt}) on conflict do nothing`.execute(tx)
}

export async function saveProof(tx: Tx, applicationId: string, proof: { mediaType: string; bytes: number; sealed: Uint8Array }): Promise<void> {
  await sql`
    insert into requests.identity_proof (application_id, media_type, bytes, sealed)
    values (${applicationId}, ${proof.mediaType}, ${proof.bytes}, ${proof.sealed})`.execute(tx)
}

/** Takes some applications whose applicants must be shown something new; what another worker holds is passed over. */
export async function takeToShow(tx: Tx, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from requests.to_show where application_id in (select application_id from requests.to_show limit ${most} for update skip locked)
    returning application_id as id`.execute(tx)
  return rows.map(({ id }) => id)
}

export interface ToTell {
  readonly id: string
  readonly ordinal: number
  readonly at: Date
}

/** Takes some steps that applicants are to be told of, the oldest first; what another worker holds is passed over. */
export async function takeToTell(tx: Tx, most: number): Promise<ToTell[]> {
  const { rows } = await sql<ToTell>`
    delete from requests.to_tell where (application_id, ordinal) in (
      select application_id, ordinal from requests.to_tell order by at, application_id, ordinal limit ${most} for update skip locked)
    returning application_id as id, ordinal, at`.execute(tx)
  return rows.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.ordinal - b.ordinal)
}

export interface KeptView {
  readonly applicationId: string
  readonly key: Uint8Array
  readonly body: ApplicantView
}

export async function saveViews(tx: Tx, views: readonly KeptView[]): Promise<void> {
  if (views.length === 0) return
  await sql`
    insert into intake.applicant_view (key, application_id, body)
    values ${sql.join(views.map(({ key, applicationId, body }) => sql`(${key}, ${applicationId}::uuid, ${JSON.stringify(body)}::jsonb)`))}
    on conflict (application_id) do update set key = excluded.key, body = excluded.body`.execute(tx)
}
