// Answers what the staff asks of what is disclosed inside.
import { granted, refused } from '../../../kernel/ruling.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { internalReaches } from '../law/internal-reach.ts'
import { attachmentsOf } from '../queries/attachments.ts'
import { editionById, readableEdition } from '../queries/edition.ts'
import { internalDocument, internalList, readingsOf, type InternalRow } from '../queries/internal.ts'
import { officeTime } from '../rules/sheet-words.ts'
import { saveReading } from '../store/internal.ts'
import { sliceOf, wholeList } from './call.ts'
import * as contract from './internal-contract.ts'
import { previewPage } from './pages/preview.ts'

const rowOf = (row: InternalRow) => ({ ...row, publishedAt: row.publishedAt.toISOString(), readAt: row.readAt?.toISOString() ?? null })

const readerOf = (call: { readonly actor: { readonly accountId: string }; readonly reach: Parameters<typeof internalList>[1]['reach'] }) => ({
  accountId: call.actor.accountId,
  reach: call.reach,
})

export const internalRoutes: readonly OfficeRoute[] = [
  answer(contract.listInternal, async (call) => {
    const { rows, total } = await internalList(call.tx, readerOf(call), call.query, sliceOf(call.query))
    return granted({ rows: rows.map(rowOf), total })
  }),
  answer(contract.exportInternal, async (call) => {
    const { rows } = await internalList(call.tx, readerOf(call), call.query, wholeList)
    const cells = rows.map((row) => [
      row.title,
      row.kind,
      row.unitName,
      internalReaches[row.reach],
      officeTime(row.publishedAt),
      row.readAt && officeTime(row.readAt),
    ])
    return granted(csvFile('内部公开', ['标题', '公文种类', '单位', '公开范围', '发布时间', '本人阅读时间'], cells))
  }),
  answer(contract.getInternal, async (call) => {
    const found = await internalDocument(call.tx, readerOf(call), call.params.documentId)
    if (!found) return refused('not-found')
    const files = (await attachmentsOf(call.tx, found.editionId)).filter((file) => file.role === 'attachment')
    return granted({ ...rowOf(found), attachments: files.map(({ attachmentId, name, bytes }) => ({ attachmentId, name, bytes })) })
  }),
  answer(contract.putInternalReading, async (call) => {
    const found = await internalDocument(call.tx, readerOf(call), call.params.documentId)
    if (!found) return refused('not-found')
    const at = call.clock.now()
    await saveReading(call.tx, { editionId: found.editionId, accountId: call.actor.accountId, at })
    return granted({ readAt: (found.readAt ?? at).toISOString() })
  }),
  answer(contract.getInternalPage, async (call) => {
    const found = await internalDocument(call.tx, readerOf(call), call.params.documentId)
    const edition = found && (await editionById(call.tx, found.editionId))
    if (!edition) return refused('not-found')
    const shown = {
      ...edition,
      bodyHtml: edition.bodyHtml.replaceAll(`/api/editions/${edition.editionId}/attachments/`, `/api/internal-documents/${edition.documentId}/attachments/`),
    }
    return granted({ mediaType: 'text/html; charset=utf-8', body: previewPage(shown, await attachmentsOf(call.tx, edition.editionId)) })
  }),
  answer(contract.getInternalAttachment, async (call) => {
    const found = await internalDocument(call.tx, readerOf(call), call.params.documentId)
    const file = found && (await attachmentsOf(call.tx, found.editionId)).find((one) => one.attachmentId === call.params.attachmentId)
    if (!file || !['attachment', 'picture'].includes(file.role) || !(await call.fileStore.has(file.sha256))) return refused('attachment-not-found')
    return granted({ mediaType: file.mediaType, ...(file.role === 'attachment' && { name: file.name }), body: call.fileStore.stream(file.sha256) })
  }),
  answer(contract.listReadings, async ({ tx, actor, params }) => {
    const edition = await readableEdition(tx, actor, params.editionId)
    if (!edition) return refused('not-found')
    const { rows, total } = await readingsOf(tx, edition.editionId)
    return granted({
      rows: rows.map((row) => ({ name: row.name, firstReadAt: row.firstReadAt.toISOString(), lastReadAt: row.lastReadAt.toISOString() })),
      total,
    })
  }),
]
