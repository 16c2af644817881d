// The manifest of an archive: which files it holds, with their hashes; written and compared here, without a file being opened.
import { archiveFormat, manifestName, sumsName } from '../law/archive.ts'

export interface ListedFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

export const manifestText = (files: readonly ListedFile[]): string => `${JSON.stringify({ format: archiveFormat, files }, null, 1)}\n`
export const sumsText = (files: readonly ListedFile[]): string => files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('')

const isFile = (value: unknown): value is ListedFile =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  typeof value.path === 'string' &&
  'sha256' in value &&
  typeof value.sha256 === 'string' &&
  /^[0-9a-f]{64}$/.test(value.sha256)

/** The files that a manifest lists; undefined where it is none of ours. */
export function readManifest(text: string): readonly ListedFile[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== archiveFormat) return undefined
    const files: unknown = 'files' in value ? value.files : undefined
    return Array.isArray(files) && files.every(isFile) ? files : undefined
  } catch {
    return undefined
  }
}

export interface ArchiveFault {
  readonly kind: 'missing' | 'changed' | 'unlisted' | 'twice'
  readonly path: string
}

/** What does not fit; nothing where every file is as the manifest says. */
export function faultsOf(listed: readonly ListedFile[], found: readonly { readonly path: string; readonly sha256: string }[]): readonly ArchiveFault[] {
  const own = new Set<string>([manifestName, sumsName])
  const expected = new Map(listed.map((file) => [file.path, file.sha256]))
  const seen = new Set<string>()
  const faults: ArchiveFault[] = []
  for (const { path, sha256 } of found) {
    if (seen.has(path)) faults.push({ kind: 'twice', path })
    seen.add(path)
    if (own.has(path)) continue
    const hash = expected.get(path)
    if (hash === undefined) faults.push({ kind: 'unlisted', path })
    else if (hash !== sha256) faults.push({ kind: 'changed', path })
  }
  for (const { path } of listed) if (!seen.has(path)) faults.push({ kind: 'missing', path })
  return faults
}

/** A name that every system can unpack, without the folders somebody may have typed into it. */
export function safeName(name: string, longest = 80): string {
  const plain = [...name.normalize('NFC').replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, '_')]
    .slice(0, longest)
    .join('')
    .replaceAll(/^[.\s]+|[.\s]+$/g, '')
  return plain === '' ? '_' : plain
}
