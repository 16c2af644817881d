// How a document belongs with others, as people set it.
import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { InterpretationForm, RelationKindName } from '../../publication/law/relation-kinds.ts'
import { readableBy } from './reach.ts'

export interface RelationRow {
  readonly id: string
  readonly kind: RelationKindName
  readonly fromId: string
  readonly toId: string
  readonly state: 'set' | 'refused' | 'ended'
  readonly form: InterpretationForm | null
  readonly periodFrom: Day | null
  readonly periodTo: Day | null
  readonly shortReason: string
  readonly setByName: string
  readonly setAt: Date
}

const selected = sql`
  select relation.id, relation.kind, relation.from_id as "fromId", relation.to_id as "toId", relation.state, relation.form, relation.period_from as "periodFrom",
    relation.period_to as "periodTo", relation.short_reason as "shortReason", account.name as "setByName", relation.set_at as "setAt"
  from disclosure.relation join access.account on account.id = relation.set_by`

const mostRelations = 200

/** All of the document, also those that were said not to be. */
export async function relationsOf(tx: Tx, documentId: string): Promise<RelationRow[]> {
  const { rows } = await sql<RelationRow>`
    ${selected} where relation.from_id = ${documentId} or relation.to_id = ${documentId} order by relation.set_at, relation.id limit ${mostRelations}`.execute(
    tx,
  )
  return rows
}

/** Those of the documents that anything is said of. */
export async function documentsWithRelations(tx: Tx, documentIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${documentIds}::uuid[]) as asked (id)
    where exists (select from disclosure.relation where from_id = asked.id) or exists (select from disclosure.relation where to_id = asked.id)`.execute(tx)
  return rows.map(({ id }) => id)
}

export interface RelatedDocument {
  readonly documentId: string
  /** Its latest edition, where the actor may read it. */
  readonly editionId: string | null
  /** Null for a draft that the actor may not read. */
  readonly title: string | null
  readonly isPublic: boolean
  readonly state: string | null
}

/** What the actor may know of the documents at the other ends. */
export async function relatedDocuments(tx: Tx, actor: Actor, documentIds: readonly string[]): Promise<ReadonlyMap<string, RelatedDocument>> {
  if (documentIds.length === 0) return new Map()
  const { rows } = await sql<RelatedDocument>`
    select wanted.id as "documentId", own.id as "editionId", coalesce(public.title, own.title) as title, public.id is not null as "isPublic", own.state
    from unnest(${[...documentIds]}::uuid[]) wanted (id)
    left join publication.document public on public.id = wanted.id
    left join lateral (
      select edition.id, edition.title, edition.state from disclosure.edition join disclosure.document on document.id = edition.document_id
      where edition.document_id = wanted.id and ${readableBy(actor)} order by edition.number desc limit 1) own on true`.execute(tx)
  return new Map(rows.map((row) => [row.documentId, row]))
}

/** Interpretations that are in work for the document: their editions, to go round with it. */
export async function companionsOf(tx: Tx, documentId: string): Promise<{ editionId: string; title: string; state: string }[]> {
  const { rows } = await sql<{ editionId: string; title: string; state: string }>`
    select edition.id as "editionId", edition.title, edition.state
    from disclosure.relation join disclosure.edition on edition.document_id = relation.from_id
    where relation.to_id = ${documentId} and relation.kind = 'interprets' and relation.state = 'set'
      and edition.state not in ('published', 'published-internally', 'superseded', 'withdrawn', 'filed', 'discarded')
    order by edition.id limit 10`.execute(tx)
  return rows
}

/** Of chosen interpretations, the document that each goes round with: one that is in work and stands where it stands. */
export async function documentsBeside(tx: Tx, actor: Actor, editionIds: readonly string[]): Promise<ReadonlyMap<string, { editionId: string; title: string }>> {
  const { rows } = await sql<{ ownId: string; editionId: string; title: string }>`
    select own.id as "ownId", edition.id as "editionId", edition.title
    from disclosure.edition own
      join disclosure.relation on relation.from_id = own.document_id and relation.kind = 'interprets' and relation.state = 'set'
      join disclosure.edition on edition.document_id = relation.to_id and edition.state = own.state
      join disclosure.document on document.id = edition.document_id
    where own.id = any(${[...editionIds]}::uuid[]) and ${readableBy(actor)}
      and own.state not in ('published', 'published-internally', 'superseded', 'withdrawn', 'filed', 'discarded')
    order by edition.id desc`.execute(tx)
  const chosen = new Set(editionIds)
  // Of several documents, one that was chosen too.
  return new Map(
    rows
      .toSorted((a, b) => Number(chosen.has(a.editionId)) - Number(chosen.has(b.editionId)))
      .map(({ ownId, editionId, title }) => [ownId, { editionId, title }]),
  )
}
