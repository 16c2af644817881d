// Writes one address of the portal, or one document with all that belongs to it, into a mirror: asked in this process, so that a page of the mirror is the page that is served.
import type { FastifyInstance } from 'fastify'
import { attachmentEndings, documentIdOf, fileOf, kindOf, missingFile, targetOf, tombstoneFile } from './addresses.ts'
import { publicFolder, putFile, putStream, sha256Of } from './disk.ts'
import { linksWithin, namedIn, rewritten } from './rewrite.ts'
import type { MirrorSite } from './state.ts'

/** The key of the page that tells that there is none. */
export const missingKey = '/404'

export interface Order {
  /** An address of the mirror without ways of looking; of a document, the one of its page. */
  readonly key: string
  /** The files that stand for it now, by their SHA-256: what did not change is not written. */
  readonly known: readonly (readonly [file: string, sha256: string])[]
  /** Names what was known of changes when it was given: under another name, nothing that was read before may be used again. */
  readonly asOf: string
}

export interface Written {
  readonly key: string
  /** All files that stand for it from now on. */
  readonly files: readonly (readonly [file: string, sha256: string])[]
  /** Other addresses of the mirror that its pages lead to. */
  readonly links: readonly string[]
  /** What the page depends on; undefined where it did not say. */
  readonly topics: readonly string[] | undefined
  /** How many of the files were written. */
  readonly written: number
}

export interface ScribeParts {
  readonly app: FastifyInstance
  readonly site: Omit<MirrorSite, 'version' | 'headers'>
  /** Of the mirror. */
  readonly folder: string
}

export type Scribe = (order: Order) => Promise<Written>

/** A page that the portal could not make: the run stops rather than writing a mirror with a hole. */
class PageFailed extends Error {
  override readonly name = 'PageFailed'
}

interface Answer {
  readonly status: number
  readonly body: Buffer
  readonly headers: Readonly<Record<string, unknown>>
  readonly topics: readonly string[] | undefined
}

const attachment = /\/attachments\//
const made = /\.(docx|pdf)$/

export function openScribe({ app, site, folder }: ScribeParts): Scribe {
  const root = publicFolder(folder)
  const { basePath, prefixes, portal } = site
  let asked = 0
  /** What answers that are on their way were made from, by the caller. */
  const answered = new Map<string, readonly string[] | undefined>()
  app.addHook('onSend', async (request, reply) => {
    if (request.method === 'GET' && reply.dependsOn) answered.set(request.ip, reply.dependsOn)
  })
  /** Each call comes from an address of its own: what limits one reader must not limit the mirror. */
  const caller = (): string => {
    asked = (asked + 1) % 0xff_ff_ff
    return `10.${asked >> 16}.${(asked >> 8) & 255}.${asked & 255}`
  }
  const host = new URL(portal).host
  const ask = async (path: string, prefix = ''): Promise<Answer> => {
    const url = `${basePath}${prefix === '' ? '' : `${prefix}/`}${path.slice(1)}`
    const remoteAddress = caller()
    const answer = await app.inject({ method: 'GET', url, headers: { host }, remoteAddress })
    if (answer.statusCode >= 500 || answer.statusCode === 429) throw new PageFailed(`${url} answered ${answer.statusCode}`)
    const topics = answered.get(remoteAddress)
    answered.delete(remoteAddress)
    return { status: answer.statusCode, body: answer.rawPayload, headers: answer.headers, topics }
  }

  return async ({ key, known }) => {
    const before = new Map(known)
    const files = new Map<string, string>()
    const links = new Set<string>()
    let written = 0
    let topics: readonly string[] | undefined

    const addTarget = (link: string): void => {
      const target = targetOf(link, site)
      if (target.in === 'mirror') links.add(target.path)
    }
    const put = (file: string, body: Buffer): void => {
      const sha256 = sha256Of(body)
      files.set(file, sha256)
      if (before.get(file) === sha256) return
      putFile(folder, root, file, body)
      written += 1
    }
    const keep = (file: string): boolean => {
      const sha256 = before.get(file)
      if (sha256 !== undefined) files.set(file, sha256)
      return sha256 !== undefined
    }
    const putPage = (file: string, { body }: Answer): readonly string[] => {
      const page = rewritten(body.toString(), site)
      put(file, Buffer.from(page.html))
      return page.links
    }
    /** Whether there is such an address. */
    const copy = async (path: string): Promise<boolean> => {
      let found = false
      for (const prefix of kindOf(path) === 'page' ? prefixes : ['']) {
        const answer = await ask(path, prefix)
        if (path === key && prefix === '') ({ topics } = answer)
        if (answer.status === 301 || answer.status === 302) {
          put(fileOf(basePath, path, { prefix }), leading(String(answer.headers['location'])))
          found = true
        } else if (answer.status === 200) {
          const file = fileOf(basePath, path, { prefix })
          if (kindOf(path) === 'page') for (const link of putPage(file, answer)) links.add(link)
          else {
            put(file, answer.body)
            if (path.endsWith('.xml')) for (const link of namedIn(answer.body.toString(), site)) addTarget(link)
          }
          found = true
        } else if (answer.status === 410 && prefix === '') await copyTombstone(path, answer)
      }
      return found
    }
    const copyTombstone = async (path: string, answer: Answer): Promise<void> => {
      const id = documentIdOf(path)
      if (id === undefined) return
      putPage(tombstoneFile(id, 'html'), answer)
      put(tombstoneFile(id, 'json'), (await ask(`${path}.json`)).body)
    }
    const copyAttachment = async (path: string): Promise<void> => {
      const url = `${basePath}${path.slice(1)}`
      const head = await app.inject({ method: 'HEAD', url, headers: { host }, remoteAddress: caller() })
      if (head.statusCode !== 200) return
      const file = fileOf(basePath, path, { ending: attachmentEndings[String(head.headers['content-type'])] })
      // Its fingerprint is the beginning of the SHA-256.
      const begins = String(head.headers['etag']).replaceAll('"', '')
      if (before.get(file)?.startsWith(begins)) return void keep(file)
      const answer = await app.inject({ method: 'GET', url, headers: { host }, remoteAddress: caller(), payloadAsStream: true })
      files.set(file, await putStream(folder, `${root}/${file}`, answer.stream()))
      written += 1
    }

    if (key === missingKey) {
      putPage(missingFile, await ask('/404'))
      return { key, files: [...files], links: [], topics, written }
    }
    if ((await copy(key)) && documentIdOf(key) !== undefined) {
      const data = fileOf(basePath, `${key}.json`)
      const own = linksWithin(key, [...links])
      if (own.includes(`${key}.json`)) await copy(`${key}.json`)
      const sameData = files.get(data) === before.get(data)
      for (const path of own.filter((one) => one !== `${key}.json`)) {
        if (attachment.test(path)) await copyAttachment(path)
        else if (made.test(path)) {
          // Made of the document alone: as long as its data say the same, so do they.
          if (!(sameData && keep(fileOf(basePath, path)))) await copy(path)
        } else await copy(path)
      }
    }
    return { key, files: [...files], links: [...links].filter((link) => !link.startsWith('/documents/')), topics, written }
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** An address that leads on to another, for a server that knows no redirection of its own. */
const leading = (to: string): Buffer =>
  Buffer.from(
    `<!doctype html>\n<html lang="zh-Hans"><head><meta charset="utf-8"><title>${escaped(to)}</title><meta http-equiv="refresh" content="0; url=${escaped(to)}"></head><body><p><a href="${escaped(to)}">${escaped(to)}</a></p></body></html>\n`,
  )
