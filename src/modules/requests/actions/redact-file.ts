// Makes a redacted copy beside its original. The copy is kept only when it was read again and found free of what was removed.
import { randomUUID } from 'node:crypto'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { RedactionOrder, RedactionResult } from '../../../platform/documents/redact/redaction.ts'
import { reachOf, type By } from '../../access/index.ts'
import { fileBounds } from '../law/files.ts'
import { applicationWithin, lockApplication } from '../queries/application.ts'
import { fileOf, filesOf } from '../queries/files.ts'
import { copyName, isRedactable, passagesOf, type RedactionAsked } from '../rules/files.ts'
import { insertFile } from '../store/files.ts'

export interface RedactingParts {
  readonly store: FileStore
  /** Handed in: it takes time and memory of its own. */
  readonly redact: (file: { readonly name: string; readonly bytes: Buffer }, order: RedactionOrder) => Promise<RedactionResult>
}

export interface RedactionRequest extends RedactionAsked {
  readonly id: string
  readonly fileId: string
}

export async function redactFile(tx: Tx, by: By, asked: RedactionRequest, { store, redact }: RedactingParts): Promise<Ruling<{ readonly fileId: string }>> {
  const { id, fileId, marks, texts } = asked
  const reach = reachOf(by.actor, 'request.handle')
  const file = (await applicationWithin(tx, reach, id)) && (await fileOf(tx, id, fileId))
  if (!file || !(await store.has(file.sha256))) return refused('not-found')
  if (!isRedactable(file.name)) return refused('redaction-unsupported')
  const order = { marks: marks.map(({ mark }) => mark), texts: texts.map(({ text }) => text) }
  const result = await redact({ name: file.name, bytes: await store.read(file.sha256) }, order)
  if (result.as === 'refused') {
    const places = [...new Set(result.remains.map(({ place }) => place))].slice(0, 20).join('、')
    return refused({ code: `redaction-${result.code}`, facts: { places } })
  }

  // Nobody waits for the reading: the application is held only to keep the copy.
  await lockApplication(tx, reach, id)
  const name = copyName(result.name)
  const bytes = Buffer.from(result.bytes)
  const sha256 = await store.put(bytes)
  const files = await filesOf(tx, id)
  const same = files.find((one) => one.sha256 === sha256)
  if (same) return refused({ code: 'request-file-twice', facts: { name, other: same.name } })
  if (files.length >= fileBounds.files) return refused({ code: 'files-too-many', facts: { most: fileBounds.files } })
  const copyId = randomUUID()
  const { boxes, dropped, checks, toLookAt } = result.report
  await insertFile(tx, {
    id: copyId, applicationId: id, name, mediaType: file.mediaType, bytes: bytes.byteLength, sha256,
    copy: { of: fileId, redaction: { passages: passagesOf(asked), boxes, dropped, checks, toLookAt } },
    by: by.actor.accountId, byName: by.actor.name, at: by.at,
  }) // prettier-ignore
  return granted({ fileId: copyId })
}
