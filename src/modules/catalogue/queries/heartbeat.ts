// The heartbeat map: for each unit and field, how many entries stand how; and the entries of one unit.
import { sql, type RawBuilder } from 'kysely'
import type { Reach } from '../../../kernel/actor.ts'
import { addDays, type Day } from '../../../kernel/day.ts'
import type { Line } from '../../../law/lines.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { soonDays } from '../law/duties.ts'
import type { PulseFacts } from '../rules/pulse.ts'
import { unitsOfLine, unitsWithin } from './reach.ts'

/** Facts of an answered entry, over `held`, `v`, `beat`, `owed`. */
export const facts = (today: Day): RawBuilder<unknown> => sql`
  coalesce(owed.due_on < ${today}::date, false) as late,
  coalesce(owed.due_on <= ${addDays(today, soonDays)}::date, false) as soon,
  (beat.document_id is not null or held.met_on is not null) as published,
  (v.rhythm ->> 'kind' = 'ad-hoc' and owed.due_on is null) as quiet,
  (held.closed_on is not null) as closed,
  held.stale,
  coalesce(beat.padded, false) as padded,
  coalesce(beat.bare, false) as bare,
  held.after_event as "afterEvent"`

/** The next open day of each, once for all: the map asks for every unit. */
export const owed = (unitIds: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  left join (select duty.responsibility_id, min(duty.due_on) as due_on from catalogue.duty
    where duty.outcome is null and duty.responsibility_id is not null and ${unitIds} group by duty.responsibility_id) owed on owed.responsibility_id = held.id`

export interface MapCell {
  readonly unitId: string
  readonly unitName: string
  readonly field: string
  readonly facts: PulseFacts
  readonly count: number
}

/** `held` says whose entries, over `held.unit_id`; `duties` whose duties, over `duty.unit_id`. */
async function cellsOf(
  tx: Tx,
  {
    held,
    duties,
    today,
    field,
  }: { readonly held: RawBuilder<unknown>; readonly duties: RawBuilder<unknown>; readonly today: Day; readonly field?: string | undefined },
): Promise<MapCell[]> {
  const { rows } = await sql<Omit<MapCell, 'facts'> & PulseFacts>`
    with stood as (
      select held.unit_id, v.field, ${facts(today)}
      from catalogue.responsibility held join catalogue.entry_version v on v.entry_id = held.entry_id and v.ends_on is null
        left join catalogue.beat on beat.responsibility_id = held.id ${owed(duties)}
      where held.until is null and ${held} and (${field ?? null}::text is null or v.field = ${field ?? null})),
    counted as (
      select unit_id, field, late, soon, published, quiet, closed, stale, padded, bare, "afterEvent", count(*) as count
      from stood group by unit_id, field, late, soon, published, quiet, closed, stale, padded, bare, "afterEvent")
    select counted.unit_id as "unitId", unit.name as "unitName", field, late, soon, published, quiet, closed, stale, padded, bare, "afterEvent", count
    from counted join organization.unit on unit.id = counted.unit_id
    order by unit.position, unit.name, counted.unit_id`.execute(tx)
  return rows.map(({ unitId, unitName, field: of, count, ...rest }) => ({ unitId, unitName, field: of, count, facts: rest }))
}

/** Counted from every entry within reach: what the kept sums of the map (`heartbeat-map.ts`) come to at every moment. */
export const heartbeatCells = (
  tx: Tx,
  { reach, line, today, field }: { readonly reach: Reach; readonly line: Line; readonly today: Day; readonly field?: string | undefined },
): Promise<MapCell[]> =>
  cellsOf(tx, {
    held: sql`${unitsWithin(sql`held.unit_id`, reach)} and ${unitsOfLine(sql`held.unit_id`, line)}`,
    duties: unitsWithin(sql`duty.unit_id`, reach),
    today,
    field,
  })

/** The same of a few units, of whatever line. */
export const heartbeatCellsOf = (tx: Tx, unitIds: readonly string[], today: Day, field?: string): Promise<MapCell[]> => {
  const among = (column: RawBuilder<unknown>): RawBuilder<unknown> => sql`${column} = any(${[...unitIds]}::uuid[])`
  return cellsOf(tx, { held: among(sql`held.unit_id`), duties: among(sql`duty.unit_id`), today, field })
}

export interface EntryBeat {
  readonly responsibilityId: string
  readonly entryId: string
  readonly field: string
  readonly name: string
  readonly sectionName: string | null
  readonly lastTitle: string
  readonly lastAt: Date | null
  readonly dueOn: Day | null
  readonly facts: PulseFacts
}

/** All entries that one unit answers for: some hundreds. */
export async function heartbeatOfUnit(tx: Tx, unitId: string, today: Day): Promise<EntryBeat[]> {
  const { rows } = await sql<Omit<EntryBeat, 'facts'> & PulseFacts>`
    select held.id as "responsibilityId", held.entry_id as "entryId", v.field, concat_ws(' / ', nullif(v.item1, ''), nullif(v.item2, ''), nullif(v.item3, '')) as name,
      section.name as "sectionName", coalesce(beat.title, '') as "lastTitle", beat.published_at as "lastAt", owed.due_on as "dueOn", ${facts(today)}
    from catalogue.responsibility held join catalogue.entry_version v on v.entry_id = held.entry_id and v.ends_on is null
      left join organization.unit section on section.id = held.section_id
      left join catalogue.beat on beat.responsibility_id = held.id ${owed(sql`duty.unit_id = ${unitId}::uuid`)}
    where held.until is null and held.unit_id = ${unitId}::uuid order by v.field, v.serial limit 3000`.execute(tx)
  return rows.map(({ responsibilityId, entryId, field, name, sectionName, lastTitle, lastAt, dueOn, ...rest }) => ({
    responsibilityId, entryId, field, name, sectionName, lastTitle, lastAt, dueOn, facts: rest,
  })) // prettier-ignore
}
