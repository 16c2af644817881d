// Answers the audit trail, on the screen and as a file.
import { granted } from '../../../kernel/ruling.ts'
import { timeAt } from '../../../platform/clock/clock.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { listAudit } from '../queries/list-audit.ts'
import * as contracts from './contract.ts'
import { exportLimit } from './office-accounts.ts'

const outcomeTitles = { done: '成功', refused: '未准许', failed: '故障' } as const

export const auditRoutes: readonly OfficeRoute[] = [
  answer(contracts.listAudit, async (call) => {
    const { page, size, ...filter } = call.query
    return granted(await listAudit(call.tx, filter, call.clock.timeZone, { offset: (page - 1) * size, limit: size }))
  }),

  answer(contracts.exportAudit, async (call) => {
    const { rows } = await listAudit(call.tx, call.query, call.clock.timeZone, { offset: 0, limit: exportLimit })
    const line = (row: (typeof rows)[number]) => [
      timeAt(new Date(row.at), call.clock.timeZone),
      row.name,
      row.login,
      row.onBehalfOfName,
      row.actionTitle,
      row.action,
      outcomeTitles[row.outcome],
      row.objectKind,
      row.objectId,
      row.unitName,
      row.address,
      JSON.stringify(row.detail),
    ]
    const headings = ['时间', '姓名', '登录名', '代何人办理', '事项', '操作代码', '结果', '对象类别', '对象编号', '机构', '地址', '说明']
    return granted(csvFile('操作日志', headings, rows.map(line)))
  }),
]
