// The tables of schema `publication`, as TypeScript sees them.
import type { ColumnType, Generated, Kysely } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

type Bytes = Buffer
/** An instant is written and read as Date. */
type Instant = ColumnType<Date, Date | string, Date | string>
/** A list is sent as it is; the driver makes a PostgreSQL array of it. */
type List = ColumnType<string[], readonly string[], readonly string[]>
/** Structured values are sent as JSON text. */
type Json = ColumnType<unknown, string, string>

export interface UnitTable {
  id: string
  parent_id: string | null
  kind: string
  name: string
  short_name: string
  slug: string
  front_code: string
  position: number
  empty_columns: string
  profile: Json
  successor_id: string | null
  valid_until: Day | null
  published_at: Instant
}

export interface SiteColumnTable {
  id: Generated<string>
  parent_id: string | null
  slug: string
  name: string
  kind: string
  statutory_item: string | null
  description: Generated<string>
  keywords: Generated<string>
  position: Generated<number>
  shown_on_home: Generated<boolean>
  hidden: Generated<boolean>
  changed_at: Instant
}

export interface DocumentTable {
  id: string
  revision: number
  unit_id: string
  unit_name: string
  title: string
  index_number: string
  document_number: string | null
  document_number_key: string | null
  kind: string
  theme: string | null
  keywords: List
  summary: string
  responsible_department: string
  source: string
  source_url: string | null
  disclosure_mode: Generated<string>
  drafted_on: Day | null
  effective_on: Day | null
  expires_on: Day | null
  validity: string
  replaced_by: string | null
  body_html: string
  body_text: string
  excerpt: string
  first_published_at: Instant
  published_at: Instant
  original_published_on: Day | null
  original_address: string | null
  historic: boolean
  listed_at: Instant
  content_hash: Bytes
  salt: Bytes
  attachment_count: number
  from_application: boolean
}

export interface DocumentColumnTable {
  document_id: string
  column_id: string
  listed_at: Instant
  unit_id: string
  pinned_until: Day | null
}

export interface AttachmentTable {
  id: string
  document_id: string
  position: number
  name: string
  media_type: string
  bytes: number
  sha256: string
  text: string
  has_text: boolean
}

export interface RevisionTable {
  document_id: string
  revision: number
  title: string
  body_html: string
  body_text: string
  change_note: string
  published_at: Instant
  content_hash: Bytes
  content: string
  salt: Bytes
  register_entry_id: number
}

export interface TombstoneTable {
  document_id: string
  index_number: string
  withdrawn_at: Instant
  reason: string
  article: string | null
}

export interface RedirectTable {
  path: string
  document_id: string
}

export interface IndexSerialTable {
  front_code: string
  year: number
  last_serial: number
}

export interface RegisterEntryTable {
  id: Generated<number>
  document_id: string
  act: 'publish' | 'revise' | 'withdraw'
  revision: number
  index_number: string
  at: Instant
  salted_hash: Bytes
}

export interface RegisterPendingTable {
  entry_id: number
}

export interface RegisterLinkTable {
  sequence: number
  entry_id: number
  previous_hash: Bytes
  link_hash: Bytes
  linked_at: Instant
}

export interface CheckpointTable {
  sequence: number
  link_hash: Bytes
  signed_at: Instant
  key_id: string
  signature: Bytes
}

export interface RegisterKeyTable {
  key_id: string
  public_key: string
  first_used_at: Instant
}

export interface SearchDocumentTable {
  document_id: string
  title_terms: List
  terms: List
  folded_title: string
  folded_text: string
  unit_id: string
  kind: string
  theme: string | null
  validity: string
  year: number
  listed_at: Instant
}

export interface TermFrequencyTable {
  term: string
  documents: number
}

export interface TermChangeTable {
  id: Generated<number>
  document_id: string
  added: List
  removed: List
}

export interface SiteTable {
  one: Generated<boolean>
  settings: Json
  changed_at: Instant
}

export interface CatalogueEntryTable {
  id: string
  unit_id: string
  field: string
  position: number
  name: string
  elements: string
  limit_text: string
  updated_at: Instant | null
  due_on: Day | null
}

export type PublicationTables = {
  'publication.catalogue_entry': CatalogueEntryTable
  'publication.unit': UnitTable
  'publication.site_column': SiteColumnTable
  'publication.document': DocumentTable
  'publication.document_column': DocumentColumnTable
  'publication.attachment': AttachmentTable
  'publication.revision': RevisionTable
  'publication.tombstone': TombstoneTable
  'publication.redirect': RedirectTable
  'publication.index_serial': IndexSerialTable
  'publication.register_entry': RegisterEntryTable
  'publication.register_pending': RegisterPendingTable
  'publication.register_link': RegisterLinkTable
  'publication.checkpoint': CheckpointTable
  'publication.register_key': RegisterKeyTable
  'publication.search_document': SearchDocumentTable
  'publication.term_frequency': TermFrequencyTable
  'publication.term_change': TermChangeTable
  'publication.site': SiteTable
}

/** The same connection or transaction, with the tables of this module named. */
export const publicationOf = (tx: Tx): Kysely<PublicationTables> => tx.withTables<PublicationTables>()
