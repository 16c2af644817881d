// What a backup takes out of the database and a restore puts back: tables by COPY, sequences, and the ties between tables.
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { ArchiveHeader } from './archive.ts'

export type BackedTable = ArchiveHeader['tables'][number]
export type BackedSequence = ArchiveHeader['sequences'][number]

const chunkBytes = 8 * 1024 * 1024
const newLine = 10
const identifier = (name: string): string => pg.escapeIdentifier(name)
const nameOf = (table: { schema: string; name: string }): string => `${identifier(table.schema)}.${identifier(table.name)}`
/** Ours: all schemas but the system's, the queue's (its jobs are made anew) and the bookkeeping of migrations. */
const ours = `nspname !~ '^pg_' and nspname not in ('information_schema', 'graphile_worker') and (nspname <> 'public' or relname = 'installation')`

/** Every table with its columns, but for those that the database computes. */
export async function tablesOf(client: pg.ClientBase): Promise<BackedTable[]> {
  const { rows } = await client.query<BackedTable>(
    `select nspname as schema, relname as name, array_agg(attname::text order by attnum) as columns
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
     where relkind = 'r' and ${ours}
     group by nspname, relname order by nspname, relname`,
  )
  return rows
}

export async function sequencesOf(client: pg.ClientBase): Promise<BackedSequence[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select nspname as schema, relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where relkind = 'S' and ${ours} order by nspname, relname`,
  )
  const sequences: BackedSequence[] = []
  for (const row of rows) {
    const state = await client.query<{ last_value: string; is_called: boolean }>(`select last_value::text, is_called from ${nameOf(row)}`)
    sequences.push({ ...row, lastValue: state.rows[0]?.last_value ?? '1', called: state.rows[0]?.is_called ?? false })
  }
  return sequences
}

/** The rows of a table as COPY text, cut between rows into pieces of bounded size. */
export async function* rowsOf(client: pg.ClientBase, table: BackedTable): AsyncGenerator<Buffer> {
  const stream = client.query(copyTo(`copy ${nameOf(table)} (${table.columns.map(identifier).join(', ')}) to stdout`))
  let held: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    held.push(chunk)
    bytes += chunk.byteLength
    if (bytes < chunkBytes) continue
    const all = Buffer.concat(held)
    // A line end inside a value is written as \n by COPY, so that a bare one always ends a row.
    const end = all.lastIndexOf(newLine) + 1
    if (end > 0) yield all.subarray(0, end)
    held = [all.subarray(end)]
    bytes = all.byteLength - end
  }
  if (bytes > 0) yield Buffer.concat(held)
}

export async function putRows(client: pg.ClientBase, table: BackedTable, rows: Readable): Promise<void> {
  await pipeline(rows, client.query(copyFrom(`copy ${nameOf(table)} (${table.columns.map(identifier).join(', ')}) from stdin`)))
}

export async function setSequences(client: pg.ClientBase, sequences: readonly BackedSequence[]): Promise<void> {
  for (const sequence of sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [nameOf(sequence), sequence.lastValue, sequence.called])
  }
}

/**
 * Runs `fill` over emptied tables without foreign keys and triggers, and ties them again afterwards, which proves every
 * reference. All of it belongs to the caller's transaction, and needs no superuser.
 */
export async function withTablesUntied(client: pg.ClientBase, fill: () => Promise<void>): Promise<void> {
  const ties = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(pg_constraint.oid) as definition
     from pg_constraint join pg_class on pg_class.oid = conrelid join pg_namespace on pg_namespace.oid = relnamespace
     where contype = 'f' and ${ours} order by 1, 2`,
  )
  const triggers = await client.query<{ table: string }>(
    `select distinct tgrelid::regclass::text as table from pg_trigger
       join pg_class on pg_class.oid = tgrelid join pg_namespace on pg_namespace.oid = relnamespace
     where not tgisinternal and ${ours}`,
  )
  for (const { table, name } of ties.rows) await client.query(`alter table ${table} drop constraint ${identifier(name)}`)
  for (const { table } of triggers.rows) await client.query(`alter table ${table} disable trigger user`)
  const tables = (await tablesOf(client)).map(nameOf)
  await client.query(`truncate ${tables.join(', ')}`)
  await fill()
  for (const { table, name, definition } of ties.rows) await client.query(`alter table ${table} add constraint ${identifier(name)} ${definition}`)
  for (const { table } of triggers.rows) await client.query(`alter table ${table} enable trigger user`)
}
