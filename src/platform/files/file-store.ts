// Files by content: the SHA-256 of the bytes is the name, so that the same file is kept once and no name is ever trusted.
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { moveIntoPlace } from './move-into-place.ts'

export interface FileStore {
  /** Keeps the bytes, durably, and returns their SHA-256 in hex. */
  put(bytes: Uint8Array): Promise<string>
  /** The same for what is too large to hold; returns its size, too. */
  putStream(bytes: Readable): Promise<{ readonly sha256: string; readonly bytes: number }>
  read(sha256: string): Promise<Buffer>
  /** Bytes from `start` to `end`, both included, where they are given. */
  stream(sha256: string, range?: { start: number; end: number }): Readable
  has(sha256: string): Promise<boolean>
}

export function folderStore(folder: string): FileStore {
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256')
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }
  const has = (sha256: string): Promise<boolean> =>
    access(pathOf(sha256)).then(
      () => true,
      () => false,
    )
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      if (await has(sha256)) return sha256
      const path = pathOf(sha256)
      await mkdir(dirname(path), { recursive: true })
      const draft = `${path}.${randomUUID()}`
      const file = await open(draft, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await moveIntoPlace(draft, path)
      return sha256
    },
    async putStream(source) {
      await mkdir(folder, { recursive: true })
      const draft = join(folder, `draft.${randomUUID()}`)
      const hash = createHash('sha256')
      let bytes = 0
      const file = await open(draft, 'wx', 0o600)
      try {
        for await (const part of source as AsyncIterable<Buffer>) {
          hash.update(part)
          bytes += part.byteLength
          await file.write(part)
        }
        await file.sync()
      } catch (error) {
        await file.close()
        await rm(draft, { force: true })
        throw error
      }
      await file.close()
      const sha256 = hash.digest('hex')
      await mkdir(dirname(pathOf(sha256)), { recursive: true })
      await moveIntoPlace(draft, pathOf(sha256))
      return { sha256, bytes }
    },
    read: (sha256) => readFile(pathOf(sha256)),
    stream: (sha256, range) => createReadStream(pathOf(sha256), range),
    has,
  }
}
