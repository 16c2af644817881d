// Applies a bundle to a mirror in another network: everything is proved before anything is shown, and the new mirror takes the place of the old one in one step.
import { randomUUID, type KeyObject } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { BundleRefused, openBundle, partsOf, type BundleEntry, type BundleHeader, type OpenBundle } from './bundle.ts'
import { clearDrafts, draftIn, isCompressed, publicFolder, putCompressed, putStream } from './disk.ts'
import { Manifest } from './manifest.ts'
import { readProgress } from './state.ts'

export interface Applied {
  readonly header: BundleHeader
  /** Of the bundle. */
  readonly files: number
  /** That stayed as they were. */
  readonly kept: number
  readonly removed: number
}

const generations = (folder: string): string => join(folder, 'generations')

/** Throws BundleRefused where the bundle is not what its maker signed, or not the next one of this mirror; the mirror then stays as it is. */
export async function applyBundle(path: string, folder: string, key: KeyObject): Promise<Applied> {
  const old = publicFolder(folder)
  const written = existsSync(old) && !lstatSync(old).isSymbolicLink()
  if (written || readProgress(folder)) throw new BundleRefused('written-by-portal', folder)
  const bundle = await openBundle(path, key)
  try {
    clearDrafts(folder)
    clearGenerations(folder)
    const before = new Manifest(folder, old)
    const present = existsSync(old) ? before.fingerprint() : null
    const { header } = bundle
    if (header.base !== present) throw new BundleRefused('wrong-order', `it follows ${header.base ?? 'nothing'}, the mirror is ${present ?? 'empty'}`)

    const manifestDraft = draftIn(folder)
    await pipeline(await bundle.manifest(), createWriteStream(manifestDraft, { flags: 'wx' }))
    const fresh = join(generations(folder), randomUUID())
    mkdirSync(fresh, { recursive: true })
    const counts = await lay(bundle, { folder, old, fresh, before, manifest: createReadStream(manifestDraft) })
    rmSync(manifestDraft)
    showInstead(folder, fresh)
    clearGenerations(folder)
    return { header, ...counts }
  } finally {
    bundle.close()
    clearDrafts(folder)
  }
}

interface Laying {
  readonly folder: string
  readonly old: string
  readonly fresh: string
  readonly before: Manifest
  readonly manifest: Readable
}

/** Lays the new mirror beside the old one: what stays under a second name, what comes from the bundle. */
async function lay(bundle: OpenBundle, { folder, old, fresh, before, manifest }: Laying): Promise<Omit<Applied, 'header'>> {
  const after = new Manifest(folder, fresh)
  let [files, kept, removed] = [0, 0, 0]
  const gone = new Set(before.parts())
  for await (const { part, files: wanted } of partsOf(manifest, bundle.header.result)) {
    gone.delete(part)
    const known = new Map(before.filesIn(part))
    for (const [file, sha256] of wanted) {
      const target = join(fresh, file)
      if (known.get(file) === sha256) {
        stay(join(old, file), target)
        kept += 1
      } else {
        await take(folder, await bundle.next(), { file, sha256, target })
        files += 1
      }
      after.put(file, sha256)
    }
    removed += [...known.keys()].filter((file) => !wanted.has(file)).length
    after.flush()
    before.letGo()
  }
  if (await bundle.next()) throw new BundleRefused('tampered', 'there is more in it than the manifest names')
  for (const part of gone) removed += before.filesIn(part).length
  return { files, kept, removed }
}

function stay(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  for (const form of ['', '.gz', '.br']) if (form === '' || existsSync(`${from}${form}`)) linkSync(`${from}${form}`, `${to}${form}`)
}

/** The names in the bundle are only compared, never used. */
async function take(folder: string, entry: BundleEntry | undefined, { file, sha256, target }: { file: string; sha256: string; target: string }): Promise<void> {
  if (entry?.name !== file || !entry.isFile) throw new BundleRefused('tampered', `${file} is missing`)
  if ((await putStream(folder, target, entry.content)) !== sha256) throw new BundleRefused('tampered', file)
  if (isCompressed(file, statSync(target).size)) putCompressed(folder, target, readFileSync(target))
}

/** One step: whoever looks sees the old mirror or the new one. */
function showInstead(folder: string, fresh: string): void {
  const link = draftIn(folder)
  symlinkSync(join('generations', basename(fresh)), link)
  renameSync(link, publicFolder(folder))
}

/** Those that are not shown: what a stop left, and the one before. */
function clearGenerations(folder: string): void {
  const shown = existsSync(publicFolder(folder)) ? basename(readlinkSync(publicFolder(folder))) : undefined
  if (!existsSync(generations(folder))) return
  for (const name of readdirSync(generations(folder))) if (name !== shown) rmSync(join(generations(folder), name), { recursive: true, force: true })
}
