// Which errors did citizens report, and which are answered?
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { ErrorKind } from '../law/error-kinds.ts'

export interface ErrorReportListed {
  readonly id: string
  readonly page: string
  readonly kind: ErrorKind
  readonly description: string
  readonly contact: string
  readonly receivedAt: Date
  readonly answeredAt: Date | null
  readonly answeredByName: string | null
  readonly answer: string
}

export interface ErrorReportQuestion {
  readonly state: 'open' | 'answered' | 'all'
  readonly kind?: ErrorKind | undefined
  readonly words: string
  readonly sort: 'newest' | 'oldest'
  readonly limit: number
  readonly offset: number
}

const fields = sql`r.id, r.page, r.kind, r.description, r.contact, r.received_at as "receivedAt", r.answered_at as "answeredAt",
  account.name as "answeredByName", r.answer`

export async function errorReports(tx: Tx, ask: ErrorReportQuestion): Promise<{ rows: readonly ErrorReportListed[]; total: number }> {
  const like = `%${ask.words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const state = ask.state === 'all' ? sql`true` : ask.state === 'open' ? sql`r.answered_at is null` : sql`r.answered_at is not null`
  const where = sql`${state} and (${ask.kind ?? null}::text is null or r.kind = ${ask.kind ?? null})
    and (${ask.words} = '' or r.description like ${like} or r.page like ${like})`
  const order = ask.sort === 'newest' ? sql`r.received_at desc, r.id` : sql`r.received_at, r.id`
  const [rows, total] = await Promise.all([
    sql<ErrorReportListed>`
      select ${fields} from interaction.error_report r left join access.account on account.id = r.answered_by
      where ${where} order by ${order} limit ${ask.limit} offset ${ask.offset}`.execute(tx),
    sql<{ count: number }>`select count(*) as count from interaction.error_report r where ${where}`.execute(tx),
  ])
  return { rows: rows.rows, total: total.rows[0]?.count ?? 0 }
}

export async function errorReport(tx: Tx, id: string): Promise<ErrorReportListed | undefined> {
  const found = await sql<ErrorReportListed>`
    select ${fields} from interaction.error_report r left join access.account on account.id = r.answered_by where r.id = ${id}::uuid`.execute(tx)
  return found.rows[0]
}
