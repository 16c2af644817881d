// Writes what editions were made from, what was offered, and what units say of their receiving office.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import type { Particulars } from '../rules/facts.ts'
import type { GuidePart } from '../rules/write-guide.ts'

export interface Making {
  readonly editionId: string
  readonly documentId: string
  readonly unitId: string
  readonly fingerprint: string
  readonly parts: readonly GuidePart[]
  readonly version: number
  readonly at: Date
}

export async function saveMaking(tx: Tx, { editionId, documentId, unitId, fingerprint, parts, version, at }: Making): Promise<void> {
  await sql`
    insert into guide.making (edition_id, document_id, unit_id, fingerprint, parts, version, made_at)
    values (${editionId}, ${documentId}, ${unitId}, ${fingerprint}, ${JSON.stringify(parts)}::jsonb, ${version}, ${at})
    on conflict (edition_id) do update set fingerprint = excluded.fingerprint, parts = excluded.parts, version = excluded.version, made_at = excluded.made_at`.execute(
    tx,
  )
}

export async function saveOffer(tx: Tx, unitId: string, fingerprint: string, at: Date): Promise<void> {
  await sql`
    insert into guide.offer (unit_id, fingerprint, told_at) values (${unitId}, ${fingerprint}, ${at})
    on conflict (unit_id) do update set fingerprint = excluded.fingerprint, told_at = excluded.told_at`.execute(tx)
}

export async function saveParticulars(tx: Tx, by: By, unitId: string, said: Particulars): Promise<void> {
  await sql`
    insert into guide.particulars (unit_id, receiving_office, receiving_address, receiving_phone, receiving_hours, online_address, supervisor, supervisor_phone,
      reconsideration_body, changed_by_name, changed_at)
    values (${unitId}, ${said.receivingOffice}, ${said.receivingAddress}, ${said.receivingPhone}, ${said.receivingHours}, ${said.onlineAddress}, ${said.supervisor},
      ${said.supervisorPhone}, ${said.reconsiderationBody}, ${by.actor.name}, ${by.at})
    on conflict (unit_id) do update set receiving_office = excluded.receiving_office, receiving_address = excluded.receiving_address,
      receiving_phone = excluded.receiving_phone, receiving_hours = excluded.receiving_hours, online_address = excluded.online_address, supervisor = excluded.supervisor,
      supervisor_phone = excluded.supervisor_phone, reconsideration_body = excluded.reconsideration_body, changed_by_name = excluded.changed_by_name,
      changed_at = excluded.changed_at`.execute(tx)
}
