// The audit trail, by who, what, on which object, with which outcome, and when.
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { containing } from './list-accounts.ts'

export interface AuditView {
  readonly auditId: number
  readonly at: string
  readonly accountId: string | null
  readonly login: string | null
  readonly name: string | null
  readonly onBehalfOfName: string | null
  readonly action: string
  readonly actionTitle: string
  readonly objectKind: string | null
  readonly objectId: string | null
  readonly unitName: string | null
  readonly outcome: 'done' | 'refused' | 'failed'
  readonly detail: Record<string, unknown>
  readonly address: string | null
}

export interface AuditFilter {
  readonly who?: string
  readonly accountId?: string
  readonly action?: string
  readonly objectKind?: string
  readonly objectId?: string
  readonly unitId?: string
  readonly outcome?: 'done' | 'refused' | 'failed'
  /** First and last day, both included, of the office's calendar. */
  readonly from?: string
  readonly to?: string
  readonly sort?: 'at' | '-at'
}

export async function listAudit(
  tx: Tx,
  filter: AuditFilter,
  timeZone: string,
  page: { offset: number; limit: number },
): Promise<{ rows: AuditView[]; total: number }> {
  const like = filter.who ? containing(filter.who) : null
  const { rows } = await sql<AuditView & { total: number }>`
    select count(*) over () as total, entry.id as "auditId", to_json(entry.at) as at, entry.account_id as "accountId", coalesce(entry.login, account.login) as login,
      account.name, absent.name as "onBehalfOfName", entry.action, entry.title as "actionTitle", entry.object_kind as "objectKind",
      entry.object_id as "objectId", unit.name as "unitName", entry.outcome, entry.detail, entry.address
    from access.audit entry
    left join access.account on account.id = entry.account_id
    left join access.account absent on absent.id = entry.on_behalf_of
    left join access.unit_name unit on unit.unit_id = entry.unit_id
    where (${like}::text is null or account.name ilike ${like}::text or account.login ilike ${like}::text or entry.login ilike ${like}::text)
      and (${filter.accountId ?? null}::uuid is null or entry.account_id = ${filter.accountId ?? null}::uuid)
      and (${filter.action ?? null}::text is null or entry.action = ${filter.action ?? null}::text)
      and (${filter.objectKind ?? null}::text is null or entry.object_kind = ${filter.objectKind ?? null}::text)
      and (${filter.objectId ?? null}::text is null or entry.object_id = ${filter.objectId ?? null}::text)
      and (${filter.unitId ?? null}::uuid is null or entry.unit_id = ${filter.unitId ?? null}::uuid)
      and (${filter.outcome ?? null}::text is null or entry.outcome = ${filter.outcome ?? null}::text)
      and (${filter.from ?? null}::date is null or entry.at >= (${filter.from ?? null}::date)::timestamp at time zone ${timeZone})
      and (${filter.to ?? null}::date is null or entry.at < (${filter.to ?? null}::date + 1)::timestamp at time zone ${timeZone})
    order by ${filter.sort === 'at' ? sql`entry.at, entry.id` : sql`entry.at desc, entry.id desc`}
    offset ${page.offset} limit ${page.limit}`.execute(tx)
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}
