// The tables of schema `catalogue`, as Kysely sees them.
import type { ColumnType, Generated } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Audience, EntryKind, EntryMode } from '../law/entries.ts'
import type { TimeLimit } from '../rules/limit.ts'
import type { Rhythm } from '../law/rhythms.ts'

/** Structured values are sent as JSON text. */
type Json<Value> = ColumnType<Value, string, string>
type List = ColumnType<string[], readonly string[], readonly string[]>

interface EntryTable {
  id: Generated<string>
  kind: EntryKind
  begins_on: Day
  ends_on: Day | null
  key: string
  created_at: Date
}

export interface EntryVersionTable {
  id: Generated<string>
  entry_id: string
  number: number
  begins_on: Day
  ends_on: Day | null
  field: string
  serial: number
  item1: string
  item2: string
  item3: string
  elements: string
  basis: string
  limit_text: string
  time_limit: Json<TimeLimit>
  body_text: string
  unit_ids: List
  unit_kinds: List
  channels: List
  channel_other: string
  audience: Audience
  audience_who: string
  mode: EntryMode
  tiers: List
  statutory_item: string | null
  column_ids: List
  rhythm: Json<Rhythm>
  note: string
  made_by: string
  made_by_name: string
  made_at: Date
}

interface ResponsibilityTable {
  id: Generated<string>
  entry_id: string
  unit_id: string
  section_id: string | null
  since: Day
  until: Day | null
  next_on: Day | null
}

interface StepTakenTable {
  id: Generated<number>
  entry_id: string | null
  step: string
  by_account_id: string | null
  by_name: string
  at: Date
  detail: Json<unknown>
}

interface ImportTable {
  id: Generated<string>
  file_name: string
  kind: EntryKind
  rows: Json<unknown>
  refused: Json<unknown>
  made_by: string
  made_by_name: string
  made_at: Date
  applied_at: Date | null
  applied_by_name: string | null
  applied: ColumnType<unknown, string | null, string | null>
}

export type CatalogueTables = {
  'catalogue.entry': EntryTable
  'catalogue.entry_version': EntryVersionTable
  'catalogue.responsibility': ResponsibilityTable
  'catalogue.step_taken': StepTakenTable
  'catalogue.import': ImportTable
}

/** The transaction, narrowed to this module's tables. */
export const tablesOf = (tx: Tx) => tx.withTables<CatalogueTables>()
