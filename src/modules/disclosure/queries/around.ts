// What stands around an edition on its sheet: the public text, its other editions, who has it open, names for its records.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { State } from '../law/states.ts'

export interface Live {
  readonly indexNumber: string
  readonly publishedAt: Date
}

/** How the document stands in public; undefined where it does not. */
export async function liveOf(tx: Tx, documentId: string): Promise<Live | undefined> {
  const { rows } = await sql<Live>`
    select index_number as "indexNumber", published_at as "publishedAt" from publication.document where id = ${documentId}`.execute(tx)
  return rows[0]
}

export interface EditionOfDocument {
  readonly editionId: string
  readonly number: number
  readonly state: State
  readonly title: string
  readonly changeNote: string
  readonly updatedAt: Date
}

/** All editions of the document, newest first. */
export async function editionsOf(tx: Tx, documentId: string): Promise<EditionOfDocument[]> {
  const { rows } = await sql<EditionOfDocument>`
    select id as "editionId", number, state, title, change_note as "changeNote", updated_at as "updatedAt"
    from disclosure.edition where document_id = ${documentId} order by number desc`.execute(tx)
  return rows
}

export interface Viewer {
  readonly accountId: string
  readonly name: string
  readonly seenAt: Date
}

const presentForSeconds = 45

/** Others who have it open just now. */
export async function viewersOf(tx: Tx, editionId: string, except: string, now: Date): Promise<Viewer[]> {
  const since = new Date(now.getTime() - presentForSeconds * 1000)
  const { rows } = await sql<Viewer>`
    select account.id as "accountId", account.name, seen_at as "seenAt"
    from disclosure.presence join access.account on account.id = account_id
    where edition_id = ${editionId} and account_id <> ${except} and seen_at > ${since} order by account.name, account.id`.execute(tx)
  return rows
}

async function named(tx: Tx, table: 'unit' | 'person' | 'column' | 'document', ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const sources = {
    unit: sql`select id, name from organization.unit`,
    person: sql`select id, name from access.account`,
    column: sql`select id, name from publication.site_column`,
    document: sql`select id, title as name from publication.document`,
  }
  const { rows } = await sql<{ id: string; name: string }>`select * from (${sources[table]}) named where id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.name]))
}

export const unitNames = (tx: Tx, ids: readonly string[]) => named(tx, 'unit', ids)
export const personNames = (tx: Tx, ids: readonly string[]) => named(tx, 'person', ids)
export const columnNames = (tx: Tx, ids: readonly string[]) => named(tx, 'column', ids)
export const documentTitles = (tx: Tx, ids: readonly string[]) => named(tx, 'document', ids)

export interface DocumentChoice {
  readonly documentId: string
  readonly title: string
  readonly indexNumber: string
  readonly unitName: string
}

/** Public documents whose title or number holds the words: what is public anybody may choose. */
export async function documentChoices(tx: Tx, q: string, except: string | undefined): Promise<DocumentChoice[]> {
  const { rows } = await sql<DocumentChoice>`
    select id as "documentId", title, index_number as "indexNumber", unit_name as "unitName" from publication.document
    where (${q} = '' or strpos(title, ${q}) > 0 or index_number = ${q} or strpos(coalesce(document_number, ''), ${q}) > 0) and id is distinct from ${except ?? null}::uuid
    order by published_at desc, id limit 20`.execute(tx)
  return rows
}

export async function phrasesOf(tx: Tx, accountId: string): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`select text from disclosure.phrase where account_id = ${accountId} order by position`.execute(tx)
  return rows.map((row) => row.text)
}

/** Whether there is such a document, public or not. */
export async function documentExists(tx: Tx, documentId: string): Promise<boolean> {
  const { rows } = await sql`select from disclosure.document where id = ${documentId}`.execute(tx)
  return rows.length > 0
}
