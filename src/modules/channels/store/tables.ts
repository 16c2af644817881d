// The tables of schema `channels`, as Kysely sees them.
import type { Generated } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'

interface OfflinePieceTable {
  id: Generated<string>
  unit_id: string
  title: string
  text: string
  entered_by: string
  entered_at: Date
}

interface EntryTable {
  id: Generated<string>
  document_id: string | null
  offline_piece_id: string | null
  unit_id: string
  channel: string
  shown_on: Day
  place: string
  address: string
  note: string
  entered_by: string
  entered_at: Date
  version: Generated<number>
  struck_at: Date | null
  struck_by: string | null
  struck_reason: Generated<string>
}

interface EvidenceTable {
  id: Generated<string>
  entry_id: string
  name: string
  media_type: string
  bytes: number
  sha256: string
  added_by: string
  added_at: Date
  removed_at: Date | null
  removed_by: string | null
}

interface StepTakenTable {
  id: Generated<number>
  about: string
  about_id: string
  unit_id: string | null
  step: string
  by_account_id: string
  by_name: string
  at: Date
  reason: string
  /** JSON text. */
  detail: string
}

export type ChannelTables = {
  'channels.offline_piece': OfflinePieceTable
  'channels.entry': EntryTable
  'channels.evidence': EvidenceTable
  'channels.step_taken': StepTakenTable
}

/** The transaction, narrowed to this module's tables. */
export const tablesOf = (tx: Tx) => tx.withTables<ChannelTables>()
