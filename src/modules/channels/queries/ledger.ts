// A page of the ledger, as far as somebody may see it.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { countedTo, mostCounted, type Counted } from '../../../platform/database/counted.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { EnteredChannel } from '../law/channels.ts'
import { allOf, containing, inScope, type Scope } from './scope.ts'

export interface LedgerRow {
  readonly entryId: string
  readonly documentId: string | null
  readonly pieceId: string
  /** Null of a withdrawn document: its words are gone. */
  readonly title: string | null
  readonly indexNumber: string | null
  readonly unitId: string
  readonly unitName: string
  readonly channel: EnteredChannel
  readonly shownOn: Day
  readonly place: string
  readonly address: string
  readonly note: string
  readonly evidence: number
  readonly enteredByName: string
  readonly enteredAt: Date
  readonly version: number
  readonly struckAt: Date | null
  readonly struckByName: string | null
  readonly struckReason: string
  /** Other pieces that are the same information. */
  readonly sameAs: number
}

export interface LedgerQuestion {
  readonly q?: string | undefined
  readonly channel?: EnteredChannel | undefined
  readonly documentId?: string | undefined
  readonly pieceId?: string | undefined
  readonly entryId?: string | undefined
  readonly from?: Day | undefined
  readonly until?: Day | undefined
  readonly view?: 'standing' | 'unproved' | 'struck' | 'all' | undefined
  readonly sort?: LedgerSort | undefined
}

const sorts = { shownOn: sql`e.shown_on`, enteredAt: sql`e.entered_at`, unitName: sql`unit.name`, channel: sql`e.channel` } as const
type LedgerSort = keyof typeof sorts | `-${keyof typeof sorts}`

const unproved = sql`not exists (select from channels.evidence v where v.entry_id = e.id and v.removed_at is null)`

function orderOf(sort: LedgerSort): RawBuilder<unknown> {
  const falling = sort.startsWith('-')
  const column = sorts[(falling ? sort.slice(1) : sort) as keyof typeof sorts]
  return falling ? sql`${column} desc, e.id` : sql`${column}, e.id`
}

const source = sql`
  from channels.entry e
  join organization.unit on unit.id = e.unit_id
  left join publication.document d on d.id = e.document_id
  left join publication.tombstone t on t.document_id = e.document_id
  left join channels.offline_piece p on p.id = e.offline_piece_id`

export async function ledger(
  tx: Tx,
  scope: Scope,
  ask: LedgerQuestion,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly LedgerRow[] } & Counted> {
  const { view = 'standing', q } = ask
  const where = allOf([
    inScope(sql`coalesce(d.unit_id, e.unit_id)`, scope),
    view === 'struck' ? sql`e.struck_at is not null` : view !== 'all' && sql`e.struck_at is null`,
    view === 'unproved' && sql`e.address = '' and ${unproved}`,
    q !== undefined &&
      q !== '' &&
      sql`(${containing(sql`coalesce(d.title, p.title, '')`, q)} or ${containing(sql`e.place`, q)} or coalesce(d.index_number, t.index_number) = ${q})`,
    ask.channel !== undefined && sql`e.channel = ${ask.channel}`,
    ask.documentId !== undefined && sql`e.document_id = ${ask.documentId}`,
    ask.pieceId !== undefined && sql`e.piece_id = ${ask.pieceId}`,
    ask.entryId !== undefined && sql`e.id = ${ask.entryId}`,
    ask.from !== undefined && sql`e.shown_on >= ${ask.from}`,
    ask.until !== undefined && sql`e.shown_on <= ${ask.until}`,
  ])
  const { rows } = await sql<LedgerRow>`
    select e.id as "entryId", e.document_id as "documentId", e.piece_id as "pieceId", coalesce(d.title, p.title) as title,
      coalesce(d.index_number, t.index_number) as "indexNumber", coalesce(d.unit_id, e.unit_id) as "unitId", unit.name as "unitName", e.channel,
      e.shown_on as "shownOn", e.place, e.address, e.note,
      (select count(*) from channels.evidence v where v.entry_id = e.id and v.removed_at is null) as evidence,
      enterer.name as "enteredByName", e.entered_at as "enteredAt", e.version, e.struck_at as "struckAt", striker.name as "struckByName", e.struck_reason as "struckReason",
      (select count(*) from channels.same_information mine join channels.same_information others using (root_id)
        where mine.piece_id = e.piece_id and others.piece_id <> e.piece_id) as "sameAs"
    ${source}
    join access.account enterer on enterer.id = e.entered_by
    left join access.account striker on striker.id = e.struck_by
    where ${where} order by ${orderOf(ask.sort ?? '-shownOn')} limit ${limit} offset ${offset}`.execute(tx)
  return { rows, ...(await countedTo(tx, sql`select ${source} where ${where}`, mostCounted)) }
}
