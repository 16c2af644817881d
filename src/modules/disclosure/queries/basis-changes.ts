// Which documents rest on something that no longer stands as it did?
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf } from '../../access/index.ts'
import type { BasisChange, BasisSettlement } from '../law/basis-changes.ts'
import { allOf, containing } from './conditions.ts'
import type { Slice } from './edition-list.ts'
import { readableBy, within } from './reach.ts'

export interface BasisChangeRow {
  readonly documentId: string
  readonly editionId: string
  readonly title: string
  readonly unitName: string
  readonly authorName: string
  readonly basisId: string
  readonly basisTitle: string
  readonly basisNumber: string | null
  readonly change: BasisChange
  readonly happenedAt: Date
  readonly settlement: BasisSettlement | null
  readonly settledNote: string
  readonly settledByName: string | null
  readonly settledAt: Date | null
  /** What took the place of the basis, where it is known. */
  readonly successorTitle: string | null
}

export interface BasisQuestion {
  readonly state: 'open' | 'settled' | 'all'
  readonly q: string
  readonly change?: BasisChange | undefined
  readonly unitId?: string | undefined
}

const sources = sql`
  disclosure.basis_change changed
  join disclosure.document on document.id = changed.document_id
  join disclosure.edition on edition.id = document.live_edition_id
  join organization.unit on unit.id = document.unit_id
  join access.account author on author.id = edition.author_id`

const selected = sql`
  changed.document_id as "documentId", edition.id as "editionId", edition.title, unit.name as "unitName", author.name as "authorName",
  changed.basis_id as "basisId", changed.basis_title as "basisTitle", changed.basis_number as "basisNumber", changed.change,
  changed.happened_at as "happenedAt", changed.settlement, changed.settled_note as "settledNote", changed.settled_at as "settledAt",
  (select name from access.account where id = changed.settled_by) as "settledByName",
  (select next.title from publication.document basis join publication.document next on next.id = basis.replaced_by where basis.id = changed.basis_id) as "successorTitle"`

/** Documents that have gone from the public themselves need nothing any more: they are left out. */
const conditionOf = (actor: Actor, asked: BasisQuestion): RawBuilder<unknown> =>
  allOf([
    readableBy(actor),
    asked.state === 'open' && sql`changed.settled_at is null`,
    asked.state === 'settled' && sql`changed.settled_at is not null`,
    asked.change !== undefined && sql`changed.change = ${asked.change}`,
    asked.unitId !== undefined && sql`document.unit_id = ${asked.unitId}`,
    asked.q !== '' &&
      sql`(${containing(sql`edition.title`, asked.q)} or ${containing(sql`changed.basis_title`, asked.q)} or ${containing(sql`coalesce(changed.basis_number, '')`, asked.q)})`,
  ])

export async function basisChangeList(
  tx: Tx,
  actor: Actor,
  asked: BasisQuestion,
  { limit, offset }: Slice,
): Promise<{ rows: BasisChangeRow[]; total: number }> {
  const condition = conditionOf(actor, asked)
  const { rows } = await sql<BasisChangeRow>`
    select ${selected} from ${sources} where ${condition}
    order by changed.happened_at desc, changed.document_id, changed.basis_id limit ${limit} offset ${offset}`.execute(tx)
  const count = await sql<{ total: number }>`select count(*) as total from ${sources} where ${condition}`.execute(tx)
  return { rows, total: count.rows[0]?.total ?? 0 }
}

/** The row, held, where the actor may draft for the document; elsewhere it does not exist. */
export async function lockBasisChange(
  tx: Tx,
  actor: Actor,
  of: { readonly documentId: string; readonly basisId: string; readonly change: BasisChange },
): Promise<boolean> {
  const { rows } = await sql`
    select from ${sources}
    where changed.document_id = ${of.documentId} and changed.basis_id = ${of.basisId} and changed.change = ${of.change} and ${within(reachOf(actor, 'edition.draft'))}
    for update of changed`.execute(tx)
  return rows.length > 0
}

export interface Owner {
  readonly documentId: string
  readonly authorId: string
  readonly unitId: string
  readonly sectionId: string | null
}

/** Who wrote each live text, and where it stands. */
export async function ownersOf(tx: Tx, documentIds: readonly string[]): Promise<Owner[]> {
  const { rows } = await sql<Owner>`
    select document.id as "documentId", edition.author_id as "authorId", coalesce(document.handled_by_id, document.unit_id) as "unitId",
      case when document.handled_by_id is null then document.section_id end as "sectionId"
    from disclosure.document join disclosure.edition on edition.id = document.live_edition_id
    where document.id = any(${[...documentIds]}::uuid[])`.execute(tx)
  return rows
}
