// Which public documents interpret another one, and which are interpreted? Told by the relations that are public themselves.
import { sql, type RawBuilder } from 'kysely'
import { day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { RelationKindName } from '../law/relation-kinds.ts'

const kind: RelationKindName = 'interprets'

/** Whether a public interpretation belongs to the document of this id. */
export const isInterpreted = (id: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select from publication.relation interpreted where interpreted.to_id = ${id} and interpreted.kind = ${kind})`

/** Each text of `of` (asked of `d`) that interprets documents, once, however many: columns id, unit_id, kind and day. */
export const interpretingDocuments = (of: RawBuilder<boolean>): RawBuilder<unknown> => sql`
  select d.id, d.unit_id, d.kind, (d.listed_at at time zone 'Asia/Shanghai')::date as day
  from publication.document d where ${of} and d.id in (select from_id from publication.relation where kind = ${kind})`

/** Texts first listed in the year that interpret a document, by unit; units without any have no entry. */
export async function interpretationsOfUnits(tx: Tx, unitIds: readonly string[], year: number): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ unitId: string; count: number }>`
    select unit_id as "unitId", count(*)::int as count from (${interpretingDocuments(sql<boolean>`d.unit_id = any(${[...unitIds]}::uuid[])`)}) interpreting
    where day between ${day(`${year}-01-01`)} and ${day(`${year}-12-31`)} group by unit_id`.execute(tx)
  return new Map(rows.map(({ unitId, count }) => [unitId, count]))
}
