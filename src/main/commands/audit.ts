// `gongkai audit prune`: takes old rows out of the audit trail, never those that the law wants kept.
import { Command } from 'commander'
import { isDay } from '../../kernel/day.ts'
import { pruneAudit, record } from '../../modules/access/index.ts'
import { withData } from '../connect.ts'
import { PlainFailure } from '../plain-failure.ts'

export function auditCommand(): Command {
  const prune = new Command('prune')
    .description('清理某日之前的操作日志（法定保存期内的不清理）\ndelete audit rows of days before a day; what the law wants kept stays')
    .requiredOption('--before <day>', '日期，例如 2026-01-01 a day')
    .action(({ before }: { before: string }) => {
      if (!isDay(before)) {
        throw new PlainFailure(`${before} 不是日期，应如 2026-01-01。`, `${before} is no day like 2026-01-01.`, { exitCode: 2 })
      }
      return withData(async ({ database, clock, settings }) => {
        const now = clock.now()
        const deleted = await database.transaction(async (tx) => {
          const ruling = await pruneAudit(tx, { before }, { today: clock.today(), timeZone: settings.timeZone })
          if (!ruling.ok) {
            const from = String(ruling.refusals[0]?.facts?.['from'])
            throw new PlainFailure(`操作日志须至少保存 6 个月，${from} 以后的记录不能清理。`, `Audit rows are kept six months: those since ${from} stay.`)
          }
          const entry = { accountId: null, login: null, objectKind: 'audit', outcome: 'done', detail: { before, deleted: ruling.value }, address: '' } as const
          await record(tx, { at: now, action: 'server.prune-audit', title: '在服务器上清理操作日志', ...entry })
          return ruling.value
        })
        console.log(`已清理 ${deleted} 条操作日志。 ${deleted} audit rows deleted.`)
      })
    })
  return new Command('audit').description('操作日志 the audit trail').addCommand(prune)
}
