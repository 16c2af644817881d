// The figures and the first rows of one person's home page: 工作台.
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { states, type State } from '../law/states.ts'
import { editionColumns, editionSources, type EditionListRow } from './edition-list.ts'
import { firstReadable, readableBy } from './reach.ts'
import { returnedTo, taskRows, waitingFor, type TaskListRow } from './tasks.ts'

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
/** Named one by one, so that the index of states finds them among a million that are over. */
const over: ReadonlySet<State> = new Set(['published', 'published-internally', 'superseded', 'withdrawn', 'filed', 'discarded'])
const inWork = (Object.keys(states) as State[]).filter((state) => !over.has(state))

const places = sql`disclosure.edition join disclosure.document on document.id = edition.document_id`
const newestFirst = sql`order by edition.published_at desc, edition.id desc`
/** More than a person would count. */
const mostOfMonth = 10_000

const publishedSince = (actor: Actor, instant: string): RawBuilder<unknown> => {
  const condition = sql`edition.published_at >= ${instant}::timestamptz`
  return sql`select count(distinct id) from (${firstReadable(actor, { sources: places, condition, order: newestFirst, most: mostOfMonth })}) found`
}

export async function workbenchOf(tx: Tx, actor: Actor, today: Day): Promise<Workbench> {
  const firstOfMonth = `${today.slice(0, 7)}-01T00:00:00+08:00`
  const mine = sql`edition.author_id = ${actor.accountId}`
  const { rows } = await sql<Workbench['counts']>`
    select count(*) filter (where ${waitingFor(actor).condition}) as waiting,
      count(*) filter (where ${returnedTo(actor)}) as returned,
      count(*) filter (where edition.state = 'draft' and ${mine}) as drafts,
      count(*) filter (where ${mine} and edition.state in ('section-review', 'secrecy-review', 'referred', 'confirming', 'signing', 'signing-important', 'signed')) as underway,
      count(*) filter (where edition.scheduled_for is not null and ${readableBy(actor)}) as scheduled,
      (${publishedSince(actor, firstOfMonth)}) as "publishedThisMonth"
    from ${editionSources} where edition.state = any(${inWork})`.execute(tx)
  const counts = rows[0] ?? { waiting: 0, returned: 0, drafts: 0, underway: 0, scheduled: 0, publishedThisMonth: 0 }
  const slice = { limit: shownRows, offset: 0 }
  const drafts = await sql<EditionListRow>`
    select ${editionColumns} from ${editionSources} where edition.state = 'draft' and ${mine}
    order by edition.updated_at desc, edition.id limit ${shownRows}`.execute(tx)
  const published = await sql<EditionListRow>`
    select ${editionColumns} from ${editionSources} where edition.id in (${firstReadable(actor, {
      sources: places,
      condition: sql`edition.state = 'published' and edition.published_at is not null`,
      order: newestFirst,
      most: shownRows,
    })})
    ${newestFirst} limit ${shownRows}`.execute(tx)
  return {
    counts,
    waiting: counts.waiting === 0 ? [] : await taskRows(tx, actor, 'waiting', {}, slice),
    returned: counts.returned === 0 ? [] : await taskRows(tx, actor, 'returned', {}, slice),
    drafts: drafts.rows,
    published: published.rows,
  }
}
