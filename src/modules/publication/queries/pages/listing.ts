// A list of published documents as pages show it: by column, unit, month, year, kind and validity, newest first, walked by a cursor.
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../../platform/database/database.ts'
import type { Line } from '../../../../law/lines.ts'
import { ofLine } from './of-line.ts'
import { readCursor, writeCursor } from '../../rules/list-cursor.ts'

export interface ListRow {
  readonly id: string
  readonly title: string
  readonly unitName: string
  readonly indexNumber: string
  readonly documentNumber: string | null
  readonly kind: string
  readonly validity: 'valid' | 'amended' | 'expired' | 'repealed'
  readonly excerpt: string
  readonly draftedOn: string | null
  readonly publishedAt: Date
  readonly listedAt: Date
  readonly pinned: boolean
}

export interface ListQuestion {
  readonly columnIds?: readonly string[]
  readonly unitId?: string
  /** Without columns and unit: whose documents; the government's where nothing is said. */
  readonly line?: Line
  /** First instant, and the instant after the last, of the time of listing. */
  readonly from?: Date
  readonly until?: Date
  readonly kind?: string
  readonly validity?: string
  /** Only what somebody had applied for first (ogi-2019/44); without columns. */
  readonly fromApplication?: boolean
  /** Leaves old stock out, as the home page does. */
  readonly newOnly?: boolean
  readonly cursor?: string
  readonly size: number
  /** Day on which pins are asked for; absent where a list has none. */
  readonly pinsOn?: string
}

export interface ListPage {
  readonly rows: readonly ListRow[]
  /** Where the next page begins; null on the last. */
  readonly next: string | null
}

const fields = sql`document.id, document.title, document.unit_name as "unitName", document.index_number as "indexNumber",
  document.document_number as "documentNumber", document.kind, document.validity, document.excerpt,
  document.drafted_on as "draftedOn", document.published_at as "publishedAt", document.listed_at as "listedAt"`

function conditions(ask: ListQuestion, alias: RawBuilder<unknown>): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = []
  if (ask.unitId) all.push(sql`${alias}.unit_id = ${ask.unitId}::uuid`)
  if (ask.from) all.push(sql`${alias}.listed_at >= ${ask.from}`)
  if (ask.until) all.push(sql`${alias}.listed_at < ${ask.until}`)
  if (ask.kind) all.push(sql`document.kind = ${ask.kind}`)
  if (ask.validity) all.push(sql`document.validity = ${ask.validity}`)
  if (ask.fromApplication) all.push(sql`document.from_application`)
  if (ask.newOnly) all.push(sql`not document.historic`)
  return all
}

const allOf = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => (parts.length === 0 ? sql`true` : sql.join(parts, sql` and `))

/** One page of the list. Each column is walked by its own index, so that the cost depends on the page, not on the column. */
export async function listing(tx: Tx, ask: ListQuestion): Promise<ListPage> {
  const cursor = readCursor(ask.cursor)
  const limit = ask.size + 1
  if (!ask.columnIds) {
    const parts = conditions(ask, sql`document`)
    if (!ask.unitId) parts.push(ofLine(sql`document.unit_id`, ask.line ?? 'government'))
    if (cursor) parts.push(sql`(document.listed_at, document.id) < (${cursor.at}, ${cursor.id}::uuid)`)
    const found = await sql<ListRow>`
      select ${fields}, false as pinned from publication.document
      where ${allOf(parts)} order by document.listed_at desc, document.id desc limit ${limit}`.execute(tx)
    return cut(found.rows, ask.size)
  }
  const parts = conditions(ask, sql`placed`)
  if (cursor) parts.push(sql`(placed.listed_at, placed.document_id) < (${cursor.at}, ${cursor.id}::uuid)`)
  if (ask.pinsOn) parts.push(sql`not coalesce(placed.pinned_until >= ${ask.pinsOn}::date, false)`)
  const found = await sql<ListRow>`
    select distinct on (page."listedAt", page.id) page.* from unnest(${[...ask.columnIds]}::uuid[]) as asked (column_id)
    cross join lateral (
      select ${fields}, false as pinned from publication.document_column placed
      join publication.document on document.id = placed.document_id
      where placed.column_id = asked.column_id and ${allOf(parts)}
      order by placed.listed_at desc, placed.document_id desc limit ${limit}
    ) page
    order by page."listedAt" desc, page.id desc limit ${limit}`.execute(tx)
  const page = cut(found.rows, ask.size)
  if (!ask.pinsOn || cursor) return page
  return { rows: [...(await pinned(tx, ask)), ...page.rows], next: page.next }
}

async function pinned(tx: Tx, ask: ListQuestion): Promise<ListRow[]> {
  const found = await sql<ListRow>`
    select distinct on (document.listed_at, document.id) ${fields}, true as pinned from publication.document_column placed
    join publication.document on document.id = placed.document_id
    where placed.column_id = any(${[...(ask.columnIds ?? [])]}::uuid[]) and placed.pinned_until >= ${ask.pinsOn}::date
      and ${allOf(conditions(ask, sql`placed`))}
    order by document.listed_at desc, document.id desc limit 20`.execute(tx)
  return found.rows
}

function cut(rows: readonly ListRow[], size: number): ListPage {
  const last = rows[size - 1]
  return { rows: rows.slice(0, size), next: rows.length > size && last ? writeCursor({ at: last.listedAt, id: last.id }) : null }
}
