// Answers for the files of an application: upload, download, redaction, and what goes out with the answer.
import type { Actor } from '../../../kernel/actor.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { granted, refused } from '../../../kernel/ruling.ts'
import { proofOf } from '../../../platform/documents/read/proof.ts'
import { openReader } from '../../../platform/documents/read/reader.ts'
import { sentenceOf } from '../../../platform/http/problem.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { may, type By } from '../../access/index.ts'
import { personalPassages } from '../../gate/index.ts'
import { addFiles } from '../actions/add-files.ts'
import { encloseFile, takeBackEnclosure } from '../actions/enclose-file.ts'
import { redactFile } from '../actions/redact-file.ts'
import { removeFile } from '../actions/remove-file.ts'
import { enclosingStates, servedStates } from '../law/files.ts'
import { applicationWithin } from '../queries/application.ts'
import { fileOf, filesOf, type RequestFile } from '../queries/files.ts'
import { isRedactable } from '../rules/files.ts'
import { requestsSentences } from '../sentences.ts'
import * as contract from './file-contract.ts'

// One thread with bounds of time and memory, started by the first file; an idle one keeps no process alive.
const reader = openReader()

const byOf = (call: { readonly actor: Actor; readonly clock: Clock }): By => ({ actor: call.actor, at: call.clock.now(), today: call.clock.today() })

const shown = (file: RequestFile, all: readonly RequestFile[]): contract.RequestFileRow => ({
  fileId: file.id,
  name: file.name,
  bytes: file.bytes,
  sha256: file.sha256,
  redactable: isRedactable(file.name),
  addedByName: file.addedByName,
  addedAt: file.addedAt.toISOString(),
  copies: file.copies,
  copy: file.redaction && {
    of: all.find(({ id }) => id === file.redactedFrom)?.name ?? '',
    passages: [...file.redaction.passages],
    boxes: file.redaction.boxes,
    dropped: [...file.redaction.dropped],
    checks: [...file.redaction.checks],
    toLookAt: [...file.redaction.toLookAt],
  },
  enclosure: file.enclosure && { ...file.enclosure, at: file.enclosure.at.toISOString() },
})

/** The same words once, with every place. */
function suggestionsIn(lines: readonly { readonly text: string; readonly place: number }[]): contract.RedactionSheet['suggestions'] {
  const byText = Map.groupBy(personalPassages(lines.map(({ text }) => text)), ({ text }) => text)
  return [...byText.entries()].map(([text, all]) => ({
    text,
    what: all[0]?.what ?? '',
    places: [...new Set(all.map(({ line }) => lines[line]?.place ?? 0))],
  }))
}

export const requestFileRoutes: readonly OfficeRoute[] = [
  answer(contract.listFiles, async ({ tx, params, reach, actor }) => {
    const application = await applicationWithin(tx, reach, params.id)
    if (!application) return refused('not-found')
    const files = await filesOf(tx, params.id)
    const mayHandle = may(actor, 'request.handle', application).ok
    return granted({
      files: files.map((file) => shown(file, files)),
      mayHandle,
      mayEnclose: mayHandle && enclosingStates.includes(application.state),
      mayDelete: mayHandle && !servedStates.includes(application.state),
    })
  }),

  answer(contract.postFiles, async (call) => {
    const { tx, params, files, fileStore, audit } = call
    const added = await addFiles(tx, byOf(call), { id: params.id, files }, { store: fileStore, proofOf })
    audit({ objectKind: 'request', objectId: params.id, detail: { files: added.ok ? added.value.fileIds : [] } })
    if (!added.ok) return added
    const turnedAway = added.value.refused.map(({ name, refusal }) => ({ name, sentence: sentenceOf(refusal, requestsSentences) }))
    return granted({ added: added.value.fileIds.length, refused: turnedAway })
  }),

  answer(contract.getFile, async ({ tx, params, reach, fileStore }) => {
    const file = (await applicationWithin(tx, reach, params.id)) && (await fileOf(tx, params.id, params.fileId))
    if (!file || !(await fileStore.has(file.sha256))) return refused('not-found')
    return granted({ mediaType: file.mediaType, name: file.name, body: fileStore.stream(file.sha256) })
  }),

  answer(contract.deleteFile, async (call) => {
    call.audit({ objectKind: 'request', objectId: call.params.id, detail: { deleted: call.params.fileId } })
    const removed = await removeFile(call.tx, byOf(call), call.params)
    return removed.ok ? granted({ fileId: call.params.fileId }) : removed
  }),

  answer(contract.getRedaction, async ({ tx, params, reach, fileStore }) => {
    const application = await applicationWithin(tx, reach, params.id)
    const file = application && (await fileOf(tx, params.id, params.fileId))
    if (!application || !file || !(await fileStore.has(file.sha256))) return refused('not-found')
    if (!isRedactable(file.name)) return refused('redaction-unsupported')
    const view = await reader.redactionView({ name: file.name, bytes: await fileStore.read(file.sha256) })
    if (view.as === 'refused') return refused(`redaction-${view.code}`)
    const named = { name: file.name, number: application.number }
    if (view.as === 'paragraphs') {
      const paragraphs = view.paragraphs.map(({ place, text }) => ({ place, text }))
      const suggestions = suggestionsIn(paragraphs.map(({ text }, place) => ({ text, place })))
      return granted({ ...named, paragraphs, pages: [], pictures: view.pictures, suggestions })
    }
    const pages = view.pages.map(({ width, height, text }) => ({ width, height, hasText: text.trim() !== '' }))
    const lines = view.pages.flatMap((page, place) => page.text.split('\n').map((text) => ({ text, place })))
    return granted({ ...named, paragraphs: [], pages, pictures: 0, suggestions: suggestionsIn(lines) })
  }),

  answer(contract.getPagePicture, async ({ tx, params, reach, fileStore }) => {
    const file = (await applicationWithin(tx, reach, params.id)) && (await fileOf(tx, params.id, params.fileId))
    if (!file || !isRedactable(file.name) || !(await fileStore.has(file.sha256))) return refused('not-found')
    const picture = await reader.pageOf({ name: file.name, bytes: await fileStore.read(file.sha256) }, params.page)
    return picture ? granted({ mediaType: 'image/png', body: Buffer.from(picture) }) : refused('not-found')
  }),

  answer(contract.postRedaction, async (call) => {
    const { tx, params, body, fileStore, audit } = call
    audit({ objectKind: 'request', objectId: params.id, detail: { redacted: params.fileId } })
    return redactFile(tx, byOf(call), { ...params, ...body }, { store: fileStore, redact: reader.redact })
  }),

  answer(contract.putEnclosure, async (call) => {
    const { tx, params, body, audit } = call
    audit({ objectKind: 'request', objectId: params.id, detail: { enclosed: params.fileId, declared: body.declaration !== '' } })
    return encloseFile(tx, byOf(call), { ...params, ...body })
  }),

  answer(contract.deleteEnclosure, async (call) => {
    call.audit({ objectKind: 'request', objectId: call.params.id, detail: { notEnclosed: call.params.fileId } })
    return takeBackEnclosure(call.tx, byOf(call), call.params)
  }),
]
