// Writes entries, their versions, and who answers for them.
import { sql } from 'kysely'
import { addDays, type Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import type { EntryContent } from '../rules/entry.ts'
import { tablesOf } from './tables.ts'

/** Changes of the catalogue wait for each other: an import looks at the whole before it writes. */
export async function lockCatalogue(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('catalogue', 0))`.execute(tx)
}

export interface NewEntry {
  readonly id: string
  readonly key: string
  readonly content: EntryContent
}

const versionOf = (by: By, entryId: string, number: number, begins: Day, content: EntryContent, note: string) => ({
  entry_id: entryId,
  number,
  begins_on: begins,
  ends_on: null,
  field: content.field,
  serial: content.serial,
  item1: content.item1,
  item2: content.item2,
  item3: content.item3,
  elements: content.elements,
  basis: content.basis,
  limit_text: content.limitText,
  time_limit: JSON.stringify(content.limit),
  body_text: content.bodyText,
  unit_ids: content.unitIds,
  unit_kinds: content.unitKinds,
  channels: content.channels,
  channel_other: content.channelOther,
  audience: content.audience,
  audience_who: content.audienceWho,
  mode: content.mode,
  tiers: content.tiers,
  statutory_item: content.statutoryItem,
  column_ids: content.columnIds,
  rhythm: JSON.stringify(content.rhythm),
  note,
  made_by: by.actor.accountId,
  made_by_name: by.actor.name,
  made_at: by.at,
})

const chunk = 200

export async function insertEntries(tx: Tx, by: By, begins: Day, entries: readonly NewEntry[], note: string): Promise<void> {
  for (let from = 0; from < entries.length; from += chunk) {
    const part = entries.slice(from, from + chunk)
    await tablesOf(tx)
      .insertInto('catalogue.entry')
      .values(part.map(({ id, key, content }) => ({ id, key, kind: content.kind, begins_on: begins, ends_on: null, created_at: by.at })))
      .execute()
    await tablesOf(tx)
      .insertInto('catalogue.entry_version')
      .values(part.map(({ id, content }) => versionOf(by, id, 1, begins, content, note)))
      .execute()
  }
}

/** The present version ends the day before; one that began on the same day is written over. */
export async function changeEntry(
  tx: Tx,
  by: By,
  change: {
    readonly entryId: string
    readonly key: string
    readonly number: number
    readonly begins: Day
    readonly content: EntryContent
    readonly note: string
  },
): Promise<void> {
  const { entryId, key, number, begins, content, note } = change
  const sameDay = await tablesOf(tx)
    .updateTable('catalogue.entry_version')
    .set(versionOf(by, entryId, number, begins, content, note))
    .where('entry_id', '=', entryId)
    .where('ends_on', 'is', null)
    .where('begins_on', '=', begins)
    .executeTakeFirst()
  if (sameDay.numUpdatedRows === 0n) {
    await tablesOf(tx)
      .updateTable('catalogue.entry_version')
      .set({ ends_on: addDays(begins, -1) })
      .where('entry_id', '=', entryId)
      .where('ends_on', 'is', null)
      .execute()
    await tablesOf(tx)
      .insertInto('catalogue.entry_version')
      .values(versionOf(by, entryId, number + 1, begins, content, note))
      .execute()
  }
  await tablesOf(tx).updateTable('catalogue.entry').set({ key }).where('id', '=', entryId).execute()
}

/** Ends entries after `lastDay`, with all that is answered for. */
export async function endEntries(tx: Tx, entryIds: readonly string[], lastDay: Day): Promise<void> {
  await sql`update catalogue.entry set ends_on = greatest(${lastDay}::date, begins_on - 1) where id = any(${[...entryIds]}::uuid[]) and ends_on is null`.execute(
    tx,
  )
  await sql`update catalogue.responsibility set until = ${addDays(lastDay, 1)}::date, next_on = null where entry_id = any(${[...entryIds]}::uuid[]) and until is null`.execute(
    tx,
  )
}

/** Those who answer for an entry from a day on: new ones are put in, those no longer named end. */
export async function putResponsibilities(
  tx: Tx,
  entries: readonly { readonly entryId: string; readonly unitIds: readonly string[]; readonly nextOn: Day | null }[],
  from: Day,
): Promise<void> {
  const pairs = entries.flatMap(({ entryId, unitIds, nextOn }) => unitIds.map((unitId) => ({ entryId, unitId, nextOn })))
  await sql`
    update catalogue.responsibility set until = ${from}::date, next_on = null
    where entry_id = any(${entries.map((one) => one.entryId)}::uuid[]) and until is null
      and (entry_id, unit_id) not in (select * from unnest(${pairs.map((one) => one.entryId)}::uuid[], ${pairs.map((one) => one.unitId)}::uuid[]))`.execute(tx)
  await sql`
    insert into catalogue.responsibility as standing (entry_id, unit_id, since, next_on)
    select entry_id, unit_id, ${from}::date, next_on
    from unnest(${pairs.map((one) => one.entryId)}::uuid[], ${pairs.map((one) => one.unitId)}::uuid[], ${pairs.map((one) => one.nextOn)}::date[]) as named (entry_id, unit_id, next_on)
    on conflict (entry_id, unit_id) do update set until = null, since = case when standing.until is null then standing.since else excluded.since end, next_on = excluded.next_on`.execute(
    tx,
  )
}

export async function recordStep(tx: Tx, by: By, step: string, entryId: string | null, detail: Readonly<Record<string, unknown>>): Promise<void> {
  await tablesOf(tx)
    .insertInto('catalogue.step_taken')
    .values({ entry_id: entryId, step, by_account_id: by.actor.accountId, by_name: by.actor.name, at: by.at, detail: JSON.stringify(detail) })
    .execute()
}
