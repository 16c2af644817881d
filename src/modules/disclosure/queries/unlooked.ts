// The next edition in work whose saved text the gate has not looked at since; what is being typed is left until it rests.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

const restSeconds = 3

export async function nextUnlooked(tx: Tx, at: Date): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select edition.id from disclosure.edition left join gate.look on look.edition_id = edition.id
    where edition.state not in ('published', 'superseded', 'withdrawn', 'filed', 'discarded')
      and (look.edition_id is null or look.edition_version <> edition.version) and edition.updated_at < ${at}::timestamptz - make_interval(secs => ${restSeconds})
    order by edition.updated_at limit 1`.execute(tx)
  return rows[0]?.id
}
