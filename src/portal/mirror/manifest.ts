// The manifest of a mirror: the SHA-256 of every file, in lines that `sha256sum -c` reads, cut into small files so that one change writes one of them anew.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentOfFile, isMirrorFile } from './addresses.ts'
import { draftIn, moveDraft, sha256Of } from './disk.ts'

/** Which part of the manifest names the file: documents by the beginning of their ids, all others by their names. */
export function partOf(file: string): string {
  const id = documentOfFile(file)
  return id === undefined ? `p${sha256Of(file).slice(0, 1)}` : `d${id.slice(0, 3)}`
}

interface Part {
  readonly files: Map<string, string>
  changed: boolean
}

/** Parts of documents that are held at once. */
const mostHeld = 64

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const sorted = (files: ReadonlyMap<string, string>): [string, string][] => [...files].toSorted(([a], [b]) => compare(a, b))
const textOf = (files: ReadonlyMap<string, string>): string => sorted(files).map(([file, sha256]) => `${sha256}  ${file}\n`).join('') // prettier-ignore

/** Undefined where a line is none of a manifest, or names what no mirror holds. */
export function readLine(line: string): readonly [file: string, sha256: string] | undefined {
  const parts = /^([0-9a-f]{64}) {2}(.+)$/.exec(line)
  return parts && isMirrorFile(parts[2] ?? '') ? [parts[2] ?? '', parts[1] ?? ''] : undefined
}

export class Manifest {
  readonly #folder: string
  readonly #root: string
  readonly #parts = new Map<string, Part>()

  /** `folder` is the mirror's, `root` what of it the public sees. */
  constructor(folder: string, root: string) {
    this.#folder = folder
    this.#root = root
  }

  get #place(): string {
    return join(this.#root, 'manifest')
  }

  #part(name: string): Part {
    const known = this.#parts.get(name)
    if (known) return known
    const path = join(this.#place, `${name}.txt`)
    const files = new Map<string, string>()
    if (existsSync(path)) {
      for (const line of readFileSync(path, 'utf8').split('\n')) {
        if (line === '') continue
        const read = readLine(line)
        if (!read) throw new Error(`${path} is no part of a manifest: ${line.slice(0, 200)}`)
        files.set(...read)
      }
    }
    const part = { files, changed: false }
    this.#parts.set(name, part)
    return part
  }

  get(file: string): string | undefined {
    return this.#part(partOf(file)).files.get(file)
  }

  put(file: string, sha256: string): void {
    const part = this.#part(partOf(file))
    if (part.files.get(file) === sha256) return
    part.files.set(file, sha256)
    part.changed = true
  }

  remove(file: string): void {
    const part = this.#part(partOf(file))
    if (part.files.delete(file)) part.changed = true
  }

  /** Names of the parts there are, in their order. */
  parts(): string[] {
    const stored = existsSync(this.#place) ? readdirSync(this.#place).flatMap((name) => (name.endsWith('.txt') ? [name.slice(0, -4)] : [])) : []
    return [...new Set([...stored, ...this.#parts.keys()])].toSorted(compare)
  }

  filesIn(part: string): readonly (readonly [file: string, sha256: string])[] {
    return sorted(this.#part(part).files)
  }

  /** All files of one document. */
  filesOfDocument(id: string): readonly (readonly [file: string, sha256: string])[] {
    return [...this.#part(`d${id.slice(0, 3)}`).files].filter(([file]) => file.includes(id))
  }

  /** Brings what changed to the disk. */
  flush(): void {
    for (const [name, part] of this.#parts) {
      if (!part.changed) continue
      const target = join(this.#place, `${name}.txt`)
      if (part.files.size === 0) rmSync(target, { force: true })
      else {
        const draft = draftIn(this.#folder)
        writeFileSync(draft, textOf(part.files), { flag: 'wx', mode: 0o644 })
        moveDraft(draft, target)
      }
      part.changed = false
    }
    this.letGo()
  }

  /** Parts that were read and not changed need not stay. */
  letGo(): void {
    if (this.#parts.size <= mostHeld) return
    for (const [name, part] of this.#parts) if (!part.changed) this.#parts.delete(name)
  }

  /** Lines of all parts, one part after the other. */
  *texts(): Generator<string> {
    for (const name of this.parts()) {
      const text = textOf(this.#part(name).files)
      this.letGo()
      if (text !== '') yield text
    }
  }

  /** Names the whole state of the mirror: the SHA-256 of all lines. */
  fingerprint(): string {
    const hash = createHash('sha256')
    for (const text of this.texts()) hash.update(text)
    return hash.digest('hex')
  }
}
