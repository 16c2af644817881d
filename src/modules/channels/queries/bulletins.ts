// Bulletins of a scope, one of them with what it holds, and what could be picked for one.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { BulletinItem } from '../rules/bulletin.ts'
import { allOf, containing, inScope, type Scope } from './scope.ts'

export interface Bulletin {
  readonly bulletinId: string
  readonly unitId: string
  readonly unitName: string
  readonly title: string
  readonly year: number
  readonly issue: number | null
  readonly foreword: string
  readonly columnId: string | null
  readonly documentIds: readonly string[]
  readonly version: number
  readonly createdByName: string
  readonly updatedAt: Date
  readonly editionId: string | null
  /** State of its edition. */
  readonly state: string | null
}

const selected = sql`
  select b.id as "bulletinId", b.unit_id as "unitId", unit.name as "unitName", b.title, b.year, b.issue, b.foreword, b.column_id as "columnId", b.document_ids as "documentIds",
    b.version, account.name as "createdByName", b.updated_at as "updatedAt", b.edition_id as "editionId", edition.state
  from channels.bulletin b
  join organization.unit on unit.id = b.unit_id
  join access.account on account.id = b.created_by
  left join disclosure.edition on edition.id = b.edition_id`

export async function bulletins(
  tx: Tx,
  scope: Scope,
  { view, q }: { readonly view: 'all' | 'draft' | 'issued'; readonly q: string },
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly Bulletin[]; readonly total: number }> {
  const where = allOf([
    inScope(sql`b.unit_id`, scope),
    view === 'draft' && sql`b.issue is null`,
    view === 'issued' && sql`b.issue is not null`,
    q !== '' && containing(sql`b.title`, q),
  ])
  const { rows } =
    await sql<Bulletin>`${selected} where ${where} order by b.year desc, b.issue desc nulls first, b.created_at desc, b.id limit ${limit} offset ${offset}`.execute(
      tx,
    )
  const counted = await sql<{ total: number }>`select count(*) as total from channels.bulletin b where ${where}`.execute(tx)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

export async function bulletinById(tx: Tx, bulletinId: string, { lock = false } = {}): Promise<Bulletin | undefined> {
  if (lock) await sql`select from channels.bulletin where id = ${bulletinId} for update`.execute(tx)
  const { rows } = await sql<Bulletin>`${selected} where b.id = ${bulletinId}`.execute(tx)
  return rows[0]
}

const item = sql`
  d.id as "documentId", d.title, d.unit_name as "unitName", d.document_number as "documentNumber", d.index_number as "indexNumber",
  (d.listed_at at time zone 'Asia/Shanghai')::date as "publishedOn"`

/** The documents in the order asked for; a withdrawn one is not among them. */
export async function bulletinItems(tx: Tx, documentIds: readonly string[]): Promise<BulletinItem[]> {
  const { rows } = await sql<BulletinItem>`
    select ${item}, d.summary, left(d.body_text, 3000) as "bodyText"
    from unnest(${[...documentIds]}::uuid[]) with ordinality as chosen (id, place) join publication.document d on d.id = chosen.id order by chosen.place`.execute(
    tx,
  )
  return rows
}

export type Candidate = Omit<BulletinItem, 'summary' | 'bodyText'>

/** What was published in a period by a unit and those below it. */
export async function candidates(
  tx: Tx,
  ask: { readonly unitId: string; readonly from: Day; readonly until: Day; readonly q: string },
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly Candidate[]; readonly total: number }> {
  const source = sql`
    from publication.document d
    where d.listed_at >= (${ask.from}::date)::timestamp at time zone 'Asia/Shanghai' and d.listed_at < (${ask.until}::date + 1)::timestamp at time zone 'Asia/Shanghai'
      and d.unit_id in (select descendant_id from access.unit_reach where ancestor_id = ${ask.unitId})
      and (${ask.q} = '' or ${containing(sql`d.title`, ask.q)})`
  const { rows } = await sql<Candidate>`select ${item} ${source} order by d.listed_at desc, d.id limit ${limit} offset ${offset}`.execute(tx)
  const counted = await sql<{ total: number }>`select count(*) as total ${source}`.execute(tx)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}
