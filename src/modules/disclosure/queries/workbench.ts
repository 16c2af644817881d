// The figures and the first rows of one person's home page: 工作台.
import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { editionColumns, editionSources, type EditionListRow } from './edition-list.ts'
import { readableBy } from './reach.ts'
import { returnedTo, tasksOf, waitingFor, type TaskListRow } from './tasks.ts'

export interface Workbench {
  readonly counts: {
    readonly waiting: number
    readonly returned: number
    readonly drafts: number
    readonly underway: number
    readonly scheduled: number
    readonly publishedThisMonth: number
  }
  readonly waiting: readonly TaskListRow[]
  readonly returned: readonly TaskListRow[]
  readonly drafts: readonly EditionListRow[]
  readonly published: readonly EditionListRow[]
}

const shownRows = 8

export async function workbenchOf(tx: Tx, actor: Actor, today: Day): Promise<Workbench> {
  const mine = sql`edition.author_id = ${actor.accountId}`
  const month = sql`(edition.published_at at time zone 'Asia/Shanghai')::date >= date_trunc('month', ${today}::date)`
  const { rows } = await sql<Workbench['counts']>`
    select count(*) filter (where ${waitingFor(actor).condition}) as waiting,
      count(*) filter (where ${returnedTo(actor)}) as returned,
      count(*) filter (where edition.state = 'draft' and ${mine}) as drafts,
      count(*) filter (where ${mine} and edition.state in ('section-review', 'secrecy-review', 'referred', 'confirming', 'signing', 'signing-important', 'signed')) as underway,
      count(*) filter (where edition.scheduled_for is not null and ${readableBy(actor)}) as scheduled,
      count(*) filter (where edition.published_at is not null and ${month} and ${readableBy(actor)}) as "publishedThisMonth"
    from ${editionSources}
    where edition.state not in ('published', 'published-internally', 'superseded', 'withdrawn', 'filed', 'discarded') or (edition.published_at is not null and ${month})`.execute(
    tx,
  )
  const slice = { limit: shownRows, offset: 0 }
  const drafts = await sql<EditionListRow>`
    select ${editionColumns} from ${editionSources} where edition.state = 'draft' and ${mine}
    order by edition.updated_at desc, edition.id limit ${shownRows}`.execute(tx)
  const published = await sql<EditionListRow>`
    select ${editionColumns} from ${editionSources} where edition.state = 'published' and edition.published_at is not null and ${readableBy(actor)}
    order by edition.published_at desc, edition.id limit ${shownRows}`.execute(tx)
  return {
    counts: rows[0] ?? { waiting: 0, returned: 0, drafts: 0, underway: 0, scheduled: 0, publishedThisMonth: 0 },
    waiting: (await tasksOf(tx, actor, 'waiting', {}, slice)).rows,
    returned: (await tasksOf(tx, actor, 'returned', {}, slice)).rows,
    drafts: drafts.rows,
    published: published.rows,
  }
}
