// Answers what the office asks of documents whose basis changed.
import { granted } from '../../../kernel/ruling.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { settleBasisChange } from '../actions/settle-basis-change.ts'
import { basisChanges, basisSettlements } from '../law/basis-changes.ts'
import { basisChangeList } from '../queries/basis-changes.ts'
import { officeTime } from '../rules/sheet-words.ts'
import * as contract from './basis-contract.ts'
import { byOf, sliceOf, wholeList } from './call.ts'

const headings = ['标题', '单位', '起草人', '依据', '依据文号', '变化', '变化时间', '现行文件', '处理结果', '说明', '处理人', '处理时间']

export const basisRoutes: readonly OfficeRoute[] = [
  answer(contract.listBasisChanges, async ({ tx, actor, query }) => {
    const { rows, total } = await basisChangeList(tx, actor, query, sliceOf(query))
    return granted({
      rows: rows.map((row) => ({
        ...row,
        changeTitle: basisChanges[row.change].title,
        happenedAt: row.happenedAt.toISOString(),
        settledAt: row.settledAt?.toISOString() ?? null,
      })),
      total,
    })
  }),
  answer(contract.exportBasisChanges, async ({ tx, actor, query }) => {
    const { rows } = await basisChangeList(tx, actor, query, wholeList)
    const cells = rows.map((row) => [
      row.title,
      row.unitName,
      row.authorName,
      row.basisTitle,
      row.basisNumber,
      basisChanges[row.change].title,
      officeTime(row.happenedAt),
      row.successorTitle,
      row.settlement && basisSettlements[row.settlement].title,
      row.settledNote,
      row.settledByName,
      row.settledAt && officeTime(row.settledAt),
    ])
    return granted(csvFile('依据已变化', headings, cells))
  }),
  answer(contract.putBasisSettlement, async (call) => {
    call.audit({ objectKind: 'document', objectId: call.params.documentId, detail: { basisId: call.params.basisId, ...call.body } })
    const settled = await settleBasisChange(call.tx, byOf(call), { ...call.params, ...call.body })
    return settled.ok ? granted({}) : settled
  }),
]
