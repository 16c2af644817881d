// Seals anew under the newest key what is sealed under another: beside a running system, in batches that each stand for themselves.
import { sql } from 'kysely'
import type { SealedColumn } from '../../kernel/sealed-column.ts'
import { beforeEveryId } from '../../kernel/walk.ts'
import { sealedUnder, type Seal } from '../../platform/crypto/seal.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { sealedColumns } from './places.ts'

/** Copies of identity documents have a few megabytes each. */
const rowsAtOnce = 20

export interface Resealing {
  readonly database: Database
  /** Under one ring that stays: with a key that came while we run, the walk would not end. */
  readonly seal: Seal
  /** Of its newest key. */
  readonly keyId: string
  /** After each batch: what was sealed anew there so far. */
  readonly tell?: (place: string, done: number) => void
}

export interface Resealed {
  readonly done: number
  /** What no key opens, left as it is. */
  readonly unopened: readonly { readonly place: string; readonly id: string }[]
}

interface Row {
  readonly id: string
  readonly sealed: Buffer
}

/** Rows that somebody holds are passed over: we wait for nobody, so that nobody can wait for us in a circle. What they write is sealed under the newest key. */
async function someUnder(tx: Tx, { table, column, key }: SealedColumn, prefix: Buffer, after: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ${sql.ref(key)}::text as id, ${sql.ref(column)} as sealed from ${sql.table(table)}
    where ${sql.ref(column)} is not null and substring(${sql.ref(column)} from 1 for ${prefix.length}) <> ${prefix}
      and ${sql.ref(key)} > ${after}::uuid
    order by ${sql.ref(key)} limit ${rowsAtOnce} for no key update skip locked`.execute(tx)
  return rows
}

/** What was done stays done: after a stop, the next run finds only what is left. */
export async function reseal({ database, seal, keyId, tell = () => {} }: Resealing): Promise<Resealed> {
  const prefix = sealedUnder(keyId)
  const unopened: { place: string; id: string }[] = []
  let all = 0
  for (const place of sealedColumns) {
    const name = `${place.table}.${place.column}`
    let [done, after]: [number, string | null] = [0, beforeEveryId]
    while (after !== null) {
      const from: string = after
      const some = await database.transaction((tx) => sealSome(tx, seal, place, prefix, from))
      unopened.push(...some.shut.map((id) => ({ place: name, id })))
      done += some.opened
      after = some.last
      if (after !== null) tell(name, done)
    }
    all += done
  }
  return { done: all, unopened }
}

interface Some {
  readonly opened: number
  readonly shut: readonly string[]
  /** Where to go on; null at the end. */
  readonly last: string | null
}

async function sealSome(tx: Tx, seal: Seal, place: SealedColumn, prefix: Buffer, after: string): Promise<Some> {
  const rows = await someUnder(tx, place, prefix, after)
  const shut: string[] = []
  for (const row of rows) if (!(await sealAnew(tx, seal, place, row))) shut.push(row.id)
  return { opened: rows.length - shut.length, shut, last: rows.at(-1)?.id ?? null }
}

/** False where no key opens it. */
async function sealAnew(tx: Tx, seal: Seal, { table, column, key, purpose }: SealedColumn, { id, sealed }: Row): Promise<boolean> {
  let plain: Buffer
  try {
    plain = seal.open(sealed, purpose(id))
  } catch {
    return false
  }
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${seal.seal(plain, purpose(id))} where ${sql.ref(key)} = ${id}::uuid`.execute(tx)
  return true
}
