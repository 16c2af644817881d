// What was made public in a span of time, counted over the register of what happened at the door.
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/database.ts'

export interface Figures {
  readonly published: number
  readonly revised: number
  readonly withdrawn: number
  readonly units: number
}

export async function figures(tx: Tx, from: Date, until: Date): Promise<Figures> {
  const [acts, units] = await Promise.all([
    sql<{ act: string; count: number }>`
      select act, count(*) as count from publication.register_entry where at >= ${from} and at < ${until} group by act`.execute(tx),
    sql<{ count: number }>`
      select count(distinct unit_id) as count from publication.document where not historic and listed_at >= ${from} and listed_at < ${until}`.execute(tx),
  ])
  const of = (act: string): number => acts.rows.find((row) => row.act === act)?.count ?? 0
  return { published: of('publish'), revised: of('revise'), withdrawn: of('withdraw'), units: units.rows[0]?.count ?? 0 }
}
