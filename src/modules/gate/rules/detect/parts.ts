// Links, pictures and the fields that must be there.
import type { FindingCode } from '../../law/kinds.ts'
import type { Hit, Subject } from '../subject.ts'

const document = /^\/documents\/([0-9a-f-]{36})(?:[/?#]|$)/
const inside = /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[::1\]|0\.0\.0\.0)|\.(?:local|lan|internal)$/i
const hostName = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}\.?$/u
/** Longer ones are no names, and would be slow to read as one. */
const longestHost = 253
const ipAddress = /^\d{1,3}(?:\.\d{1,3}){3}$/

type LinkCode = 'link-malformed' | 'link-inside' | 'link-dead'

function linkFault(href: string, documents: Subject['documents']): LinkCode | undefined {
  const own = document.exec(href)
  if (own) return documents.get(own[1] ?? '') === 'public' ? undefined : 'link-dead'
  if (href === '' || /\s|[，。；：、“”]/.test(href) || /^(?:https?\/\/|www\.)/i.test(href)) return 'link-malformed'
  if (/^(?:\/(?!\/)|#|mailto:|tel:)/i.test(href)) return undefined
  const address = /^https?:\/\/([^/?#:]*|\[[^\]]*\])(?::\d+)?(?:[/?#]|$)(.*)/i.exec(href)
  if (!address) return /^[a-z][a-z0-9+.-]*:/i.test(href) ? 'link-malformed' : undefined
  const host = address[1] ?? ''
  if (inside.test(host)) return 'link-inside'
  if (host.length > longestHost) return 'link-malformed'
  return hostName.test(host) || ipAddress.test(host) ? undefined : 'link-malformed'
}

/** Nothing is fetched: what can be told from the address, and whether a document of this site is still public. */
export function* links({ links: all, documents }: Subject): Generator<Hit<LinkCode>> {
  for (const { href, text, place } of all) {
    const code = linkFault(href, documents)
    if (code) yield { code, match: href, field: 'bodyHtml', place, about: `${href} ${text}`, facts: { text } }
  }
}

const noDescription = /^(?:$|图片?\d*$|image\d*|img[_-]?\d*|dsc[_-]?\d+|微信图片|截图|屏幕截图|未命名|无标题|.*\.(?:png|jpe?g|gif|webp|bmp)$)/i

export function* pictures({ pictures: all }: Subject): Generator<Hit<'alt-missing'>> {
  for (const { src, alt, place } of all)
    if (noDescription.test(alt)) yield { code: 'alt-missing', match: src, field: 'bodyHtml', place, about: `${src} ${alt}` }
}

export function* metadata({ metadata: of, pieces }: Subject): Generator<Hit<FindingCode>> {
  const missing = (code: FindingCode, field: string, place: string): Hit<FindingCode> => ({ code, match: field, field, place })
  if (of.title.trim() === '') yield missing('title-missing', 'title', '标题')
  if (of.kind.trim() === '') yield missing('kind-missing', 'kind', '公文种类')
  if (of.unitName.trim() === '') yield missing('unit-missing', 'unitName', '发布机构')
  if (of.columns === 0) yield missing('column-missing', 'columnIds', '所属栏目')
  if (of.attachments === 0 && !pieces.some((piece) => piece.field === 'bodyHtml')) yield missing('text-missing', 'bodyHtml', '正文')
}
