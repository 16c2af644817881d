// The only writer of letters, their numbers, their service, and what a unit set for them.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { LetterKind, NumberedKind } from '../law/letters.ts'
import type { ServiceWayName } from '../law/service.ts'

/** The next number of the kind in the year; held to the end of the transaction, so that none is lost or given twice. */
export async function nextSerial(tx: Tx, unitId: string, year: number, kind: NumberedKind): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into requests.letter_count as counted (unit_id, year, kind, last) values (${unitId}, ${year}, ${kind}, 1)
    on conflict (unit_id, year, kind) do update set last = counted.last + 1 returning last`.execute(tx)
  return rows[0]?.last ?? 1
}

export interface NewLetter {
  readonly id: string
  readonly applicationId: string
  readonly unitId: string
  readonly unitName: string
  readonly kind: LetterKind
  readonly about: number
  readonly version: number
  readonly number: string
  readonly addressee: string
  readonly body: string
  readonly remedy: string | null
  readonly contact: string
  readonly redHead: boolean
  readonly issuedOn: Day
  readonly issuedBy: string
  readonly issuedByName: string
  readonly at: Date
}

export async function insertLetter(tx: Tx, one: NewLetter): Promise<void> {
  await sql`
    insert into requests.letter (id, application_id, unit_id, unit_name, kind, about, version, number, addressee, body, remedy, contact, red_head,
      issued_on, issued_by, issued_by_name, issued_at)
    values (${one.id}, ${one.applicationId}, ${one.unitId}, ${one.unitName}, ${one.kind}, ${one.about}, ${one.version}, ${one.number}, ${one.addressee},
      ${one.body}, ${one.remedy}, ${one.contact}, ${one.redHead}, ${one.issuedOn}, ${one.issuedBy}, ${one.issuedByName}, ${one.at})`.execute(tx)
}

export interface Service {
  readonly letterId: string
  readonly way: ServiceWayName
  readonly servedOn: Day
  readonly receivedOn: Day | null
  readonly proof: string
  readonly recordedBy: string
  readonly recordedByName: string
  readonly at: Date
}

export async function insertService(tx: Tx, one: Service): Promise<void> {
  await sql`
    insert into requests.letter_service (letter_id, way, served_on, received_on, proof, recorded_by, recorded_by_name, recorded_at)
    values (${one.letterId}, ${one.way}, ${one.servedOn}, ${one.receivedOn}, ${one.proof}, ${one.recordedBy}, ${one.recordedByName}, ${one.at})`.execute(tx)
}

/** The day of arrival of what was posted, once it is known. */
export async function fillArrival(tx: Tx, letterId: string, receivedOn: Day): Promise<void> {
  await sql`update requests.letter_service set received_on = ${receivedOn} where letter_id = ${letterId} and received_on is null`.execute(tx)
}

export interface HeadSetting {
  readonly unitId: string
  readonly code: string
  readonly redHead: boolean
  readonly reviewChannel: string
  readonly by: string
  readonly at: Date
}

export async function saveLetterhead(tx: Tx, one: HeadSetting): Promise<void> {
  await sql`
    insert into requests.letterhead (unit_id, code, red_head, review_channel, set_by, set_at)
    values (${one.unitId}, ${one.code}, ${one.redHead}, ${one.reviewChannel}, ${one.by}, ${one.at})
    on conflict (unit_id) do update set code = excluded.code, red_head = excluded.red_head, review_channel = excluded.review_channel,
      set_by = excluded.set_by, set_at = excluded.set_at`.execute(tx)
}

export interface WordingSetting {
  readonly unitId: string
  readonly kind: LetterKind
  readonly text: string
  readonly by: string
  readonly byName: string
  readonly at: Date
}

export async function addWording(tx: Tx, one: WordingSetting): Promise<void> {
  await sql`
    insert into requests.letter_wording (unit_id, kind, text, set_by, set_by_name, set_at)
    values (${one.unitId}, ${one.kind}, ${one.text}, ${one.by}, ${one.byName}, ${one.at})`.execute(tx)
}
