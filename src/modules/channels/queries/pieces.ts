// Pieces of information that an entry can be about: public documents, and pieces that never stood on the website.
import { sql } from 'kysely'
import type { Place } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

export interface KnownPiece {
  readonly pieceId: string
  readonly isDocument: boolean
  readonly unitId: string
  /** The unit whose people act for it where it has none. */
  readonly handledById: string | null
  readonly title: string
  readonly documentNumber: string | null
  readonly text: string
  readonly firstShownOn: Day | null
}

/** Those of `ids` that stand; a withdrawn document does not. Their words are read only `withText`. */
export async function knownPieces(tx: Tx, ids: readonly string[], { withText = false } = {}): Promise<ReadonlyMap<string, KnownPiece>> {
  const { rows } = await sql<KnownPiece>`
    select d.id as "pieceId", true as "isDocument", d.unit_id as "unitId", document.handled_by_id as "handledById", d.title, d.document_number as "documentNumber",
      case when ${withText} then d.body_text else '' end as text, (d.listed_at at time zone 'Asia/Shanghai')::date as "firstShownOn"
    from publication.document d left join disclosure.document on document.id = d.id where d.id = any(${[...ids]}::uuid[])
    union all
    select p.id, false, p.unit_id, null, p.title, null, case when ${withText} then p.text else '' end, null
    from channels.offline_piece p where p.id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.pieceId, row]))
}

/** Where a piece stands for the rights of people: at its unit, and at the unit that acts for it. */
export const placesOf = ({ unitId, handledById }: Pick<KnownPiece, 'unitId' | 'handledById'>): readonly Place[] =>
  handledById === null ? [{ unitId }] : [{ unitId }, { unitId: handledById }]
