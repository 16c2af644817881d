// What was delivered to archives, libraries and reading points, and what was not.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Medium, ReadingPointKind } from '../law/reading-points.ts'
import { allOf, inScope, type Scope } from './scope.ts'

interface Slice {
  readonly limit: number
  readonly offset: number
}

export interface ReadingPoint {
  readonly readingPointId: string
  readonly unitId: string
  readonly unitName: string
  readonly name: string
  readonly kind: ReadingPointKind
  readonly address: string
  readonly endedOn: Day | null
}

/** All reading points, those that serve first: a county has a few. */
export async function readingPoints(tx: Tx): Promise<ReadingPoint[]> {
  const { rows } = await sql<ReadingPoint>`
    select point.id as "readingPointId", unit_id as "unitId", unit.name as "unitName", point.name, point.kind, point.address, ended_on as "endedOn"
    from channels.reading_point point join organization.unit on unit.id = unit_id order by ended_on is not null, point.kind, point.name limit 1000`.execute(tx)
  return rows
}

export interface Delivery {
  readonly deliveryId: string
  readonly unitId: string
  readonly unitName: string
  readonly readingPointName: string
  readonly deliveredOn: Day
  readonly medium: Medium
  readonly handedBy: string
  readonly receivedBy: string
  readonly receipt: string
  readonly note: string
  readonly documents: number
  readonly enteredByName: string
  readonly struckAt: Date | null
  readonly struckReason: string
}

export interface DeliveryQuestion {
  readonly readingPointId?: string | undefined
  readonly deliveryId?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

export async function deliveries(tx: Tx, scope: Scope, ask: DeliveryQuestion, { limit, offset }: Slice): Promise<{ rows: Delivery[]; total: number }> {
  const where = allOf([
    inScope(sql`d.unit_id`, scope),
    ask.readingPointId !== undefined && sql`d.reading_point_id = ${ask.readingPointId}`,
    ask.deliveryId !== undefined && sql`d.id = ${ask.deliveryId}`,
    ask.from !== undefined && sql`d.delivered_on >= ${ask.from}`,
    ask.until !== undefined && sql`d.delivered_on <= ${ask.until}`,
  ])
  const { rows } = await sql<Delivery>`
    select d.id as "deliveryId", d.unit_id as "unitId", unit.name as "unitName", point.name as "readingPointName", d.delivered_on as "deliveredOn", d.medium, d.handed_by as "handedBy",
      d.received_by as "receivedBy", d.receipt, d.note, (select count(*) from channels.delivery_item i where i.delivery_id = d.id) as documents,
      account.name as "enteredByName", d.struck_at as "struckAt", d.struck_reason as "struckReason"
    from channels.delivery d join channels.reading_point point on point.id = d.reading_point_id join organization.unit on unit.id = d.unit_id
    join access.account on account.id = d.entered_by
    where ${where} order by d.delivered_on desc, d.entered_at desc, d.id limit ${limit} offset ${offset}`.execute(tx)
  const counted = await sql<{ total: number }>`select count(*) as total from channels.delivery d where ${where}`.execute(tx)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

export interface DeliveredDocument {
  readonly documentId: string
  readonly title: string
  readonly documentNumber: string | null
  readonly indexNumber: string
  readonly unitName: string
  readonly publishedOn: Day
}

const document = sql`
  d.id as "documentId", d.title, d.document_number as "documentNumber", d.index_number as "indexNumber", d.unit_name as "unitName",
  (d.listed_at at time zone 'Asia/Shanghai')::date as "publishedOn"`

/** What was in a delivery; withdrawn documents keep their number alone, so they are not in the list. */
export async function deliveredDocuments(tx: Tx, deliveryId: string): Promise<DeliveredDocument[]> {
  const { rows } = await sql<DeliveredDocument>`
    select ${document} from channels.delivery_item i join publication.document d on d.id = i.document_id where i.delivery_id = ${deliveryId} order by d.listed_at, d.id`.execute(
    tx,
  )
  return rows
}

/** 未送交: published in a period, and in no delivery to the place that stands. */
export async function undelivered(
  tx: Tx,
  scope: Scope,
  { readingPointId, from, until }: { readonly readingPointId: string; readonly from: string; readonly until: string },
  { limit, offset }: Slice,
): Promise<{ rows: DeliveredDocument[]; total: number }> {
  const source = sql`
    from publication.document d
    where ${inScope(sql`d.unit_id`, scope)}
      and d.listed_at >= (${from}::date)::timestamp at time zone 'Asia/Shanghai' and d.listed_at < (${until}::date + 1)::timestamp at time zone 'Asia/Shanghai'
      and not exists (
        select from channels.delivery_item i join channels.delivery made on made.id = i.delivery_id
        where i.document_id = d.id and made.reading_point_id = ${readingPointId} and made.struck_at is null)`
  const { rows } = await sql<DeliveredDocument>`select ${document} ${source} order by d.listed_at, d.id limit ${limit} offset ${offset}`.execute(tx)
  const counted = await sql<{ total: number }>`select count(*) as total ${source}`.execute(tx)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** Those of `ids` that are public and in the scope. */
export async function deliverable(tx: Tx, scope: Scope, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select d.id from publication.document d where d.id = any(${[...ids]}::uuid[]) and ${inScope(sql`d.unit_id`, scope)}`.execute(tx)
  return rows.map((row) => row.id)
}
