// Letters of an application with how each was served, and the letterhead and wording of a unit.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { LetterKind } from '../law/letters.ts'
import type { ServedLetter } from '../rules/applicant-view.ts'
import type { ServiceWayName } from '../law/service.ts'

export interface Letter {
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
  readonly issuedByName: string
  /** A newer version took its place. */
  readonly replaced: boolean
  readonly way: ServiceWayName | null
  readonly servedOn: Day | null
  readonly receivedOn: Day | null
  readonly proof: string | null
  readonly recordedByName: string | null
}

const found = async (tx: Tx, where: RawBuilder<unknown>): Promise<Letter[]> => {
  const { rows } = await sql<Letter>`
    select letter.id, letter.application_id as "applicationId", letter.unit_id as "unitId", letter.unit_name as "unitName", letter.kind, letter.about, letter.version,
      letter.number, letter.addressee, letter.body, letter.remedy, letter.contact, letter.red_head as "redHead", letter.issued_on as "issuedOn",
      letter.issued_by_name as "issuedByName",
      exists (select from requests.letter newer where newer.application_id = letter.application_id and newer.kind = letter.kind
        and newer.about = letter.about and newer.version > letter.version) as replaced,
      service.way, service.served_on as "servedOn", service.received_on as "receivedOn", service.proof, service.recorded_by_name as "recordedByName"
    from requests.letter left join requests.letter_service service on service.letter_id = letter.id
    where ${where} order by letter.issued_at desc, letter.version desc, letter.id limit 200`.execute(tx)
  return rows
}

/** Newest first. */
export const lettersOf = (tx: Tx, applicationId: string): Promise<Letter[]> => found(tx, sql`letter.application_id = ${applicationId}::uuid`)

export const letterOf = async (tx: Tx, applicationId: string, letterId: string): Promise<Letter | undefined> =>
  (await found(tx, sql`letter.application_id = ${applicationId}::uuid and letter.id = ${letterId}::uuid`))[0]

/** What was served of several applications, newest first. */
export async function servedLettersOf(tx: Tx, applicationIds: readonly string[]): Promise<ReadonlyMap<string, readonly ServedLetter[]>> {
  const { rows } = await sql<ServedLetter & { applicationId: string }>`
    select letter.id, letter.application_id as "applicationId", letter.unit_name as "unitName", letter.kind, letter.number, letter.addressee, letter.body, letter.remedy,
      letter.contact, letter.issued_on as "issuedOn", service.way, service.served_on as "servedOn",
      exists (select from requests.letter newer where newer.application_id = letter.application_id and newer.kind = letter.kind
        and newer.about = letter.about and newer.version > letter.version) as replaced
    from requests.letter join requests.letter_service service on service.letter_id = letter.id
    where letter.application_id = any(${[...applicationIds]}::uuid[]) order by letter.issued_at desc, letter.version desc, letter.id`.execute(tx)
  return Map.groupBy(rows, ({ applicationId }) => applicationId)
}

/** Another application's letter of the unit bears this number. */
export async function numberIsTaken(tx: Tx, unitId: string, number: string, applicationId: string): Promise<boolean> {
  const { rows } = await sql`
    select from requests.letter where unit_id = ${unitId}::uuid and number = ${number} and application_id <> ${applicationId}::uuid limit 1`.execute(tx)
  return rows.length > 0
}

export interface Letterhead {
  readonly code: string
  readonly redHead: boolean
  readonly reviewChannel: string
}

export async function letterheadOf(tx: Tx, unitId: string): Promise<Letterhead | undefined> {
  const { rows } = await sql<Letterhead>`
    select code, red_head as "redHead", review_channel as "reviewChannel" from requests.letterhead where unit_id = ${unitId}::uuid`.execute(tx)
  return rows[0]
}

export interface Wording {
  readonly kind: LetterKind
  readonly text: string
  readonly setByName: string
  readonly setAt: Date
}

/** The unit's own texts; kinds with the starting text are not among them. */
export async function wordingsOf(tx: Tx, unitId: string): Promise<Wording[]> {
  const { rows } = await sql<Wording>`
    select distinct on (kind) kind, text, set_by_name as "setByName", set_at as "setAt"
    from requests.letter_wording where unit_id = ${unitId}::uuid order by kind, id desc`.execute(tx)
  return rows.filter(({ text }) => text !== '')
}
