// Keeps the bytes of a file that may go out: as a copy without properties where the office wants it so, always with its inspection.
import type { Tx } from '../../../platform/database/database.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { CleanResult, Cleaning } from '../../../platform/documents/clean/cleaning.ts'
import { fileSetting, inspectFiles, type Inspector } from '../../gate/index.ts'
import type { CleanedFrom } from '../store/attachments.ts'

export interface NamedBytes {
  readonly name: string
  readonly bytes: Buffer
}

/** Handed in: it takes time and memory of its own. */
export interface FileCare {
  readonly inspect: Inspector['inspect']
  readonly clean: (file: NamedBytes, how: Cleaning) => Promise<CleanResult>
}

export interface KeptFile {
  readonly sha256: string
  readonly bytes: Buffer
  readonly cleaned: CleanedFrom | undefined
}

export async function keepFile(tx: Tx, file: NamedBytes, store: FileStore, care: FileCare, at: Date): Promise<KeptFile> {
  const { cleanByItself } = await fileSetting(tx)
  const original = await store.put(file.bytes)
  const result = cleanByItself ? await care.clean(file, 'properties') : undefined
  const bytes = result?.as === 'cleaned' ? Buffer.from(result.bytes) : file.bytes
  const sha256 = result?.as === 'cleaned' ? await store.put(bytes) : original
  const inspect = result ? async () => result.inspection : care.inspect
  await inspectFiles(tx, [{ sha256, name: file.name }], { bytesOf: async () => bytes, inspect }, at)
  const cleaned: CleanedFrom | undefined = sha256 === original ? undefined : { sha256: original, bytes: file.bytes.byteLength, how: 'properties', by: null }
  return { sha256, bytes, cleaned }
}
