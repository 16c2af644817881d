// Answers what the office asks of imports: take files in, list the reports, show one, give the original back.
import type { Tx } from '../../../platform/database/database.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { openReader } from '../../../platform/documents/read/reader.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { importFiles } from '../actions/import-files.ts'
import { importOutcomes } from '../law/import-formats.ts'
import { countImports, importList, type ImportRow } from '../queries/import-list.ts'
import { importReport, sameFile } from '../queries/import-report.ts'
import type { ImportReport } from '../rules/import/report.ts'
import { officeTime } from '../rules/sheet-words.ts'
import { byOf, sliceOf, wholeList } from './call.ts'
import * as contract from './import-contract.ts'

// One thread with bounds of time and memory, started by the first file; an idle one keeps no process alive.
const reader = openReader()

/** Reports are kept as they were written; the wire wants lists that can be changed. */
const reportOf = (report: ImportReport) => ({
  ...report,
  fields: [...report.fields],
  structure: { ...report.structure, outline: [...report.structure.outline] },
  recognised: [...report.recognised],
  doubtful: [...report.doubtful],
  lost: [...report.lost],
  dropped: [...report.dropped],
})

const rowOf = (row: ImportRow) => ({ ...row, importedAt: row.importedAt.toISOString() })

const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

export const importFileRoutes: readonly OfficeRoute[] = [
  answer(contract.postImports, async (call) => {
    const { unitId, sectionId, batchId, columnIds } = call.body
    const request = { unitId, sectionId: sectionId ?? null, batchId: batchId ?? null, columnIds: (columnIds ?? '').split(',').filter(isId) }
    // each file is a transaction of its own: a failure in one leaves the others
    const parts = { transaction: <Value>(work: (tx: Tx) => Promise<Value>) => call.database.transaction(work), fileStore: call.fileStore, reader }
    const results = await importFiles(parts, byOf(call), request, call.files)
    call.audit({ objectKind: 'import', unitId, detail: { files: call.files.map((file) => file.name), ...(batchId && { batchId }) } })
    return results.ok ? granted({ reports: results.value.map((result) => ({ ...result, report: reportOf(result.report) })) }) : results
  }),
  answer(contract.getImports, async ({ tx, actor, query }) => {
    const rows = await importList(tx, actor, query, sliceOf(query))
    return granted({ rows: rows.map(rowOf), total: await countImports(tx, actor, query) })
  }),
  answer(contract.getImportsCsv, async ({ tx, actor, query }) => {
    const rows = await importList(tx, actor, query, wholeList)
    const headings = ['文件名', '结果', '标题', '单位', '存疑', '丢失', '未导入的原因', '导入人', '导入时间']
    return granted(
      csvFile(
        '导入记录',
        headings,
        rows.map((row) => [
          row.fileName,
          importOutcomes[row.outcome].title,
          row.title,
          row.unitName,
          row.doubtful,
          row.lost,
          row.refusal,
          row.importedByName,
          officeTime(row.importedAt),
        ]),
      ),
    )
  }),
  answer(contract.getImport, async ({ tx, actor, params }) => {
    const stored = await importReport(tx, actor, params.importId)
    if (!stored) return refused('not-found')
    const sameAs = await sameFile(tx, { unitId: stored.unitId, sha256: stored.report.file.sha256, except: stored.importId })
    return granted({ ...stored, sameAs, importedAt: stored.importedAt.toISOString(), report: reportOf(stored.report) })
  }),
  answer(contract.getImportOriginal, async ({ tx, actor, params, fileStore }) => {
    const stored = await importReport(tx, actor, params.importId)
    const file = stored?.report.file
    // a refused file is not kept
    if (!file || !(await fileStore.has(file.sha256))) return refused('not-found')
    return granted({ mediaType: 'application/octet-stream', name: file.name, body: fileStore.stream(file.sha256) })
  }),
]
