// Urgent releases whose paper has not followed yet: whose, until when, what was reminded of; the oldest due day first.
import { sql } from 'kysely'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Day } from '../../../../kernel/day.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import type { State } from '../../law/states.ts'
import { stepRows } from '../../law/steps.ts'
import { allOf, containing } from '../conditions.ts'
import type { Slice } from '../edition-list.ts'
import { readableBy } from '../reach.ts'

export interface OwedRow {
  readonly editionId: string
  readonly title: string
  readonly unitName: string
  readonly authorName: string
  readonly state: State
  readonly orderedBy: string
  readonly declaredAt: Date
  readonly dueOn: Day
  readonly provisional: boolean
  /** Levels of chasing that have happened. */
  readonly chased: readonly string[]
}

export interface OwedQuestion {
  readonly q?: string | undefined
  /** Only those whose day has passed. */
  readonly overdue?: boolean
}

export async function owedPaper(
  tx: Tx,
  actor: Actor,
  { q, overdue }: OwedQuestion,
  today: Day,
  { limit, offset }: Slice,
): Promise<{ rows: OwedRow[]; total: number }> {
  const sources = sql`
    disclosure.urgent_route route
    join disclosure.edition on edition.id = route.edition_id and edition.round = route.round
    join disclosure.document on document.id = edition.document_id
    join organization.unit on unit.id = document.unit_id
    join access.account author on author.id = edition.author_id`
  const condition = allOf([
    readableBy(actor),
    sql`edition.state = any(${[...stepRows['complete-paper'].from]}::text[])`,
    sql`not exists (select from disclosure.urgent_paper paper where (paper.edition_id, paper.round) = (route.edition_id, route.round))`,
    overdue ? sql`route.paper_due_on < ${today}::date` : false,
    q ? containing(sql`edition.title`, q) : false,
  ])
  const { rows } = await sql<OwedRow>`
    select edition.id as "editionId", edition.title, unit.name as "unitName", author.name as "authorName", edition.state, route.ordered_by as "orderedBy",
      route.at as "declaredAt", route.paper_due_on as "dueOn", route.provisional,
      array(select level from disclosure.chase where (chase.edition_id, chase.round) = (route.edition_id, route.round) and subject = 'paper') as chased
    from ${sources} where ${condition} order by route.paper_due_on, edition.id limit ${limit} offset ${offset}`.execute(tx)
  const count = await sql<{ total: number }>`select count(*) as total from ${sources} where ${condition}`.execute(tx)
  return { rows, total: count.rows[0]?.total ?? 0 }
}
