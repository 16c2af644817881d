// What is awaited of others and has a due day: confirmations without an answer, referrals, paper owed; the oldest first, a bounded number.
import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import type { ChaseKind } from '../../law/chasing.ts'

export interface Awaited {
  readonly kind: ChaseKind
  readonly editionId: string
  readonly round: number
  /** Id of the asked unit, 'referral' or 'paper'. */
  readonly subject: string
  readonly startedOn: Day
  readonly urgent: boolean
  readonly dueOn: Day
  readonly chased: readonly string[]
  readonly title: string
  readonly unitName: string
}

const chased = sql`array(select level from disclosure.chase where chase.edition_id = open.edition_id and chase.round = open.round and chase.subject = open.subject)`

const chinaDay = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date`

/** Open terms: every one has the state in which it is still awaited. */
const openTerms = sql`
  select 'confirmation' as kind, confirmation.edition_id, confirmation.round, confirmation.unit_id::text as subject, ${chinaDay('confirmation.asked_at')} as started_on, confirmation.due_on
  from disclosure.confirmation join disclosure.edition on edition.id = confirmation.edition_id
  where answer is null and edition.state = 'confirming' and confirmation.round = edition.round
    and not exists (select from disclosure.confirmation_decision ruled
      where (ruled.edition_id, ruled.round, ruled.unit_id) = (confirmation.edition_id, confirmation.round, confirmation.unit_id))
  union all
  select 'referral', referral.edition_id, referral.round, 'referral', ${chinaDay('referral.asked_at')}, referral.due_on
  from disclosure.referral join disclosure.edition on edition.id = referral.edition_id
  where edition.state = 'referred' and referral.round = edition.round and not exists (select from disclosure.referral_answer where referral_id = referral.id)
  union all
  select 'paper', route.edition_id, route.round, 'paper', ${chinaDay('route.at')}, route.paper_due_on
  from disclosure.urgent_route route join disclosure.edition on edition.id = route.edition_id
  where edition.state in ('signed', 'published', 'superseded', 'withdrawn', 'filed') and route.round = edition.round
    and not exists (select from disclosure.urgent_paper paper where (paper.edition_id, paper.round) = (route.edition_id, route.round))`

export interface Slice {
  readonly dueUntil?: Day
  readonly limit: number
}

export async function awaitedTerms(tx: Tx, { dueUntil, limit }: Slice): Promise<{ rows: Awaited[]; total: number }> {
  const condition = dueUntil === undefined ? sql`true` : sql`open.due_on <= ${dueUntil}::date`
  const { rows } = await sql<Awaited>`
    select open.kind, open.edition_id as "editionId", open.round, open.subject, open.started_on as "startedOn", open.due_on as "dueOn", ${chased} as chased,
      edition.title, unit.name as "unitName",
      exists (select from disclosure.urgent_route where urgent_route.edition_id = open.edition_id and urgent_route.round = open.round) as urgent
    from (${openTerms}) open
    join disclosure.edition on edition.id = open.edition_id
    join disclosure.document on document.id = edition.document_id
    join organization.unit on unit.id = document.unit_id
    where ${condition} order by open.due_on, open.edition_id, open.subject limit ${limit}`.execute(tx)
  const count = await sql<{ total: number }>`select count(*) as total from (${openTerms}) open where ${condition}`.execute(tx)
  return { rows, total: count.rows[0]?.total ?? 0 }
}
