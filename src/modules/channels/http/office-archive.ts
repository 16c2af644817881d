// Answers with archives: of one document at once, of many as a job of the worker.
import { granted, refused } from '../../../kernel/ruling.ts'
import { openPdfPress } from '../../../platform/documents/write/pdf.ts'
import { pdfOfPage } from '../../../platform/documents/write/page-pdf.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { askArchive } from '../actions/ask-archive.ts'
import { archiveStream } from '../actions/write-archive.ts'
import { archiveById, archivedDocument, archivesOf, type ArchiveJob } from '../queries/archive.ts'
import { unitsOfDocument } from '../queries/document-channels.ts'
import { safeName } from '../rules/archive-manifest.ts'
import { byOf, sliceOf } from './answers.ts'
import { getArchive, getDocumentArchive, listArchives, postArchive } from './archive-contract.ts'

const press = openPdfPress()
const pdfOf = (title: string, html: string): Promise<Buffer> => pdfOfPage(press, title, html)

const stateOf = ({ finishedAt, sha256 }: ArchiveJob) => (finishedAt === null ? 'waiting' : sha256 === null ? 'failed' : 'finished')

export const archiveRoutes: readonly OfficeRoute[] = [
  answer(getDocumentArchive, async (call) => {
    const { documentId } = call.params
    const units = await unitsOfDocument(call.tx, documentId)
    const within = call.reach.everywhere || units.some((unitId) => call.reach.unitIds.includes(unitId))
    const document = within ? await archivedDocument(call.tx, documentId) : undefined
    if (!document) return refused('not-found')
    const body = archiveStream({ database: call.database, store: call.fileStore, pdfOf }, byOf(call), [documentId])
    return granted({ mediaType: 'application/zip', name: `公开档案 ${safeName(document.indexNumber.replaceAll('/', '_'))}.zip`, body })
  }),
  answer(listArchives, async ({ tx, actor, query }) => {
    const { rows, total } = await archivesOf(tx, actor.accountId, sliceOf(query))
    return granted({
      rows: rows.map((row) => ({
        archiveId: row.archiveId,
        title: row.title,
        askedAt: row.askedAt.toISOString(),
        total: row.total,
        done: row.done,
        state: stateOf(row),
        bytes: row.bytes,
        sha256: row.sha256,
        finishedAt: row.finishedAt?.toISOString() ?? null,
      })),
      total,
    })
  }),
  answer(postArchive, async (call) => {
    const asked = await askArchive(call.tx, byOf(call), call.body)
    if (asked.ok) call.audit({ objectKind: 'archive', objectId: asked.value.archiveId, detail: { title: call.body.title, documents: asked.value.documents } })
    return asked
  }),
  answer(getArchive, async ({ tx, actor, params, fileStore }) => {
    const job = await archiveById(tx, params.archiveId, actor.accountId)
    if (!job?.sha256 || !(await fileStore.has(job.sha256))) return refused('archive-not-found')
    return granted({ mediaType: 'application/zip', name: `公开档案 ${safeName(job.title)}.zip`, body: fileStore.stream(job.sha256) })
  }),
]
