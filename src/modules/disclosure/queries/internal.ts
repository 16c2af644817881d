// What may somebody read inside, and who has read it?
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { InternalReach } from '../law/internal-reach.ts'
import { allOf, containing } from './conditions.ts'
import type { Slice } from './edition-list.ts'

export interface InternalRow {
  readonly documentId: string
  readonly editionId: string
  readonly title: string
  readonly kind: string
  readonly unitName: string
  readonly reach: InternalReach
  readonly publishedAt: Date
  readonly readAt: Date | null
}

export interface InternalQuestion {
  readonly q: string
  readonly unitId?: string | undefined
  readonly unread: boolean
}

/** Of the reader's own units, and of units above that let those below read it. */
const readable = ({ unitIds }: Reach): RawBuilder<unknown> => sql`(
  internal.unit_id = any(${[...unitIds]}::uuid[])
  or (internal.reach = 'units-below' and exists (
    select from access.unit_reach where ancestor_id = internal.unit_id and descendant_id = any(${[...unitIds]}::uuid[]))))`

const sources = (accountId: string): RawBuilder<unknown> => sql`
  disclosure.internal_publication internal
  join disclosure.edition on edition.id = internal.edition_id
  join organization.unit on unit.id = internal.unit_id
  left join disclosure.internal_reading reading on reading.edition_id = internal.edition_id and reading.account_id = ${accountId}`

const selected = sql`
  internal.document_id as "documentId", internal.edition_id as "editionId", edition.title, edition.kind, unit.name as "unitName", internal.reach,
  internal.published_at as "publishedAt", reading.first_read_at as "readAt"`

export async function internalList(
  tx: Tx,
  reader: { readonly accountId: string; readonly reach: Reach },
  asked: InternalQuestion,
  { limit, offset }: Slice,
): Promise<{ rows: InternalRow[]; total: number }> {
  const condition = allOf([
    readable(reader.reach),
    asked.unread && sql`reading.account_id is null`,
    asked.unitId !== undefined && sql`internal.unit_id = ${asked.unitId}`,
    asked.q !== '' && sql`(${containing(sql`edition.title`, asked.q)} or ${containing(sql`edition.body_text`, asked.q)})`,
  ])
  const { rows } = await sql<InternalRow>`
    select ${selected} from ${sources(reader.accountId)} where ${condition}
    order by internal.published_at desc, internal.document_id limit ${limit} offset ${offset}`.execute(tx)
  const count = await sql<{ total: number }>`select count(*) as total from ${sources(reader.accountId)} where ${condition}`.execute(tx)
  return { rows, total: count.rows[0]?.total ?? 0 }
}

/** The text where the reader may read it; elsewhere it does not exist. */
export async function internalDocument(
  tx: Tx,
  reader: { readonly accountId: string; readonly reach: Reach },
  documentId: string,
): Promise<InternalRow | undefined> {
  const { rows } = await sql<InternalRow>`
    select ${selected} from ${sources(reader.accountId)} where internal.document_id = ${documentId} and ${readable(reader.reach)}`.execute(tx)
  return rows[0]
}

export interface Reading {
  readonly name: string
  readonly firstReadAt: Date
  readonly lastReadAt: Date
}

const mostNamed = 500

/** Who opened this text, latest first. */
export async function readingsOf(tx: Tx, editionId: string): Promise<{ rows: Reading[]; total: number }> {
  const { rows } = await sql<Reading>`
    select account.name, reading.first_read_at as "firstReadAt", reading.last_read_at as "lastReadAt"
    from disclosure.internal_reading reading join access.account on account.id = reading.account_id
    where reading.edition_id = ${editionId} order by reading.first_read_at desc, account.id limit ${mostNamed}`.execute(tx)
  const count = await sql<{ total: number }>`select count(*) as total from disclosure.internal_reading where edition_id = ${editionId}`.execute(tx)
  return { rows, total: count.rows[0]?.total ?? 0 }
}
