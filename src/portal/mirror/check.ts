// Proves a mirror: every file is as the manifest says, every link leads somewhere, and every document is reached from the home page without a query.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { attachmentEndings, documentIdOf, documentOfFile, fileOf, keyOf, targetOf, tombstoneFile, unknownEnding, type Held } from './addresses.ts'
import { publicFolder, sha256Of } from './disk.ts'
import { Manifest } from './manifest.ts'
import { namedIn, unescaped } from './rewrite.ts'
import { readSite } from './state.ts'

export interface MirrorFault {
  readonly kind: 'missing' | 'changed' | 'unlisted' | 'stale-compressed' | 'dead-link' | 'unreachable'
  readonly file: string
  /** Of a dead link: where it leads. */
  readonly link?: string
}

export interface MirrorCheck {
  readonly files: number
  readonly documents: number
  /** Links that were followed, each as often as a page holds it. */
  readonly links: number
  /** The first thousand. */
  readonly faults: readonly MirrorFault[]
  readonly faultCount: number
}

const mostFaults = 1000
const html = /\.html$/
const data = /\.(json|atom|xml|txt)$/
const attribute = /\s(?:href|src)="([^"]*)"/g

/** Undefined where there is no mirror in the folder. */
export async function checkMirror(folder: string): Promise<MirrorCheck | undefined> {
  const root = publicFolder(folder)
  const site = readSite(root)
  if (!site) return undefined
  const manifest = new Manifest(folder, root)
  const faults: MirrorFault[] = []
  let faultCount = 0
  const tell = (fault: MirrorFault): void => {
    faultCount += 1
    if (faults.length < mostFaults) faults.push(fault)
  }
  let files = 0
  let links = 0
  const documents = new Set<string>()
  /** Where pages that are no documents lead. */
  const leads = new Map<string, readonly string[]>()

  for (const part of manifest.parts()) {
    for (const [file, sha256] of manifest.filesIn(part)) {
      files += 1
      const path = join(root, file)
      if (!existsSync(path)) {
        tell({ kind: 'missing', file })
        continue
      }
      if (!html.test(file) && !data.test(file)) {
        if ((await sha256OfFile(path)) !== sha256) tell({ kind: 'changed', file })
        continue
      }
      const bytes = readFileSync(path)
      if (sha256Of(bytes) !== sha256) tell({ kind: 'changed', file })
      if (!compressedFit(path, bytes)) tell({ kind: 'stale-compressed', file })
      const text = bytes.toString()
      const found = html.test(file) ? [...text.matchAll(attribute)].map(([, link = '']) => unescaped(link)) : namedIn(text, site)
      const targets: string[] = []
      for (const link of found) {
        const target = targetOf(link, site)
        if (target.in !== 'mirror') continue
        links += 1
        targets.push(target.path)
        if (!stands(root, site, target.path, target.prefix)) tell({ kind: 'dead-link', file, link })
      }
      const address = addressOf(site.basePath, file)
      if (address === undefined) continue
      const id = documentIdOf(address)
      if (id !== undefined) documents.add(id)
      else leads.set(address, targets)
    }
    manifest.letGo()
  }
  const reached = reachedFrom('/', leads)
  for (const id of documents) if (!reached.has(`/documents/${id}`)) tell({ kind: 'unreachable', file: fileOf(site.basePath, `/documents/${id}`) })
  for (const file of unlistedIn(root, manifest)) tell({ kind: 'unlisted', file })
  return { files, documents: documents.size, links, faults, faultCount }
}

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part as Buffer)
  return hash.digest('hex')
}

/** A compressed form that is there says the same as the file. */
function compressedFit(path: string, bytes: Buffer): boolean {
  try {
    return [
      [`${path}.gz`, gunzipSync],
      [`${path}.br`, brotliDecompressSync],
    ].every(([form, plain]) => !existsSync(form as string) || (plain as typeof gunzipSync)(readFileSync(form as string)).equals(bytes))
  } catch {
    return false
  }
}

/** Whether a server of the mirror has an answer: the file, or the tombstone of the document. */
function stands(root: string, { basePath }: Held, path: string, prefix: string): boolean {
  const endings = path.includes('/attachments/') ? [...new Set([...Object.values(attachmentEndings), unknownEnding])] : ['']
  if (endings.some((ending) => existsSync(join(root, fileOf(basePath, path, { prefix, ending }))))) return true
  const id = documentIdOf(keyOf(path))
  return id !== undefined && existsSync(join(root, tombstoneFile(id, 'html')))
}

/** The address of a page in its plain form. */
function addressOf(basePath: string, file: string): string | undefined {
  const start = `site${basePath}`
  if (!file.startsWith(start) || !html.test(file)) return undefined
  const address = `/${file.slice(start.length).replace(html, '')}`
  if (address === '/index') return '/'
  return documentOfFile(file) !== undefined && documentIdOf(keyOf(address)) !== undefined && keyOf(address) !== address ? undefined : address
}

function reachedFrom(start: string, leads: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set([start])
  for (const at of reached) for (const link of leads.get(at) ?? []) reached.add(link)
  return reached
}

const forms = /\.(gz|br)$/

/** Files below the public folder that no line of the manifest names; a compressed form belongs to its file. */
function* unlistedIn(root: string, manifest: Manifest, below = ''): Generator<string> {
  const entries = readdirSync(join(root, below), { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const file = below === '' ? entry.name : `${below}/${entry.name}`
    if (file === 'manifest') continue
    if (entry.isDirectory()) yield* unlistedIn(root, manifest, file)
    else if (manifest.get(file) === undefined && manifest.get(file.replace(forms, '')) === undefined) yield file
    manifest.letGo()
  }
}
