// Publications of a unit that could be what it owed: those of the entry's columns in the period, or of the whole unit where the entry has none.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Candidate } from '../rules/match.ts'

const most = 200

export interface CandidateQuestion {
  readonly unitId: string
  readonly columnIds: readonly string[]
  readonly from: Day
  readonly responsibilityId: string | null
  /** What stays up counts again when it was renewed; what is due each period counts once. */
  readonly again: boolean
}

export async function candidates(tx: Tx, { unitId, columnIds, from, responsibilityId, again }: CandidateQuestion): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select d.id as "documentId", d.title, (d.published_at at time zone 'Asia/Shanghai')::date as "publishedOn",
      exists (select from publication.document_column placed where placed.document_id = d.id and placed.column_id = any(${[...columnIds]}::uuid[])) as "inColumn"
    from publication.document d
    where d.unit_id = ${unitId}::uuid and not d.historic and d.published_at >= (${from}::date::timestamp at time zone 'Asia/Shanghai')
      and (${columnIds.length === 0} or exists (select from publication.document_column placed where placed.document_id = d.id and placed.column_id = any(${[...columnIds]}::uuid[])))
      and (${again} or not exists (
        select from catalogue.fulfilment met join catalogue.duty on duty.id = met.duty_id
        where met.document_id = d.id and duty.responsibility_id = ${responsibilityId}::uuid))
    order by d.listed_at desc, d.id desc limit ${most}`.execute(tx)
  return rows
}

export interface PublishedDocument {
  readonly documentId: string
  readonly title: string
  readonly unitId: string
  readonly publishedOn: Day
}

export async function publishedDocument(tx: Tx, documentId: string): Promise<PublishedDocument | undefined> {
  const { rows } = await sql<PublishedDocument>`
    select id as "documentId", title, unit_id as "unitId", (published_at at time zone 'Asia/Shanghai')::date as "publishedOn"
    from publication.document where id = ${documentId}::uuid`.execute(tx)
  return rows[0]
}
