// An account as an actor: for the commands of the operator, the demo town and tests.
import { sql } from 'kysely'
import type { Actor, Grant } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { grantsAsJson } from './grants-in-force.ts'

/** The account with the rights it has on `today`; undefined where there is none or it is disabled. */
export async function actorOf(tx: Tx, account: { readonly login: string } | { readonly accountId: string }, today: Day): Promise<Actor | undefined> {
  const which = 'login' in account ? sql`account.login = ${account.login}` : sql`account.id = ${account.accountId}`
  const { rows } = await sql<{ accountId: string; name: string; grants: Grant[] }>`
    select account.id as "accountId", account.name, ${grantsAsJson(sql`account.id`, today)} as grants
    from access.account where ${which} and account.disabled_at is null`.execute(tx)
  return rows[0]
}
