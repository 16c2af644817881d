// ZIP archives of any size as streams: written one file after another and never held, the same bytes for the same files; read back entry by entry.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { open, type Entry, type ZipFile as Opened } from 'yauzl'
import { ZipFile } from 'yazl'

export interface ArchivedFile {
  readonly path: string
  readonly bytes: number
  readonly open: () => Readable
}

/** No time of making: the archive of the same state has the same bytes. Stored, because deflate differs between machines. */
const plain = { mtime: new Date(1980, 0, 1), mode: 0o100644, compress: false, forceDosTimestamp: true } as const

export function zipOf(files: AsyncIterable<ArchivedFile>): Readable {
  const zip = new ZipFile()
  const out = zip.outputStream as Readable
  const add = ({ path, bytes, open: begin }: ArchivedFile): Promise<void> =>
    new Promise((resolve, reject) => {
      const gone = (): void => reject(new Error('the reader of the archive has gone'))
      out.once('close', gone)
      zip.addReadStreamLazy(path, { ...plain, size: bytes }, (ready) => {
        const stream = begin()
        stream.once('error', reject)
        stream.once('end', () => {
          out.off('close', gone)
          resolve()
        })
        ready(null, stream)
      })
    })
  const feed = async (): Promise<void> => {
    // each is read before the next is asked for
    for await (const file of files) await add(file)
    zip.end()
  }
  // Who reads later is told by the first read; an error that nobody listens to yet would end the process.
  out.on('error', () => {})
  zip.once('error', (error: Error) => out.destroy(error))
  feed().catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))))
  return out
}

export interface ReadEntry {
  readonly path: string
  readonly sha256: string
  /** The bytes, where they were asked for and are few. */
  readonly bytes: Buffer | undefined
}

const opened = (path: string): Promise<Opened> =>
  new Promise((resolve, reject) => open(path, { lazyEntries: true, autoClose: true }, (error, zip) => (error ? reject(error) : resolve(zip))))

const streamOf = (zip: Opened, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))))

/** Every file of the archive at `path` with the hash of its bytes, in order; those that `keep` names come with their bytes. */
export async function readZip(path: string, keep: (path: string) => boolean, each: (entry: ReadEntry) => void): Promise<void> {
  const zip = await opened(path)
  await new Promise<void>((resolve, reject) => {
    const one = async (entry: Entry): Promise<void> => {
      if (!entry.fileName.endsWith('/')) {
        const hash = createHash('sha256')
        const kept: Buffer[] = []
        const wanted = keep(entry.fileName)
        for await (const part of await streamOf(zip, entry)) {
          hash.update(part as Buffer)
          if (wanted) kept.push(part as Buffer)
        }
        each({ path: entry.fileName, sha256: hash.digest('hex'), bytes: wanted ? Buffer.concat(kept) : undefined })
      }
      zip.readEntry()
    }
    zip.on('entry', (entry: Entry) => void one(entry).catch(reject))
    zip.once('end', resolve)
    zip.once('error', reject)
    zip.readEntry()
  }).finally(() => zip.close())
}
