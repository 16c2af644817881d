// Writes reading points and what was delivered to them.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import type { Medium, ReadingPointKind } from '../law/reading-points.ts'

export interface ReadingPointFacts {
  readonly unitId: string
  readonly name: string
  readonly kind: ReadingPointKind
  readonly address: string
}

/** Undefined where the unit has one of that name. */
export async function insertReadingPoint(tx: Tx, facts: ReadingPointFacts): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into channels.reading_point (unit_id, name, kind, address) values (${facts.unitId}, ${facts.name}, ${facts.kind}, ${facts.address})
    on conflict do nothing returning id`.execute(tx)
  return rows[0]?.id
}

export async function endReadingPoint(tx: Tx, readingPointId: string, on: Day): Promise<void> {
  await sql`update channels.reading_point set ended_on = ${on} where id = ${readingPointId}`.execute(tx)
}

export interface DeliveryFacts {
  readonly readingPointId: string
  readonly deliveredOn: Day
  readonly medium: Medium
  readonly handedBy: string
  readonly receivedBy: string
  readonly receipt: string
  readonly note: string
}

export async function insertDelivery(tx: Tx, by: By, unitId: string, facts: DeliveryFacts, documentIds: readonly string[]): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with made as (
      insert into channels.delivery (unit_id, reading_point_id, delivered_on, medium, handed_by, received_by, receipt, note, entered_by, entered_at)
      values (${unitId}, ${facts.readingPointId}, ${facts.deliveredOn}, ${facts.medium}, ${facts.handedBy}, ${facts.receivedBy}, ${facts.receipt}, ${facts.note},
        ${by.actor.accountId}, ${by.at}) returning id),
    items as (insert into channels.delivery_item (delivery_id, document_id) select made.id, unnest(${[...documentIds]}::uuid[]) from made)
    select id from made`.execute(tx)
  return rows[0]?.id ?? ''
}

export async function strikeDelivery(tx: Tx, by: By, deliveryId: string, reason: string): Promise<void> {
  await sql`update channels.delivery set struck_at = ${by.at}, struck_reason = ${reason} where id = ${deliveryId}`.execute(tx)
}
