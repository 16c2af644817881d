// Which addresses of the portal a mirror holds, and in which file each stands. Whatever is not named here needs a server.
import { placeOf } from '../place.ts'

const id = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const word = '[^/?#]+'

const pages = new RegExp(
  `^/(|disclosure|latest|units|catalogue|party|responsible|apply|apply/disclosed|apply/figures|contact|accessibility|site-map|reports|reports/${id}/figures|(columns|units)/${word}` +
    `|archive|archive/\\d{4}-\\d{2}|archive/\\d{4}-\\d{2}-\\d{2}(/\\d{1,4})?|documents/${id}(/print|/revisions/\\d{1,6})?)$`,
)
const files = new RegExp(
  `^/(favicon\\.svg|robots\\.txt|assets/${word}|sitemap(-${word})?\\.xml|((columns|units)/${word}/)?feed\\.(atom|json)|documents/${id}\\.(json|docx|pdf)|reports/${id}\\.json|apply/form\\.docx|apply/figures\\.csv)$`,
)
const attachments = new RegExp(`^/documents/${id}/attachments/${id}$`)
const ofDocument = new RegExp(`^(/documents/${id})([./]|$)`)

export type AddressKind = 'page' | 'file' | 'attachment'

/** `page` is a page seen in one of the ways of looking; a file is the same however it is looked at. */
export function kindOf(path: string): AddressKind | undefined {
  if (attachments.test(path)) return 'attachment'
  if (files.test(path)) return 'file'
  return pages.test(path) ? 'page' : undefined
}

/** What is written and dropped together: a document with all that stands below its address; every other address alone. */
export const keyOf = (path: string): string => ofDocument.exec(path)?.[1] ?? path

export const documentIdOf = (key: string): string | undefined => (ofDocument.test(key) ? key.slice('/documents/'.length) : undefined)

/** Where a link of a page leads: into the mirror, to the portal, or away from both. */
export type Target =
  | { readonly in: 'mirror'; readonly path: `/${string}`; readonly prefix: string; readonly kind: AddressKind }
  | { readonly in: 'portal' }
  | { readonly in: 'elsewhere' }

export interface Held {
  readonly basePath: string
  /** The ways of looking that the mirror holds, each as its word of the address; the plain one is the empty word. */
  readonly prefixes: readonly string[]
  /** Whether it holds Word and PDF of the documents. */
  readonly downloads: boolean
}

const downloaded = /^\/documents\/[^/]*\.(docx|pdf)$/

export function targetOf(link: string, { basePath, prefixes, downloads }: Held): Target {
  if (!link.startsWith(basePath) || link.startsWith('//')) return { in: 'elsewhere' }
  const [bare = ''] = link.split('#', 1)
  const place = placeOf(basePath, bare)
  if (!place || bare.includes('?')) return { in: 'portal' }
  const kind = kindOf(place.path)
  const prefix = place.modes.join('-')
  if (kind === undefined || !prefixes.includes(prefix) || unsafe(place.path) || (!downloads && downloaded.test(place.path))) return { in: 'portal' }
  return { in: 'mirror', path: place.path as `/${string}`, prefix, kind }
}

/** The path with its percent signs resolved, as a server resolves it to find the file; undefined where that could lead anywhere else. */
function decoded(path: string): string | undefined {
  try {
    const text = decodeURIComponent(path)
    return /[\\\0]|\/\/|(^|\/)\.\.?(\/|$)/.test(text) || text.split('/').length !== path.split('/').length ? undefined : text
  } catch {
    return undefined
  }
}

const unsafe = (path: string): boolean => decoded(path) === undefined

/** By which ending nginx, or any other server, tells what an attachment is. */
export const attachmentEndings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/msword': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/ofd': 'ofd',
  'application/zip': 'zip',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}
export const unknownEnding = 'bin'

/** Below the folder of the mirror. `prefix` is the way of looking of a page. */
export function fileOf(basePath: string, path: string, { prefix = '', ending }: { readonly prefix?: string; readonly ending?: string } = {}): string {
  const text = decoded(path)
  if (text === undefined) throw new RangeError(`no file stands for ${path}`)
  const kind = kindOf(path)
  if (kind === 'attachment') return `site${basePath}${text.slice(1)}.${ending ?? unknownEnding}`
  if (kind === 'file') return `site${basePath}${text.slice(1)}`
  return `site${basePath}${prefix === '' ? '' : `${prefix}/`}${text === '/' ? 'index' : text.slice(1)}.html`
}

export const tombstoneFile = (documentId: string, form: 'html' | 'json'): string => `gone/${documentId}.${form}`
export const missingFile = 'problems/404.html'

const safeWord = /^(?!\.\.?$)[^/\\\0\r\n]+$/
/** What a manifest may name: nothing outside the mirror, and nothing of a mirror but what it shows. */
export const isMirrorFile = (file: string): boolean =>
  file === 'mirror.json' || (/^(site|gone|problems)\//.test(file) && file.split('/').every((one) => safeWord.test(one)))

const documentFile = /(?:^|\/)(?:documents|gone)\/([0-9a-f]{8}-[0-9a-f-]{27})[./]/
/** The document that a file belongs to. */
export const documentOfFile = (file: string): string | undefined => documentFile.exec(file)?.[1]
