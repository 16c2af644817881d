// Where one document was made public: on the website by its own register, elsewhere by the ledger; and what is the same information.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

export interface OnWebsite {
  readonly indexNumber: string
  readonly shownOn: Day
}

export async function onWebsite(tx: Tx, documentId: string): Promise<OnWebsite | undefined> {
  const { rows } = await sql<OnWebsite>`
    select index_number as "indexNumber", (listed_at at time zone 'Asia/Shanghai')::date as "shownOn" from publication.document where id = ${documentId}`.execute(
    tx,
  )
  return rows[0]
}

/** The units at which a document stands, public or not: its own, and the one whose people act for it. */
export async function unitsOfDocument(tx: Tx, documentId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select unit_id as id from publication.document where id = ${documentId}
    union select unit_id from disclosure.document where id = ${documentId}
    union select handled_by_id from disclosure.document where id = ${documentId} and handled_by_id is not null`.execute(tx)
  return rows.map((row) => row.id)
}

export interface SamePiece {
  readonly pieceId: string
  readonly title: string
  readonly unitName: string
}

export async function samePieces(tx: Tx, pieceId: string): Promise<SamePiece[]> {
  const { rows } = await sql<SamePiece>`
    select others.piece_id as "pieceId", coalesce(d.title, p.title) as title, coalesce(d.unit_name, unit.name) as "unitName"
    from channels.same_information mine join channels.same_information others using (root_id)
    left join publication.document d on d.id = others.piece_id
    left join channels.offline_piece p on p.id = others.piece_id
    left join organization.unit on unit.id = p.unit_id
    where mine.piece_id = ${pieceId} and others.piece_id <> ${pieceId} and coalesce(d.id, p.id) is not null
    order by title, "pieceId" limit 50`.execute(tx)
  return rows
}
