// The file that a backup is: a gzipped tar whose last entry lists the SHA-256 of all others, so that damage is found before use.
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { extract, pack } from 'tar-stream'
import { z } from 'zod'
import { PlainFailure } from '../plain-failure.ts'
import { moveIntoPlace } from '../../platform/files/move-into-place.ts'

export const formatVersion = 1
const headerName = 'gongkai-backup.json'
const manifestName = 'manifest.json'
const largestInMemory = 1024 * 1024 * 1024

export const archiveHeader = z.object({
  format: z.number().int(),
  madeAt: z.iso.datetime(),
  program: z.string(),
  server: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), lastValue: z.string(), called: z.boolean() })),
})
export type ArchiveHeader = z.infer<typeof archiveHeader>

const manifest = z.object({ entries: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })) })

export interface ArchiveWriter {
  add(name: string, bytes: Uint8Array): Promise<void>
  addStream(name: string, size: number, content: Readable): Promise<void>
}

/** Writes an archive beside its place and puts it there when it is whole and on the disk. */
export async function writeArchive(path: string, header: ArchiveHeader, fill: (to: ArchiveWriter) => Promise<void>): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}`)
  const tar = pack()
  const written = pipeline(Readable.from(tar), createGzip({ level: 4 }), createWriteStream(draft, { flags: 'wx', mode: 0o600 }))
  // Told by the `await` below; until then a failure only ends the filling.
  written.catch(() => {})
  const entries: { name: string; bytes: number; sha256: string }[] = []
  // Fails with the writing itself, so that a full disk does not leave us waiting.
  const broken = written.then(() => new Promise<never>(() => {}))
  const put = async (name: string, size: number, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> => {
    const entry = tar.entry({ name, size, mode: 0o600, mtime: new Date(header.madeAt) }, () => {})
    const hash = createHash('sha256')
    for await (const chunk of chunks) {
      hash.update(chunk)
      if (!entry.write(chunk)) await Promise.race([once(entry, 'drain'), broken])
    }
    entry.end(undefined)
    entries.push({ name, bytes: size, sha256: hash.digest('hex') })
  }
  const writer: ArchiveWriter = {
    add: (name, bytes) => put(name, bytes.byteLength, [bytes]),
    addStream: put,
  }
  try {
    await writer.add(headerName, Buffer.from(JSON.stringify(header, null, 1)))
    await fill(writer)
    await writer.add(manifestName, Buffer.from(JSON.stringify({ entries }, null, 1)))
    tar.finalize()
    await written
    const file = await open(draft, 'r+')
    await file.sync()
    await file.close()
    await moveIntoPlace(draft, path)
  } catch (error) {
    tar.destroy()
    await written.catch(() => {})
    await rm(draft, { force: true })
    throw error
  }
}

export interface ArchiveEntry {
  readonly name: string
  readonly size: number
  readonly content: Readable
}

const damaged = (path: string, cause?: unknown): PlainFailure =>
  new PlainFailure(`备份文件 ${path} 不完整或者已损坏，没有恢复任何数据。`, `The backup ${path} is incomplete or damaged; nothing was restored.`, { cause })

/** Walks the entries in their order; `each` must read the content to its end. */
export async function readArchive(path: string, each: (entry: ArchiveEntry) => Promise<void>): Promise<void> {
  const tar = extract()
  const source = pipeline(createReadStream(path), createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) if (!tar.write(chunk)) await once(tar, 'drain')
    tar.end(undefined)
  })
  source.catch((error: unknown) => tar.destroy(error instanceof Error ? error : new Error(String(error))))
  for await (const entry of tar) {
    await each({ name: entry.header.name, size: entry.header.size ?? 0, content: Readable.from(entry) })
    entry.resume()
  }
  await source
}

/** The whole of a small entry. */
export async function bytesOf({ content, size }: ArchiveEntry): Promise<Buffer> {
  if (size > largestInMemory) throw new RangeError('entry too large')
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

export interface CheckedArchive {
  readonly header: ArchiveHeader
  /** The entry `secrets.json`, where the archive has one. */
  readonly secrets: string | undefined
}

/** Reads the whole archive once and compares every entry with the manifest. Throws PlainFailure where anything does not fit. */
export async function checkArchive(path: string): Promise<CheckedArchive> {
  const found = new Map<string, { bytes: number; sha256: string }>()
  let headerText = ''
  let manifestText = ''
  let secrets: string | undefined
  try {
    await readArchive(path, async (entry) => {
      const keep = [headerName, manifestName, 'secrets.json'].includes(entry.name)
      const hash = createHash('sha256')
      let bytes = 0
      let text = ''
      for await (const chunk of entry.content as AsyncIterable<Buffer>) {
        hash.update(chunk)
        bytes += chunk.byteLength
        if (keep) text += chunk.toString('latin1')
      }
      const utf8 = Buffer.from(text, 'latin1').toString()
      if (entry.name === headerName) headerText = utf8
      if (entry.name === manifestName) manifestText = utf8
      else found.set(entry.name, { bytes, sha256: hash.digest('hex') })
      if (entry.name === 'secrets.json') secrets = utf8
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new PlainFailure(`没有备份文件 ${path}。`, `There is no backup ${path}.`, { cause: error })
    throw damaged(path, error)
  }
  let header: ArchiveHeader
  let listed: z.infer<typeof manifest>
  try {
    const { format } = z.object({ format: z.number() }).parse(JSON.parse(headerText))
    if (format > formatVersion) {
      throw new PlainFailure(
        `备份文件 ${path} 是由更新版本的程序建立的，请使用更新版本恢复。`,
        `The backup ${path} was made by a newer version: restore it with that version.`,
      )
    }
    header = archiveHeader.parse(JSON.parse(headerText))
    listed = manifest.parse(JSON.parse(manifestText))
  } catch (error) {
    if (error instanceof PlainFailure) throw error
    throw damaged(path, error)
  }
  const fits = listed.entries.length === found.size && listed.entries.every((row) => found.get(row.name)?.sha256 === row.sha256)
  if (!fits) throw damaged(path)
  return { header, secrets }
}
