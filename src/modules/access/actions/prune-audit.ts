// Takes old rows out of the audit trail, for an operator who must; nothing the law wants kept. No job does it by itself.
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { auditRetention } from '../law/sign-in-policy.ts'
import { startOfDay } from '../queries/start-of-day.ts'
import { keepFrom } from '../rules/audit-retention.ts'
import { deleteAuditBefore } from '../store/audit.ts'

/** Deletes rows of days before `before`; returns how many. Needs the owner's login. */
export async function pruneAudit(
  tx: Tx,
  { before }: { readonly before: Day },
  { today, timeZone }: { readonly today: Day; readonly timeZone: string },
): Promise<Ruling<number, 'kept-by-law'>> {
  const kept = keepFrom(today)
  const article = auditRetention.versions.findLast((version) => version.inForceFrom <= today)?.article
  if (before > kept) return refused({ code: 'kept-by-law', facts: { from: kept }, ...(article ? { article } : {}) })
  return granted(await deleteAuditBefore(tx, await startOfDay(tx, before, timeZone)))
}
