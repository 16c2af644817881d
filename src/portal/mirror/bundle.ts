// A mirror, or what changed in it since another bundle, as one signed file that can be carried into another network.
import { createHash, sign, verify, type KeyObject } from 'node:crypto'
import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { extract, pack, type Pack } from 'tar-stream'
import { z } from 'zod'
import { publicFolder } from './disk.ts'
import { Manifest, partOf, readLine } from './manifest.ts'

const headerShape = z.object({
  format: z.literal('gongkai-mirror-bundle'),
  version: z.literal(1),
  /** Fingerprint of the mirror that it is applied to; null where it holds everything. */
  base: z.string().nullable(),
  /** Fingerprint of the mirror that it makes: the SHA-256 of the manifest in it. */
  result: z.string(),
  madeAt: z.string(),
})
export type BundleHeader = z.infer<typeof headerShape>

export type BundleFault = 'not-a-bundle' | 'wrong-signature' | 'tampered' | 'wrong-order' | 'changed-meanwhile' | 'no-mirror' | 'written-by-portal'

/** Why a bundle cannot be made or applied; nothing of the mirror was touched. */
export class BundleRefused extends Error {
  override readonly name = 'BundleRefused'
  readonly fault: BundleFault

  constructor(fault: BundleFault, what = '') {
    super(`${fault}${what === '' ? '' : `: ${what}`}`)
    this.fault = fault
  }
}

const names = { header: 'bundle.json', signature: 'bundle.sig', manifest: 'manifest.txt' } as const
/** What is read before the signature is proved is bounded. */
const longestHeader = 64 * 1024

export interface BundleReport {
  readonly header: BundleHeader
  readonly files: number
  readonly bytes: number
}

/** Writes the bundle to `path`. `since` is an earlier bundle of the same mirror. */
export async function makeBundle(
  folder: string,
  path: string,
  { since, key, now }: { since: string | undefined; key: KeyObject; now: Date },
): Promise<BundleReport> {
  const root = publicFolder(folder)
  const manifest = new Manifest(folder, root)
  if (manifest.parts().length === 0) throw new BundleRefused('no-mirror', folder)
  const before = since === undefined ? undefined : await openBundle(since)
  const header: BundleHeader = {
    format: 'gongkai-mirror-bundle',
    version: 1,
    base: before?.header.result ?? null,
    result: manifest.fingerprint(),
    madeAt: now.toISOString(),
  }
  const text = Buffer.from(`${JSON.stringify(header)}\n`)
  const tar = pack()
  const draft = `${path}.part`
  const writing = pipeline(Readable.from(tar), createWriteStream(draft, { flags: 'w', mode: 0o644 }))
  writing.catch(() => {})
  try {
    await addBytes(tar, names.header, text)
    await addBytes(tar, names.signature, sign(null, text, key))
    await addManifest(tar, manifest, header.result)
    const earlier = before ? partsOf(await before.manifest(), before.header.result) : undefined
    const next = async (): Promise<ManifestPart | undefined> => {
      const one = await earlier?.next()
      return one === undefined || one.done === true ? undefined : one.value
    }
    let there = await next()
    let [files, bytes] = [0, 0]
    for (const part of manifest.parts()) {
      while (there && there.part < part) there = await next()
      const known = there?.part === part ? there.files : new Map<string, string>()
      for (const [file, sha256] of manifest.filesIn(part)) {
        if (known.get(file) === sha256) continue
        files += 1
        bytes += await addFile(tar, join(root, file), file, sha256)
      }
      manifest.letGo()
    }
    tar.finalize()
    await writing
    await rename(draft, path)
    return { header, files, bytes }
  } catch (error) {
    tar.destroy(new Error('the bundle is given up'))
    await rm(draft, { force: true })
    throw error
  } finally {
    before?.close()
  }
}

const addBytes = (tar: Pack, name: string, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    tar.entry({ name }, bytes, (error) => (error ? reject(error) : resolve()))
  })

/** `header.size` bytes of a stream, one part after the other. */
const addStream = (tar: Pack, header: { readonly name: string; readonly size: number }, source: AsyncIterable<Buffer>): Promise<void> =>
  new Promise((resolve, reject) => {
    const sink = tar.entry(header, (error) => (error ? reject(error) : resolve()))
    const pour = async (): Promise<void> => {
      for await (const part of source) if (!sink.write(part)) await once(sink, 'drain')
      sink.end(Buffer.alloc(0))
    }
    pour().catch((error: unknown) => {
      const failure = error instanceof Error ? error : new Error(String(error))
      sink.destroy(failure)
      reject(failure)
    })
  })

