// What the public register tells since it was last listened to for events, and which entries wait for what happened.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { TriggerEventKind } from '../law/events.ts'
import type { AdHoc } from '../law/rhythms.ts'
import type { RegisterAct } from '../rules/events.ts'

export interface HeardAct extends RegisterAct {
  readonly sequence: number
  readonly documentId: string
  readonly documentNumber: string | null
  /** Null for what was withdrawn: nothing of it stands any more. */
  readonly unitId: string | null
  readonly columnIds: readonly string[]
  readonly happenedOn: Day
}

export async function heardEventsTo(tx: Tx): Promise<number> {
  const { rows } = await sql<{ at: number }>`select register_sequence as at from catalogue.event_listener for update`.execute(tx)
  return rows[0]?.at ?? 0
}

/** At most `limit` acts after the `from`th, in their order. What was withdrawn meanwhile tells nothing of its time in public. */
export async function actsAfter(tx: Tx, from: number, limit: number): Promise<HeardAct[]> {
  const { rows } = await sql<HeardAct>`
    select link.sequence, entry.act, entry.document_id as "documentId", (entry.at at time zone 'Asia/Shanghai')::date as "happenedOn", d.unit_id as "unitId",
      coalesce(d.title, '') as title, d.document_number as "documentNumber", coalesce(d.historic, false) as historic,
      array(select placed.column_id from publication.document_column placed where placed.document_id = d.id) as "columnIds",
      array(select distinct c.kind from publication.document_column placed join publication.site_column c on c.id = placed.column_id where placed.document_id = d.id) as "columnKinds",
      array(select distinct relation.kind from publication.relation where relation.from_id = d.id) as relations,
      own.content::jsonb ->> 'validity' as validity, before.content::jsonb ->> 'validity' as "validityBefore",
      exists (select from publication.relation join publication.document amending on amending.id = relation.from_id
        where relation.to_id = d.id and relation.kind = 'amends' and amending.first_published_at > before.published_at) as "amendedSince"
    from (select sequence, entry_id from publication.register_link where sequence > ${from} order by sequence limit ${limit}) link
      join publication.register_entry entry on entry.id = link.entry_id
      left join publication.document d on d.id = entry.document_id
      left join publication.revision own on own.document_id = entry.document_id and own.revision = entry.revision
      left join publication.revision before on before.document_id = entry.document_id and before.revision = entry.revision - 1
    order by link.sequence`.execute(tx)
  return rows
}

export interface SiteEvent {
  readonly kind: TriggerEventKind
  /** Names this happening and no other. */
  readonly key: string
  readonly documentId: string
  /** Null for what was withdrawn: those whose duty it met are concerned. */
  readonly unitId: string | null
  readonly columnIds: readonly string[]
  readonly title: string
  readonly documentNumber: string | null
  readonly happenedOn: Day
}

export interface Waiting {
  /** Place of the event in the list that was asked about. */
  readonly event: number
  readonly responsibilityId: string
  readonly entryId: string
  readonly unitId: string
  readonly sectionId: string | null
  readonly rhythm: AdHoc
  /** Title under which the withdrawn document met the entry. */
  readonly metTitle: string | null
}

/** Entries in force that name the event, and of the units concerned those that answered for them on its day. */
export async function waitingFor(tx: Tx, events: readonly SiteEvent[]): Promise<Waiting[]> {
  if (events.length === 0) return []
  const { rows } = await sql<Waiting>`
    with waiting as materialized (
      select v.entry_id, v.rhythm, array(select jsonb_array_elements_text(v.rhythm -> 'on' -> 'columnIds')::uuid) as column_ids
      from catalogue.entry_version v join catalogue.entry on entry.id = v.entry_id and entry.ends_on is null
      where v.ends_on is null and v.rhythm ? 'on' and v.rhythm ->> 'kind' = 'ad-hoc')
    select event.place as event, held.id as "responsibilityId", held.entry_id as "entryId", held.unit_id as "unitId", held.section_id as "sectionId", waiting.rhythm,
      met.title as "metTitle"
    from jsonb_to_recordset(${JSON.stringify(events.map((one, place) => ({ ...one, place })))}::jsonb)
        as event (place int, kind text, "documentId" uuid, "unitId" uuid, "columnIds" uuid[], "happenedOn" date)
      join waiting on waiting.rhythm -> 'on' -> 'events' ? event.kind and (waiting.column_ids = '{}' or event."unitId" is null or waiting.column_ids && event."columnIds")
      join catalogue.responsibility held on held.entry_id = waiting.entry_id and held.until is null and held.since <= event."happenedOn"
      left join lateral (
        select fulfilment.title from catalogue.fulfilment join catalogue.duty on duty.id = fulfilment.duty_id
        where fulfilment.document_id = event."documentId" and duty.responsibility_id = held.id limit 1) met on event."unitId" is null
    where held.unit_id = event."unitId" or (event."unitId" is null and met.title is not null)
    order by event.place, held.id`.execute(tx)
  return rows
}
