// What the public site may do here: put a report into the inbox, with a login that can do nothing else.
import type { Tx } from '../../../platform/database/database.ts'
import { errorReportKind } from '../law/inbox-kinds.ts'
import type { ErrorReport } from '../rules/error-report.ts'
import { putInInbox } from '../store/inbox.ts'

export function sendErrorReport(tx: Tx, { id, receivedAt, page, kind, description, contact }: ErrorReport): Promise<void> {
  return putInInbox(tx, { id, kind: errorReportKind, body: { page, kind, description, contact }, receivedAt })
}