async function addManifest(tar: Pack, manifest: Manifest, result: string): Promise<void> {
  let size = 0
  for (const text of manifest.texts()) size += Buffer.byteLength(text)
  const hash = createHash('sha256')
  const lines = async function* (): AsyncGenerator<Buffer> {
    for (const text of manifest.texts()) {
      hash.update(text)
      yield Buffer.from(text)
    }
  }
  await addStream(tar, { name: names.manifest, size }, lines())
  if (hash.digest('hex') !== result) throw new BundleRefused('changed-meanwhile')
}

async function addFile(tar: Pack, path: string, file: string, sha256: string): Promise<number> {
  const hash = createHash('sha256')
  try {
    const { size } = statSync(path)
    const reading = createReadStream(path)
    const hashed = async function* (): AsyncGenerator<Buffer> {
      for await (const part of reading as AsyncIterable<Buffer>) {
        hash.update(part)
        yield part
      }
    }
    await addStream(tar, { name: file, size }, hashed())
    if (hash.digest('hex') !== sha256) throw new BundleRefused('changed-meanwhile', file)
    return size
  } catch (error) {
    throw error instanceof BundleRefused ? error : new BundleRefused('changed-meanwhile', `${file}: ${String(error)}`)
  }
}

export interface BundleEntry {
  readonly name: string
  readonly size: number
  readonly isFile: boolean
  /** To be read to its end before the next entry. */
  readonly content: Readable
}

export interface OpenBundle {
  readonly header: BundleHeader
  /** The manifest of the mirror that it makes: to be read to its end before the next entry. */
  manifest(): Promise<Readable>
  /** The next entry, a file behind the manifest. */
  next(): Promise<BundleEntry | undefined>
  close(): void
}

/** Opens a bundle behind its header; with a key, the signature is proved before anything else is read. */
export async function openBundle(path: string, key?: KeyObject): Promise<OpenBundle> {
  const source = createReadStream(path)
  const tar = extract()
  const reading = pipeline(source, tar)
  let broken: string | undefined
  reading.catch((error: unknown) => {
    broken = String(error)
  })
  const entries = tar[Symbol.asyncIterator]()
  const close = (): void => {
    source.destroy()
    tar.destroy(new Error('closed'))
  }
  const next = async (): Promise<BundleEntry | undefined> => {
    const one = await entries.next().catch((error: unknown) => {
      throw new BundleRefused('not-a-bundle', String(error))
    })
    if (one.done === true && broken !== undefined) throw new BundleRefused('not-a-bundle', broken)
    if (one.done === true) return undefined
    const { name, size, type } = one.value.header
    return { name, size, isFile: type === 'file', content: Readable.from(whole(one.value)) }
  }
  const short = async (name: string): Promise<Buffer> => {
    const entry = await next()
    if (entry?.name !== name || entry.size > longestHeader) throw new BundleRefused('not-a-bundle', `no ${name}`)
    const parts: Buffer[] = []
    for await (const part of entry.content as AsyncIterable<Buffer>) parts.push(part)
    return Buffer.concat(parts)
  }
  try {
    const text = await short(names.header)
    const signature = await short(names.signature)
    if (key && !verify(null, text, key, signature)) throw new BundleRefused('wrong-signature')
    const header = headerOf(text)
    return {
      header,
      next,
      close,
      async manifest() {
        const entry = await next()
        if (entry?.name !== names.manifest) throw new BundleRefused('not-a-bundle', 'no manifest')
        return entry.content
      },
    }
  } catch (error) {
    close()
    throw error
  }
}

/** A bundle that ends in the middle of a file is none. */
async function* whole(source: AsyncIterable<unknown>): AsyncGenerator {
  try {
    yield* source
  } catch (error) {
    throw new BundleRefused('not-a-bundle', String(error))
  }
}

function headerOf(text: Buffer): BundleHeader {
  try {
    return headerShape.parse(JSON.parse(text.toString()))
  } catch (error) {
    throw new BundleRefused('not-a-bundle', String(error))
  }
}

export interface ManifestPart {
  readonly part: string
  /** Files by their SHA-256, in their order. */
  readonly files: ReadonlyMap<string, string>
}

/** A manifest part by part; the last one comes only where all of it is the one that was signed. */
export async function* partsOf(manifest: Readable, result: string): AsyncGenerator<ManifestPart> {
  const hash = createHash('sha256')
  let current: { part: string; files: Map<string, string> } | undefined
  for await (const line of createInterface({ input: manifest, crlfDelay: Infinity })) {
    hash.update(`${line}\n`)
    const read = readLine(line)
    if (!read) throw new BundleRefused('tampered', 'a line of the manifest names what no mirror holds')
    const part = partOf(read[0])
    if (current && current.part !== part) {
      if (part < current.part) throw new BundleRefused('tampered', 'the manifest is out of order')
      yield current
      current = undefined
    }
    current ??= { part, files: new Map() }
    current.files.set(...read)
  }
  if (hash.digest('hex') !== result) throw new BundleRefused('tampered', 'the manifest is not the one that was signed')
  if (current) yield current
}
