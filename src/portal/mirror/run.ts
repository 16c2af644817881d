// Brings a mirror up to date with the public: everything at first and where too much may have changed, else what depends on what changed.
import { randomUUID } from 'node:crypto'
import type { Database } from '../../platform/database/database.ts'
import { changesSince, type Changes, type Position } from '../../modules/publication/queries/changes.ts'
import { countDocuments, documentIdsAfter } from '../../modules/publication/queries/every-document.ts'
import { documentIdOf, documentOfFile, fileOf, kindOf, missingFile } from './addresses.ts'
import type { Crew } from './crew.ts'
import { Dependents } from './dependents.ts'
import { clearDrafts, dropFile, publicFolder, putFile, sha256Of } from './disk.ts'
import { Manifest } from './manifest.ts'
import { missingKey, type Written } from './scribe.ts'
import { readProgress, siteFile, textOfSite, writeProgress, type MirrorProgress, type MirrorSite } from './state.ts'

export interface MirrorParts {
  /** Of the mirror. */
  readonly folder: string
  readonly site: MirrorSite
  /** With the portal's login. */
  readonly database: Database
  readonly crew: Crew
  readonly today: () => string
  /** Told after each step of a run over everything. */
  readonly progress: (step: MirrorStep) => void
  /** Asked between steps: true ends the run, which the next one goes on with. */
  readonly stopped: () => boolean
}

export interface MirrorStep {
  readonly documents: number
  readonly of: number
  /** Files written so far in this run. */
  readonly written: number
}

export interface MirrorReport {
  readonly written: number
  readonly removed: number
  /** False where the run was stopped before its end. */
  readonly complete: boolean
}

/** Where a crawl of the pages begins; all others are reached from them. */
const seeds = ['/', '/site-map', '/archive', '/robots.txt', '/sitemap.xml', '/feed.atom', '/feed.json', missingKey] as const
const idsAtOnce = 500
/** For a page that does not say what it depends on. */
const anything = ['documents', 'units', 'catalogue', 'calendar', 'application-figures'] as const

export class Mirror {
  readonly #parts: MirrorParts
  readonly #root: string
  readonly #manifest: Manifest
  readonly #dependents: Dependents
  #progress: MirrorProgress
  /** Another one after each look at changes and for each run, which may go on long after another one failed. */
  #asOf = randomUUID()
  #written = 0
  #removed = 0

