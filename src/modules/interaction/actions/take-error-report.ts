// Takes over what a citizen sent about an error of the site, and tells those who answer.
import { accountsWhoMay } from '../../access/index.ts'
import { notify } from '../../notices/index.ts'
import { unitTree } from '../../organization/index.ts'
import type { Day } from '../../../kernel/day.ts'
import { partyKind } from '../../../law/lines.ts'
import { granted, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { newErrorReport, type ErrorReportRefusal } from '../rules/error-report.ts'
import { saveErrorReport } from '../store/error-reports.ts'

/** A row of the inbox of the public side. */
export interface SentRow {
  readonly id: string
  readonly body: unknown
  readonly receivedAt: Date
}

/** Refuses what the portal would have refused: then somebody else wrote into the inbox. */
export async function takeErrorReport(tx: Tx, row: SentRow, { at, today }: { at: Date; today: Day }): Promise<Ruling<{ id: string }, ErrorReportRefusal>> {
  const report = newErrorReport(formOf(row.body), row.receivedAt, today, row.id)
  if (!report.ok) return report

  const isNew = await saveErrorReport(tx, report.value)
  const site = isNew ? (await unitTree(tx, { asOf: today })).find((unit) => unit.parentId === null && unit.kind !== partyKind) : undefined
  if (site) {
    const people = await accountsWhoMay(tx, 'error-report.answer', { unitId: site.id }, today)
    await notify(tx, { accountIds: people.map((one) => one.accountId), kind: 'task', title: '收到一条网站找错', link: '/error-reports', at })
  }
  return granted({ id: row.id })
}

function formOf(body: unknown): { page: string; kind: string; description: string; contact: string } {
  const text = (name: string): string => {
    const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
    return typeof value === 'string' ? value : ''
  }
  return { page: text('page'), kind: text('kind'), description: text('description'), contact: text('contact') }
}
