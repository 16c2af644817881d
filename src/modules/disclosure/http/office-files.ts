// Answers for the files of an edition: upload, order, removal, download by the same predicate as the sheet.
import { granted, refused } from '../../../kernel/ruling.ts'
import { openReader } from '../../../platform/documents/read/reader.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { addAttachments } from '../actions/add-attachments.ts'
import { arrangeAttachments, removeAttachment } from '../actions/arrange-attachments.ts'
import { cleanAttachment } from '../actions/clean-attachment.ts'
import { attachmentsOf } from '../queries/attachments.ts'
import { readableEdition } from '../queries/edition.ts'
import { reasonOf } from './answers.ts'
import { getOriginal, postCleanCopy } from './attachment-contract.ts'
import { attachmentsAnswer } from './attachment-answers.ts'
import { byOf } from './call.ts'
import * as contract from './contract.ts'
import { readingWith } from './file-reading.ts'

// One thread with bounds of time and memory, started by the first file; an idle one keeps no process alive.
const reader = openReader()

const reading = readingWith(reader)

export const fileRoutes: readonly OfficeRoute[] = [
  answer(contract.postAttachments, async (call) => {
    const { editionId } = call.params
    const attached = await addAttachments(call.tx, byOf(call), { editionId, role: call.body.role, files: call.files }, call.fileStore, reading)
    call.audit({ objectKind: 'edition', objectId: editionId, detail: { files: call.files.map((file) => file.name) } })
    if (!attached.ok) return attached
    const rows = await attachmentsOf(call.tx, editionId)
    const added = attached.value.attachmentIds.flatMap((id) => rows.filter((row) => row.attachmentId === id))
    return granted({
      rows: await attachmentsAnswer(call.tx, editionId, added),
      refused: attached.value.refused.map(({ name, refusal }) => ({ name, sentence: reasonOf(refusal).sentence })),
    })
  }),
  answer(postCleanCopy, async (call) => {
    const { editionId, attachmentId } = call.params
    const cleaned = await cleanAttachment(call.tx, byOf(call), { editionId, attachmentId, how: call.body.how }, call.fileStore, reading)
    call.audit({ objectKind: 'edition', objectId: editionId, detail: { attachmentId, cleaned: call.body.how } })
    if (!cleaned.ok) return cleaned
    const rows = (await attachmentsOf(call.tx, editionId)).filter((row) => row.attachmentId === attachmentId)
    return granted({ rows: await attachmentsAnswer(call.tx, editionId, rows) })
  }),
  answer(getOriginal, async ({ tx, actor, fileStore, params }) => {
    const edition = await readableEdition(tx, actor, params.editionId)
    const file = edition && (await attachmentsOf(tx, edition.editionId)).find((one) => one.attachmentId === params.attachmentId)
    if (!file?.originalSha256 || !(await fileStore.has(file.originalSha256))) return refused('attachment-not-found')
    return granted({ mediaType: file.mediaType, name: file.name, body: fileStore.stream(file.originalSha256) })
  }),
  answer(contract.deleteAttachment, async (call) => {
    const removed = await removeAttachment(call.tx, byOf(call), call.params)
    call.audit({ objectKind: 'edition', objectId: call.params.editionId, detail: { attachmentId: call.params.attachmentId } })
    return removed.ok ? granted({}) : removed
  }),
  answer(contract.putAttachmentOrder, async (call) => {
    const arranged = await arrangeAttachments(call.tx, byOf(call), { editionId: call.params.editionId, attachmentIds: call.body.attachmentIds })
    return arranged.ok ? granted({}) : arranged
  }),
  answer(contract.getAttachment, async ({ tx, actor, fileStore, params }) => {
    const edition = await readableEdition(tx, actor, params.editionId)
    const file = edition && (await attachmentsOf(tx, edition.editionId)).find((one) => one.attachmentId === params.attachmentId)
    if (!file || !(await fileStore.has(file.sha256))) return refused('attachment-not-found')
    const shown = file.role === 'picture' || file.role === 'signed-sheet'
    return granted({ mediaType: file.mediaType, ...(!shown && { name: file.name }), body: fileStore.stream(file.sha256) })
  }),
]
