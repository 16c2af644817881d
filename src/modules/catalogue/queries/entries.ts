// Entries of the catalogue: one page of them as they stand today, one with all its versions, all as an import compares them.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { EntryKind } from '../law/entries.ts'
import type { KnownEntry } from '../rules/differences.ts'
import type { EntryContent } from '../rules/entry.ts'

export interface Entry extends EntryContent {
  readonly entryId: string
  readonly key: string
  readonly number: number
  readonly beginsOn: Day
  readonly endsOn: Day | null
  readonly versionId: string
  readonly note: string
  readonly madeByName: string
  readonly madeAt: Date
}

const fields = sql`entry.id as "entryId", entry.kind, entry.key, v.id as "versionId", v.number, v.begins_on as "beginsOn", entry.ends_on as "endsOn",
  v.field, v.serial, v.item1, v.item2, v.item3, v.elements, v.basis, v.limit_text as "limitText", v.time_limit as "limit", v.body_text as "bodyText",
  v.unit_ids as "unitIds", v.unit_kinds as "unitKinds", v.channels, v.channel_other as "channelOther", v.audience, v.audience_who as "audienceWho", v.mode, v.tiers,
  v.statutory_item as "statutoryItem", v.column_ids as "columnIds", v.rhythm, v.note, v.made_by_name as "madeByName", v.made_at as "madeAt"`

export interface EntryQuestion {
  readonly kind: EntryKind
  readonly field?: string | undefined
  readonly unitId?: string | undefined
  readonly words: string
  readonly state: 'in-force' | 'ended'
  readonly limit: number
  readonly offset: number
}

function where(ask: EntryQuestion): RawBuilder<unknown> {
  const like = `%${ask.words.replaceAll(/[\\%_]/g, '\\$&')}%`
  return sql`entry.kind = ${ask.kind} and v.ends_on is null
    and ${ask.state === 'in-force' ? sql`entry.ends_on is null` : sql`entry.ends_on is not null`}
    and (${ask.field ?? null}::text is null or v.field = ${ask.field ?? null})
    and (${ask.words} = '' or v.item1 like ${like} or v.item2 like ${like} or v.item3 like ${like} or v.elements like ${like})
    and (${ask.unitId ?? null}::uuid is null or exists (
      select from catalogue.responsibility held where held.entry_id = entry.id and held.unit_id = ${ask.unitId ?? null}::uuid and held.until is null))`
}

/** In the order of the fields, then of the sheet. */
const order = sql`v.field, v.serial, v.item1, v.item2, v.item3, entry.id`

export async function entryList(tx: Tx, ask: EntryQuestion): Promise<{ rows: (Entry & { readonly units: number })[]; total: number }> {
  const rows = await sql<Entry & { units: number }>`
    select ${fields}, (select count(*) from catalogue.responsibility held where held.entry_id = entry.id and held.until is null) as units
    from catalogue.entry join catalogue.entry_version v on v.entry_id = entry.id
    where ${where(ask)} order by ${order} limit ${ask.limit} offset ${ask.offset}`.execute(tx)
  const total = await sql<{ count: number }>`
    select count(*) as count from catalogue.entry join catalogue.entry_version v on v.entry_id = entry.id where ${where(ask)}`.execute(tx)
  return { rows: rows.rows, total: total.rows[0]?.count ?? 0 }
}

export async function presentEntry(tx: Tx, entryId: string): Promise<Entry | undefined> {
  const { rows } = await sql<Entry>`
    select ${fields} from catalogue.entry join catalogue.entry_version v on v.entry_id = entry.id and v.ends_on is null where entry.id = ${entryId}::uuid`.execute(
    tx,
  )
  return rows[0]
}

export async function presentEntries(tx: Tx, entryIds: readonly string[]): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select ${fields} from catalogue.entry join catalogue.entry_version v on v.entry_id = entry.id and v.ends_on is null
    where entry.id = any(${[...entryIds]}::uuid[])`.execute(tx)
  return rows
}

/** Every version of an entry, the newest first. */
export async function entryVersions(tx: Tx, entryId: string): Promise<(Entry & { readonly versionEndsOn: Day | null })[]> {
  const { rows } = await sql<Entry & { versionEndsOn: Day | null }>`
    select ${fields}, v.ends_on as "versionEndsOn" from catalogue.entry join catalogue.entry_version v on v.entry_id = entry.id
    where entry.id = ${entryId}::uuid order by v.number desc limit 200`.execute(tx)
  return rows
}

/** All that is in force of a kind: some thousands at most. */
export async function knownEntries(tx: Tx, kind: EntryKind, only?: readonly string[]): Promise<KnownEntry[]> {
  const { rows } = await sql<KnownEntry>`
    select ${fields} from catalogue.entry join catalogue.entry_version v on v.entry_id = entry.id and v.ends_on is null
    where entry.kind = ${kind} and entry.ends_on is null and (${only === undefined} or v.field = any(${[...(only ?? [])]}::text[])) order by ${order}`.execute(
    tx,
  )
  return rows
}

export async function fieldNames(tx: Tx, kind: EntryKind): Promise<{ field: string; entries: number }[]> {
  const { rows } = await sql<{ field: string; entries: number }>`
    select v.field, count(*) as entries from catalogue.entry join catalogue.entry_version v on v.entry_id = entry.id and v.ends_on is null
    where entry.kind = ${kind} and entry.ends_on is null group by v.field order by min(entry.created_at), v.field limit 500`.execute(tx)
  return rows
}

export interface Answering {
  readonly responsibilityId: string
  readonly unitId: string
  readonly unitName: string
  readonly sectionId: string | null
  readonly sectionName: string | null
}

export async function answeringUnits(tx: Tx, entryId: string): Promise<Answering[]> {
  const { rows } = await sql<Answering>`
    select held.id as "responsibilityId", unit.id as "unitId", unit.name as "unitName", section.id as "sectionId", section.name as "sectionName"
    from catalogue.responsibility held join organization.unit on unit.id = held.unit_id left join organization.unit section on section.id = held.section_id
    where held.entry_id = ${entryId}::uuid and held.until is null order by unit.position, unit.name limit 1000`.execute(tx)
  return rows
}
