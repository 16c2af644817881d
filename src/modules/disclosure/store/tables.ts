// The tables of schema `disclosure` that editions live in, as Kysely sees them.
import type { ColumnType, Generated } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { DisclosureMode, Validity } from '../law/metadata.ts'
import type { State } from '../law/states.ts'

interface DocumentTable {
  id: Generated<string>
  unit_id: string
  section_id: string | null
  created_by: string
  created_at: Date
  handled_by_id: string | null
  live_edition_id: string | null
  historic_batch_id: string | null
  original_published_on: Day | null
  original_index_number: string | null
  original_address: string | null
  from_application: Generated<boolean>
}

interface EditionTable {
  id: Generated<string>
  document_id: string
  number: number
  state: State
  author_id: string
  version: Generated<number>
  title: string
  kind: string
  theme: string | null
  column_ids: string[]
  keywords: string[]
  summary: string
  document_number: string | null
  drafted_on: Day | null
  effective_on: Day | null
  expires_on: Day | null
  validity: Validity
  replaced_by: string | null
  disclosure_mode: DisclosureMode
  mode_reason: string
  mode_article: string | null
  responsible_department: string
  source: string
  source_url: string | null
  important: boolean
  change_note: string
  body_html: string
  body_text: string
  /** Sent as JSON text. */
  report_figures: ColumnType<unknown, string | null, string | null>
  scheduled_for: Date | null
  created_at: Date
  updated_at: Date
  updated_by: string
  since: Date
  published_at: Date | null
  looked_at: Date | null
  round: Generated<number>
}

export type AttachmentRole = 'attachment' | 'original' | 'signed-sheet' | 'picture'

interface AttachmentTable {
  id: Generated<string>
  edition_id: string
  role: AttachmentRole
  position: number
  name: string
  media_type: string
  bytes: number
  sha256: string
  text: string
  has_text: boolean
  original_sha256: string | null
  original_bytes: number | null
  cleaned_how: 'properties' | 'changes' | null
  cleaned_by: string | null
  cleaned_at: Date | null
  added_by: string
  added_at: Date
}

interface StepTakenTable {
  id: Generated<number>
  edition_id: string
  document_id: string
  unit_id: string
  step: string
  from_state: string
  to_state: string
  by_account_id: string
  by_name: string
  role: string
  on_behalf_of: string | null
  at: Date
  opinion: string
  /** JSON text. */
  detail: string
}

interface ConfirmationTable {
  edition_id: string
  round: number
  due_on: Day
  calendar_version: string
  provisional: boolean
  unit_id: string
  asked_by: string
  asked_at: Date
  question: string
  answer: 'agreed' | 'objected' | null
  opinion: string
  answered_by: string | null
  answered_at: Date | null
}

export type EditionTables = {
  'disclosure.document': DocumentTable
  'disclosure.edition': EditionTable
  'disclosure.attachment': AttachmentTable
  'disclosure.step_taken': StepTakenTable
  'disclosure.confirmation': ConfirmationTable
  'disclosure.phrase': { id: Generated<string>; account_id: string | null; unit_id: string | null; text: string; position: number }
  'disclosure.presence': { edition_id: string; account_id: string; seen_at: Date }
}

/** The transaction, narrowed to this module's tables. */
export const tablesOf = (tx: Tx) => tx.withTables<EditionTables>()
