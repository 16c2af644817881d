// What the worker needs for the citizen's own side: the proof of identity, the application behind number and code, what is to be shown.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

export interface SealedProof {
  readonly mediaType: string
  readonly sealed: Buffer
}

export async function sealedProof(tx: Tx, applicationId: string): Promise<SealedProof | undefined> {
  const { rows } = await sql<SealedProof>`
    select media_type as "mediaType", sealed from requests.identity_proof where application_id = ${applicationId}::uuid`.execute(tx)
  return rows[0]
}

export interface ShownApplication {
  readonly id: string
  readonly number: string
  readonly queryCodeHash: Buffer
  readonly unitName: string
  readonly subject: string
  readonly arrivedOn: Day
}

const shown = sql`
  select application.id, application.number, application.query_code_hash as "queryCodeHash", unit.name as "unitName", application.subject,
    application.arrived_on as "arrivedOn"
  from requests.application join organization.unit on unit.id = application.unit_id`

export async function applicationsToShow(tx: Tx, ids: readonly string[]): Promise<ShownApplication[]> {
  return (await sql<ShownApplication>`${shown} where application.id = any(${[...ids]}::uuid[])`.execute(tx)).rows
}

/** Of the unit, under this number, by somebody of this name. */
export async function ownApplication(tx: Tx, { unitId, number, name }: { unitId: string; number: string; name: string }): Promise<string | undefined> {
  if (number === '') return undefined
  const { rows } = await sql<{ id: string }>`
    select id from requests.application where number = ${number} and unit_id = ${unitId}::uuid and applicant_name = ${name.trim()}`.execute(tx)
  return rows[0]?.id
}

/** Held until the transaction ends. */
export async function lockByNumber(tx: Tx, number: string, queryCodeHash: Uint8Array): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from requests.application where number = ${number} and query_code_hash = ${queryCodeHash} for update`.execute(tx)
  return rows[0]?.id
}