  constructor(parts: MirrorParts) {
    this.#parts = parts
    this.#root = publicFolder(parts.folder)
    clearDrafts(parts.folder)
    this.#manifest = new Manifest(parts.folder, this.#root)
    this.#dependents = new Dependents(parts.folder)
    this.#progress = readProgress(parts.folder) ?? { version: 1 }
    const text = textOfSite(parts.site)
    if (this.#manifest.get(siteFile) === sha256Of(text)) return
    // Another site, or the same one shown in another way: no page can stay as it is.
    putFile(parts.folder, this.#root, siteFile, Buffer.from(text))
    this.#manifest.put(siteFile, sha256Of(text))
    this.#save({ version: 1 })
  }

  /** Writes all that changed since the last time; everything where `anew` asks for it. */
  async bringUpToDate({ anew = false }: { readonly anew?: boolean } = {}): Promise<MirrorReport> {
    this.#asOf = randomUUID()
    this.#written = 0
    this.#removed = 0
    const { position, day } = this.#progress
    if (anew || position === undefined) await this.#everything()
    else await this.#changes(position, day)
    return { written: this.#written, removed: this.#removed, complete: this.#progress.position !== undefined }
  }

  async #changesSince(since?: Position): Promise<Changes> {
    const changes = await changesSince(this.#parts.database.db, since)
    this.#asOf = randomUUID()
    return changes
  }

  async #changes(since: Position, day: string | undefined): Promise<void> {
    const { position, topics, complete } = await this.#changesSince(since)
    if (!complete || topics.includes('everything') || topics.includes('site')) return this.#everything()
    const today = this.#parts.today()
    if (topics.length > 0) await this.#rewrite(topics)
    if (day !== today) await this.#pages()
    if (topics.length === 0 && day === today) return undefined
    this.#save({ version: 1, position, day: today })
  }

  /** Over all pages and all documents. What changes meanwhile is written meanwhile: nothing that was withdrawn waits for the end. */
  async #everything(): Promise<void> {
    const { database, stopped, progress, today } = this.#parts
    const day = today()
    let { position, after } = this.#progress.unfinished ?? { position: (await this.#changesSince()).position, after: '' }
    if (after === '') {
      this.#dependents.clear()
      this.#save({ version: 1, unfinished: { position, after } })
      await this.#pages()
      if (stopped()) return undefined
    }
    const of = await countDocuments(database.db)
    let documents = 0
    let again = false
    while (!stopped()) {
      const ids = await documentIdsAfter(database.db, after, idsAtOnce)
      await this.#orders(ids.map((id) => `/documents/${id}`))
      if (stopped()) return undefined
      this.#dropUnlisted(after, ids)
      const since = await this.#changesSince(position)
      again ||= !since.complete || since.topics.includes('everything') || since.topics.includes('site')
      if (since.topics.length > 0) await this.#rewrite(since.topics)
      if (stopped()) return undefined
      ;({ position } = since)
      documents += ids.length
      progress({ documents, of: Math.max(of, documents), written: this.#written })
      const last = ids.at(-1)
      if (last === undefined) return this.#save(again ? { version: 1 } : { version: 1, position, day })
      after = last
      this.#save({ version: 1, unfinished: { position, after } })
    }
  }

  /** Pages beside the documents: from the seeds along every link; what no link leads to any more goes. */
  async #pages(): Promise<void> {
    const seen = await this.#crawl(seeds)
    if (this.#parts.stopped()) return
    for (const part of this.#manifest.parts().filter((name) => name.startsWith('p')))
      for (const [file] of this.#manifest.filesIn(part)) if (!seen.has(file) && file !== siteFile) this.#drop(file)
    this.#manifest.flush()
  }

  /** Writes the addresses and whatever they lead to that was not written yet; returns all files that stand for them. */
  async #crawl(keys: readonly string[], isNew: (key: string) => boolean = () => true): Promise<Set<string>> {
    const known = new Set<string>(keys)
    const files = new Set<string>()
    let waiting = [...keys]
    while (waiting.length > 0) {
      const found: string[] = []
      await this.#orders(waiting, (written) => {
        for (const [file] of written.files) files.add(file)
        for (const link of written.links) {
          if (known.has(link) || !isNew(link)) continue
          known.add(link)
          found.push(link)
        }
      })
      waiting = found
    }
    return files
  }

  /** What depends on the topics; the documents themselves first. */
  async #rewrite(topics: readonly string[]): Promise<void> {
    const documents = topics.flatMap((topic) => (topic.startsWith('document/') ? [`/documents/${topic.slice('document/'.length)}`] : []))
    await this.#orders(documents)
    const others = new Set(topics.flatMap((topic) => this.#dependents.keysOf(topic)))
    for (const key of documents) others.delete(key)
    await this.#crawl([...others], (link) => this.#manifest.get(this.#firstFileOf(link)) === undefined)
    this.#manifest.flush()
    this.#dependents.flush()
  }

  #firstFileOf(key: string): string {
    return key === missingKey ? missingFile : fileOf(this.#parts.site.basePath, key)
  }

  /** The files that may stand for an address. */
  #filesOf(key: string): readonly (readonly [file: string, sha256: string])[] {
    const id = documentIdOf(key)
    if (id !== undefined) return this.#manifest.filesOfDocument(id)
    const { basePath, prefixes } = this.#parts.site
    const files = key !== missingKey && kindOf(key) === 'page' ? prefixes.map((prefix) => fileOf(basePath, key, { prefix })) : [this.#firstFileOf(key)]
    return files.flatMap((file) => {
      const sha256 = this.#manifest.get(file)
      return sha256 === undefined ? [] : [[file, sha256] as const]
    })
  }

  /** Hands the orders to the crew, as many at once as it has hands. */
  async #orders(keys: readonly string[], each: (written: Written) => void = () => {}): Promise<void> {
    const { crew, stopped } = this.#parts
    const waiting = keys.values()
    const hand = async (): Promise<void> => {
      for (const key of waiting) {
        if (stopped() && this.#progress.position === undefined) return
        const known = this.#filesOf(key)
        const written = await crew.write({ key, known, asOf: this.#asOf })
        this.#note(written, known)
        each(written)
      }
    }
    await Promise.all(Array.from({ length: Math.min(crew.hands, keys.length) }, hand))
  }

  #note({ key, files, topics, written }: Written, known: readonly (readonly [file: string, sha256: string])[]): void {
    for (const [file, sha256] of files) this.#manifest.put(file, sha256)
    const standing = new Set(files.map(([file]) => file))
    for (const [file] of known) if (!standing.has(file)) this.#drop(file)
    const id = documentIdOf(key)
    const noted = (topics ?? (id === undefined ? anything : [])).filter((topic) => topic !== 'site' && topic !== `document/${id}`)
    if (this.#progress.position === undefined) this.#dependents.note(key, noted)
    else this.#dependents.noteNew(key, noted)
    this.#written += written
  }

  #drop(file: string): void {
    dropFile(this.#root, file)
    this.#manifest.remove(file)
    this.#removed += 1
  }

  /** Documents between `after` and the last of `ids` that the public side does not know at all; at the end, all behind. */
  #dropUnlisted(after: string, ids: readonly string[]): void {
    const listed = new Set(ids)
    const last = ids.at(-1) ?? 'g'
    for (const part of this.#manifest.parts()) {
      if (!part.startsWith('d') || part < `d${after.slice(0, 3)}` || part > `d${last.slice(0, 3)}`) continue
      for (const [file] of this.#manifest.filesIn(part)) {
        const id = documentOfFile(file) ?? ''
        if (id > after && id <= last && !listed.has(id)) this.#drop(file)
      }
    }
  }

  /** First the files, then what says that they are there, then how far it has come. */
  #save(progress: MirrorProgress): void {
    this.#manifest.flush()
    this.#dependents.flush()
    writeProgress(this.#parts.folder, progress)
    this.#progress = progress
  }
}
