// Tells people of something: one notice each, however often they are named.
import type { Tx } from '../../../platform/database/database.ts'
import type { NoticeKind } from '../law/kinds.ts'
import { insertNotices } from '../store/notices.ts'

export interface Notification {
  readonly accountIds: readonly string[]
  readonly kind: NoticeKind
  readonly title: string
  /** Page of the office: `/editions/…`. */
  readonly link: string
  readonly at: Date
}

export async function notify(tx: Tx, { accountIds, ...text }: Notification): Promise<void> {
  const people = [...new Set(accountIds)]
  if (people.length > 0) await insertNotices(tx, people, text)
}
