// The worker takes over what citizens sent about errors of the site, and tells those who answer.
import { accountsWhoMay } from '../../access/index.ts'
import { notify } from '../../notices/index.ts'
import { unitTree } from '../../organization/index.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { errorReportKind } from '../law/inbox-kinds.ts'
import { newErrorReport, type ErrorReport } from '../rules/error-report.ts'
import { saveErrorReport } from '../store/error-reports.ts'
import { takeFromInbox } from '../store/inbox.ts'

const batch = 100

/** Returns how many were taken over; what is malformed is dropped, because the portal has checked it before. */
export async function takeErrorReports(tx: Tx, { at, today }: { at: Date; today: Day }): Promise<number> {
  const rows = await takeFromInbox(tx, errorReportKind, batch)

  const reports = rows.flatMap((row): ErrorReport[] => {
    const ruling = newErrorReport(formOf(row.body), row.receivedAt, today, row.id)
    return ruling.ok ? [ruling.value] : []
  })

  let taken = 0
  for (const report of reports) if (await saveErrorReport(tx, report)) taken += 1
  const unitId = taken > 0 ? (await unitTree(tx, { asOf: today })).find((unit) => unit.parentId === null)?.id : undefined
  if (unitId) {
    const people = await accountsWhoMay(tx, 'error-report.answer', { unitId }, today)
    await notify(tx, {
      accountIds: people.map((one) => one.accountId),
      kind: 'task',
      title: taken === 1 ? '收到一条网站找错' : `收到 ${taken} 条网站找错`,
      link: '/error-reports',
      at,
    })
  }
  return taken
}

function formOf(body: unknown): { page: string; kind: string; description: string; contact: string } {
  const text = (name: string): string => {
    const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
    return typeof value === 'string' ? value : ''
  }
  return { page: text('page'), kind: text('kind'), description: text('description'), contact: text('contact') }
}
