// What is public of something that a person is about to ask for: documents, entries of the catalogue, and the unit that most of them point to.
import { sql } from 'kysely'
import { cutWords } from '../../../platform/chinese/words.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { commonestUnit, tellingWords } from '../rules/already-public.ts'
import { search } from './search.ts'

export interface PublicDocument {
  readonly documentId: string
  readonly title: string
  readonly unitName: string
  /** The attachment in which it was found. */
  readonly inAttachment: string | null
}

export interface PublicEntry {
  readonly id: string
  readonly name: string
  readonly unitId: string
  readonly unitName: string
  readonly unitSlug: string
}

export interface AlreadyPublic {
  readonly documents: readonly PublicDocument[]
  readonly entries: readonly PublicEntry[]
  /** Undefined where nothing points to one. */
  readonly unitId: string | undefined
}

const mostDocuments = 5
const mostEntries = 3
/** So many entries share a word at most before the best of them are told apart: a county has 45,000. */
const mostCandidates = 5000

/** In the words of a person: titles that share words stand in where nothing holds all of them. */
export async function alreadyPublic(tx: Tx, text: string): Promise<AlreadyPublic> {
  const { hits, suggestions } = await search(tx, { text, sort: 'best', size: mostDocuments })
  const entries = await entriesLike(tx, tellingWords(cutWords(text)))
  const documents =
    hits.length > 0
      ? hits.map(({ documentId, title, unitName, inAttachment }) => ({ documentId, title: title.map((part) => part.text).join(''), unitName, inAttachment }))
      : await named(tx, suggestions?.titles ?? [])
  return { documents, entries, unitId: commonestUnit([...entries.map(({ unitId }) => unitId), ...hits.map(({ unitId }) => unitId)]) }
}

async function named(tx: Tx, titles: readonly { readonly documentId: string; readonly title: string }[]): Promise<PublicDocument[]> {
  const { rows } = await sql<{ id: string; unitName: string }>`
    select document.id, unit.name as "unitName" from publication.document join publication.unit on unit.id = document.unit_id
    where document.id = any(${titles.map(({ documentId }) => documentId)}::uuid[])`.execute(tx)
  const units = new Map(rows.map(({ id, unitName }) => [id, unitName]))
  return titles.map(({ documentId, title }) => ({ documentId, title, unitName: units.get(documentId) ?? '', inAttachment: null }))
}

/** Entries that share at least half of the words, those that share most first. */
async function entriesLike(tx: Tx, words: readonly string[]): Promise<PublicEntry[]> {
  if (words.length === 0) return []
  const { rows } = await sql<PublicEntry>`
    with candidate as materialized (
      select id, name, unit_id, cardinality(array(select unnest(terms) intersect select unnest(${[...words]}::text[]))) as shared
      from publication.catalogue_entry where terms && ${[...words]}::text[] limit ${mostCandidates}
    )
    select candidate.id, candidate.name, unit.id as "unitId", unit.name as "unitName", unit.slug as "unitSlug"
    from candidate join publication.unit on unit.id = candidate.unit_id
    where candidate.shared * 2 >= ${words.length} order by candidate.shared desc, candidate.name, candidate.id limit ${mostEntries}`.execute(tx)
  return rows
}
