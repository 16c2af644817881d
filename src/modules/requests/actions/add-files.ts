// Keeps files with an application: each is proved by its content; one that is refused does not hold up the others.
import { randomUUID } from 'node:crypto'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { reachOf, type By } from '../../access/index.ts'
import { lockApplication } from '../queries/application.ts'
import { filesOf } from '../queries/files.ts'
import { checkFile } from '../rules/files.ts'
import { insertFile } from '../store/files.ts'

export interface AddingParts {
  readonly store: FileStore
  /** What the bytes prove to be. */
  readonly proofOf: (bytes: Buffer) => Promise<string | undefined>
}

export interface Added {
  readonly fileIds: readonly string[]
  readonly refused: readonly { readonly name: string; readonly refusal: Refusal }[]
}

export async function addFiles(
  tx: Tx,
  by: By,
  { id, files }: { readonly id: string; readonly files: readonly { readonly name: string; readonly bytes: Buffer }[] },
  { store, proofOf }: AddingParts,
): Promise<Ruling<Added>> {
  const application = await lockApplication(tx, reachOf(by.actor, 'request.handle'), id)
  if (!application) return refused('not-found')
  const there = new Map((await filesOf(tx, id)).map(({ sha256, name }) => [sha256, name]))
  const fileIds: string[] = []
  const turnedAway: { name: string; refusal: Refusal }[] = []
  for (const { name, bytes } of files) {
    const checked = checkFile({ name, bytes: bytes.byteLength, proof: await proofOf(bytes) }, there.size)
    if (!checked.ok) {
      turnedAway.push(...checked.refusals.map((refusal) => ({ name, refusal })))
      continue
    }
    const sha256 = await store.put(bytes)
    const other = there.get(sha256)
    if (other !== undefined) {
      turnedAway.push({ name, refusal: { code: 'request-file-twice', facts: { name, other } } })
      continue
    }
    const fileId = randomUUID()
    const hand = { by: by.actor.accountId, byName: by.actor.name, at: by.at }
    await insertFile(tx, { id: fileId, applicationId: id, name, mediaType: checked.value.mediaType, bytes: bytes.byteLength, sha256, copy: null, ...hand })
    there.set(sha256, name)
    fileIds.push(fileId)
  }
  return granted({ fileIds, refused: turnedAway })
}
