// Where is one person reminded, and is there a way out at all?
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { OutgoingChannel } from '../law/outgoing.ts'

export interface MailAddress {
  readonly address: string | null
  readonly pendingAddress: string | null
  readonly pendingCode: Buffer | null
  readonly pendingUntil: Date | null
  readonly pendingTries: number
  readonly askedAt: Date | null
}

/** Locked for this transaction, so that codes cannot be tried beside each other. */
export async function lockedAddress(tx: Tx, accountId: string): Promise<MailAddress | undefined> {
  const { rows } = await sql<MailAddress>`
    select address, pending_address as "pendingAddress", pending_code as "pendingCode", pending_until as "pendingUntil",
      pending_tries as "pendingTries", asked_at as "askedAt"
    from notices.mail_address where account_id = ${accountId} for update`.execute(tx)
  return rows[0]
}

/** What each way out is called; null where it is not set up. */
export async function waysOut(tx: Tx): Promise<Readonly<Record<OutgoingChannel, string | null>>> {
  const { rows } = await sql<{ mail: string | null; text: string | null }>`select mail_sender as mail, text_gateway as text from notices.way_out`.execute(tx)
  return rows[0] ?? { mail: null, text: null }
}

export const mailSender = async (tx: Tx): Promise<string | null> => (await waysOut(tx)).mail

export interface DueDigest {
  readonly accountId: string
  readonly name: string
  readonly address: string
  readonly counts: readonly { readonly kind: string; readonly count: number }[]
}

/** Whom to tell of what is new and unread since they were told; at most `limit` people, locked against a second worker. */
export async function dueDigests(tx: Tx, until: Date, limit: number): Promise<readonly DueDigest[]> {
  const { rows } = await sql<DueDigest>`
    with due as (
      select mail_address.account_id, account.name, mail_address.address, mail_address.told_until
      from notices.mail_address join access.account on account.id = mail_address.account_id
      where mail_address.address is not null and account.disabled_at is null and mail_address.told_until < ${until}
        and exists (select from notices.notice where notice.account_id = mail_address.account_id and read_at is null
          and notice.created_at > mail_address.told_until and notice.created_at <= ${until})
      order by mail_address.account_id limit ${limit} for update of mail_address skip locked
    )
    select due.account_id as "accountId", due.name, due.address, news.counts
    from due cross join lateral (
      select json_agg(json_build_object('kind', kind, 'count', count) order by count desc, kind) as counts
      from (select kind, count(*) as count from notices.notice
        where notice.account_id = due.account_id and read_at is null and created_at > due.told_until and created_at <= ${until} group by kind) as grouped
    ) as news order by due.account_id`.execute(tx)
  return rows
}
