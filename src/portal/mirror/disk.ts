// How files of a mirror come and go: written beside and renamed, with their compressed forms; a reader sees the old one or the new one.
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** What the public sees: pages below `site/`, tombstones below `gone/`, and what says what they are. */
export const publicFolder = (folder: string): string => join(folder, 'public')
const draftsFolder = (folder: string): string => join(folder, 'drafts')

export const sha256Of = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')

const text = /\.(html|json|css|js|xml|atom|svg|txt|csv)$/
/** Shorter texts gain nothing. */
const leastBytes = 600
export const isCompressed = (file: string, bytes: number): boolean => bytes >= leastBytes && text.test(file)

/** Clears what a stop left half-written. */
export function clearDrafts(folder: string): void {
  rmSync(draftsFolder(folder), { recursive: true, force: true })
  mkdirSync(draftsFolder(folder), { recursive: true })
}

const made = new Set<string>()
function makeFolderOf(path: string): void {
  const folder = dirname(path)
  if (made.has(folder)) return
  mkdirSync(folder, { recursive: true })
  if (made.size > 10_000) made.clear()
  made.add(folder)
}

export const draftIn = (folder: string): string => join(draftsFolder(folder), randomUUID())

export function moveDraft(draft: string, target: string): void {
  makeFolderOf(target)
  try {
    renameSync(draft, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    // The folder was cleared away meanwhile.
    made.delete(dirname(target))
    makeFolderOf(target)
    renameSync(draft, target)
  }
}

function putBytes(folder: string, target: string, bytes: Buffer): void {
  const draft = draftIn(folder)
  writeFileSync(draft, bytes, { flag: 'wx', mode: 0o644 })
  moveDraft(draft, target)
}

/** The compressed forms beside a file, for servers that send them as they are. */
export function putCompressed(folder: string, target: string, bytes: Buffer): void {
  if (!isCompressed(target, bytes.length)) return dropCompressed(target)
  putBytes(folder, `${target}.gz`, gzipSync(bytes, { level: 6 }))
  // A window as large as the text: the usual one takes megabytes for each page.
  const window = Math.min(Math.max(Math.ceil(Math.log2(bytes.length)), 16), 22)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_LGWIN]: window }
  putBytes(folder, `${target}.br`, brotliCompressSync(bytes, { params }))
}

function dropCompressed(target: string): void {
  for (const form of ['gz', 'br']) rmSync(`${target}.${form}`, { force: true })
}

/** Writes a file below `root` (of the mirror in `folder`), and its compressed forms. */
export function putFile(folder: string, root: string, file: string, bytes: Buffer): void {
  const target = join(root, file)
  putBytes(folder, target, bytes)
  putCompressed(folder, target, bytes)
}

/** The same for what is too large to hold; returns the SHA-256 of what was written. */
export async function putStream(folder: string, target: string, bytes: Readable): Promise<string> {
  const draft = draftIn(folder)
  const hash = createHash('sha256')
  bytes.on('data', (part: Buffer) => hash.update(part))
  await pipeline(bytes, createWriteStream(draft, { flags: 'wx', mode: 0o644 }))
  moveDraft(draft, target)
  return hash.digest('hex')
}

export function dropFile(root: string, file: string): void {
  const target = join(root, file)
  dropCompressed(target)
  rmSync(target, { force: true })
}
