// The only writer of rounds and of the units whose reports are still to be made.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import type { RoundKind } from '../law/states.ts'
import type { RoundDays } from '../rules/round-days.ts'

export interface NewRound extends RoundDays {
  readonly id: string
  readonly kind: RoundKind
  readonly year: number
  readonly title: string
  readonly unitId: string
  readonly basis: string
  readonly outline: unknown
}

export interface RoundUnit {
  readonly unitId: string
  readonly unitName: string
  readonly handInBy: Day
  readonly publishBy: Day
  readonly countsUnits: readonly string[]
}

export async function insertRound(tx: Tx, { actor, at }: By, round: NewRound, units: readonly RoundUnit[]): Promise<void> {
  await sql`
    insert into reports.round (id, kind, year, title, unit_id, basis, outline, department_due, government_due, town_due, hand_in_by, opened_at, opened_by, opened_by_name, asked)
    values (${round.id}, ${round.kind}, ${round.year}, ${round.title}, ${round.unitId}, ${round.basis},
      ${round.outline === null ? null : JSON.stringify(round.outline)}::jsonb, ${round.departmentDue}, ${round.governmentDue}, ${round.townDue}, ${round.handInBy},
      ${at}, ${actor.accountId}, ${actor.name}, ${units.length})`.execute(tx)
  await sql`
    insert into reports.round_unit (round_id, ordinal, unit_id, unit_name, hand_in_by, publish_by, counts_units)
    select ${round.id}::uuid, ordinal, (one ->> 'unitId')::uuid, one ->> 'unitName', (one ->> 'handInBy')::date, (one ->> 'publishBy')::date,
      array(select jsonb_array_elements_text(one -> 'countsUnits')::uuid)
    from jsonb_array_elements(${JSON.stringify(units)}::jsonb) with ordinality as asked (one, ordinal)`.execute(tx)
}

/** The next units of the round, which wait no more: whoever takes them makes their reports in the same transaction. */
export async function takeRoundUnits(tx: Tx, roundId: string, most: number): Promise<RoundUnit[]> {
  const { rows } = await sql<RoundUnit & { ordinal: number }>`
    delete from reports.round_unit where round_id = ${roundId}::uuid and ordinal in (
      select ordinal from reports.round_unit where round_id = ${roundId}::uuid order by ordinal limit ${most})
    returning ordinal, unit_id as "unitId", unit_name as "unitName", hand_in_by as "handInBy", publish_by as "publishBy", counts_units as "countsUnits"`.execute(
    tx,
  )
  return rows.toSorted((a, b) => a.ordinal - b.ordinal)
}

export async function closeRound(tx: Tx, { actor, at }: By, roundId: string, note: string): Promise<void> {
  await sql`update reports.round set closed_at = ${at}, closed_by_name = ${actor.name}, closed_note = ${note} where id = ${roundId}`.execute(tx)
}
