// The three calls of the door to the database: how documents stand, which numbers are free, and all that is written of a publication.
import { sql } from 'kysely'
import { partyKind } from '../../../law/lines.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Citation } from '../rules/citations.ts'
import type { FactsAtTheDoor } from '../rules/door.ts'
import type { PublicAttachment } from '../rules/public-item.ts'
import type { SearchTerms } from '../rules/search-terms.ts'
import { jsonForDatabase } from '../rules/json-for-database.ts'
import { wakeListeners } from './register.ts'
import type { DocumentTable } from './tables.ts'

export interface AskedAtTheDoor {
  readonly documentId: string
  readonly unitId: string | null
  readonly columnIds: readonly string[]
  /** A first publication waits for another of the same document. One of old stock need not: whoever releases a batch holds its documents. */
  readonly lone: boolean
}

export interface FoundAtTheDoor extends FactsAtTheDoor {
  /** One of its columns is 政府信息公开年报 or stands below it. */
  readonly amongReports: boolean
  /** The words by which it is found now. */
  readonly words: Pick<SearchTerms, 'terms' | 'titleTerms'> | undefined
}

interface Row {
  readonly revision: number | null
  readonly index_number: string
  readonly first_published_at: Date
  readonly withdrawn: boolean
  readonly unknown_columns: string[]
  readonly columns_of_other_line: string[]
  readonly among_reports: boolean
  readonly title_terms: string[] | null
  readonly terms: string[] | null
}

/** How they stand, in the order asked; held as they stand until the transaction ends. */
export async function atTheDoor(tx: Tx, asked: readonly AskedAtTheDoor[]): Promise<FoundAtTheDoor[]> {
  const { rows } = await sql<Row>`
    select revision, index_number, first_published_at, withdrawn, unknown_columns::text[], columns_of_other_line, among_reports, title_terms, terms
    from publication.at_the_door(${JSON.stringify(asked)}::jsonb, ${partyKind})`.execute(tx)
  return rows.map((row) => ({
    published: row.revision === null ? undefined : { revision: row.revision, indexNumber: row.index_number, firstPublishedAt: row.first_published_at },
    withdrawn: row.withdrawn,
    unknownColumns: row.unknown_columns,
    columnsOfOtherLine: row.columns_of_other_line,
    amongReports: row.among_reports,
    words: row.terms === null ? undefined : { titleTerms: row.title_terms ?? [], terms: row.terms },
  }))
}

/** The next free serials, as many as are wanted or as the year has left. */
export async function nextSerials(tx: Tx, frontCode: string, year: number, wanted: number): Promise<readonly number[]> {
  const { rows } = await sql<{ serials: number[] }>`select publication.next_serials(${frontCode}, ${year}::integer, ${wanted}::integer) as serials`.execute(tx)
  return rows[0]?.serials ?? []
}

export interface ClaimedNumber {
  readonly indexNumber: string
  /** Where the number is one that could be given out here. */
  readonly own?: { readonly frontCode: string; readonly year: number }
}

/** Those that somebody has, of the numbers that old stock brings along. */
export async function numbersTaken(tx: Tx, claimed: readonly ClaimedNumber[]): Promise<ReadonlySet<string>> {
  const own = claimed.flatMap((one) => (one.own ? [one.own] : []))
  const { rows } = await sql<{ taken: string[] }>`
    select publication.numbers_taken(${claimed.map((one) => one.indexNumber)}::text[], ${own.map((one) => one.frontCode)}::text[],
      ${own.map((one) => one.year)}::integer[]) as taken`.execute(tx)
  return new Set(rows[0]?.taken)
}

type Written<Column> = Column extends { __insert__: infer Value } ? Value : Column

/** One publication, in the notation of the tables. */
export interface LetOut {
  readonly document: { readonly [Key in Exclude<keyof DocumentTable, 'disclosure_mode'>]: Written<DocumentTable[Key]> } & { readonly citations_read: number }
  readonly saltedHash: Buffer
  readonly columns: readonly string[]
  readonly attachments: readonly PublicAttachment[]
  readonly report: Readonly<Record<string, unknown>> | null
  readonly changeNote: string
  readonly content: string
  readonly citations: readonly Citation[]
  readonly names: readonly string[]
  readonly search: SearchTerms & { readonly year: number }
  readonly termChange: { readonly added: readonly string[]; readonly removed: readonly string[] }
  readonly oldPath: string | null
}

/** Bytes in hexadecimal, as the function reads them. */
const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

function givenOf({ document, attachments, search, termChange, ...rest }: LetOut): unknown {
  const { id, unit_id, kind, theme, validity, listed_at } = document
  return {
    ...rest,
    saltedHash: hex(rest.saltedHash),
    document: { ...document, disclosure_mode: 'proactive', content_hash: hex(document.content_hash), salt: hex(document.salt) },
    attachments: attachments.map(({ mediaType, hasText, ...file }, position) => ({
      ...file,
      document_id: id,
      position,
      media_type: mediaType,
      has_text: hasText,
    })),
    search: {
      document_id: id,
      title_terms: search.titleTerms,
      terms: search.terms,
      folded_title: search.foldedTitle,
      folded_text: search.foldedText,
      unit_id,
      kind,
      theme,
      validity,
      year: search.year,
      listed_at,
    },
    termChange: termChange.added.length + termChange.removed.length > 0 ? termChange : null,
  }
}

/** Writes them all; returns their entries in the register, in the same order. */
export async function letOut(tx: Tx, publications: readonly LetOut[]): Promise<readonly number[]> {
  if (publications.length === 0) return []
  const { rows } = await sql<{ entry: number }>`
    select publication.let_out(given) as entry from jsonb_array_elements(${jsonForDatabase(publications.map(givenOf))}::jsonb) with ordinality as one (given, place)
    order by place`.execute(tx)
  wakeListeners(tx)
  return rows.map((row) => row.entry)
}
