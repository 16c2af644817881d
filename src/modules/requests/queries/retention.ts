// Applications that are filed away and whose applicant's identity is still kept, with what decides how long.
import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Kept } from '../rules/retention.ts'

export interface KeptIdentity extends Kept {
  readonly id: string
}

/** A piece in the order of ids; only those that ended before `endedBefore` can be due. */
export async function keptIdentities(tx: Tx, { after, endedBefore, limit }: { after: string; endedBefore: Day; limit: number }): Promise<KeptIdentity[]> {
  const { rows } = await sql<KeptIdentity>`
    select application.id, application.state, application.concluded_on as "concludedOn",
      array(select concluded_on::text from requests.remedy where remedy.application_id = application.id) as "remediesEndedOn"
    from requests.applicant_identity kept
    join requests.application on application.id = kept.application_id
    where kept.application_id > ${after}::uuid and application.state = 'archived' and application.concluded_on < ${endedBefore}::date
    order by kept.application_id limit ${limit} for update of application skip locked`.execute(tx)
  return rows
}
