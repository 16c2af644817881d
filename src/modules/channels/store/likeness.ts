// Writes prints of texts, questions about pairs that look alike, and what was answered.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'

export async function savePrint(tx: Tx, print: { pieceId: string; unitId: string; revision: number; bands: readonly number[] }): Promise<void> {
  await sql`
    insert into channels.likeness_print (piece_id, unit_id, revision, bands) values (${print.pieceId}, ${print.unitId}, ${print.revision}, ${[...print.bands]}::bigint[])
    on conflict (piece_id) do update set unit_id = excluded.unit_id, revision = excluded.revision, bands = excluded.bands`.execute(tx)
  await sql`update channels.offline_piece set printed = true where id = ${print.pieceId} and not printed`.execute(tx)
}

export async function saveHeardUntil(tx: Tx, sequence: number): Promise<void> {
  await sql`update channels.likeness_listener set register_sequence = ${sequence}`.execute(tx)
}

/** Prints and open questions of pieces that are public no more go with them. */
export async function dropPrints(tx: Tx, pieceIds: readonly string[]): Promise<void> {
  await sql`delete from channels.likeness_print where piece_id = any(${[...pieceIds]}::uuid[])`.execute(tx)
  for (const column of ['one_id', 'other_id'])
    await sql`delete from channels.likeness where answer is null and ${sql.ref(column)} = any(${[...pieceIds]}::uuid[])`.execute(tx)
}

export interface Likeness {
  readonly oneId: string
  readonly otherId: string
  readonly oneUnitId: string
  readonly otherUnitId: string
  readonly alike: number
}

/** A pair that was asked about before, or answered, is not asked about again. */
export async function saveLikeness(tx: Tx, pair: Likeness, at: Date): Promise<void> {
  const [low, high] = pair.oneId < pair.otherId ? [pair.oneId, pair.otherId] : [pair.otherId, pair.oneId]
  const [lowUnit, highUnit] = pair.oneId < pair.otherId ? [pair.oneUnitId, pair.otherUnitId] : [pair.otherUnitId, pair.oneUnitId]
  await sql`
    insert into channels.likeness (one_id, other_id, one_unit_id, other_unit_id, alike, found_at)
    values (${low}, ${high}, ${lowUnit}, ${highUnit}, ${pair.alike}, ${at}) on conflict do nothing`.execute(tx)
}

export async function saveAnswer(tx: Tx, by: By, pair: { oneId: string; otherId: string }, answer: 'same' | 'different'): Promise<void> {
  await sql`
    update channels.likeness set answer = ${answer}, answered_by = ${by.actor.accountId}, answered_at = ${by.at}
    where one_id = ${pair.oneId} and other_id = ${pair.otherId}`.execute(tx)
}

/** Puts `pieces` into the groups given: those that are in none stand alone again. */
export async function saveGroups(tx: Tx, by: By, pieces: readonly string[], groups: ReadonlyMap<string, string>): Promise<void> {
  await sql`delete from channels.same_information where piece_id = any(${[...pieces]}::uuid[])`.execute(tx)
  if (groups.size === 0) return
  await sql`
    insert into channels.same_information (piece_id, root_id, said_by, said_at)
    select piece, root, ${by.actor.accountId}, ${by.at} from unnest(${[...groups.keys()]}::uuid[], ${[...groups.values()]}::uuid[]) as told (piece, root)`.execute(
    tx,
  )
}
