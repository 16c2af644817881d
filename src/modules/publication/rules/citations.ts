// What a text cites (文号互链): document numbers and 《titles》, as keys by which the cited are found, and the numbers in a page made into links.
import { documentNumbersIn } from '../../../kernel/document-number.ts'
import { fold } from '../../../platform/chinese/folding.ts'
import { exactNumberKey } from './document-number-key.ts'

/** Counted up when the recogniser finds more than before: what was read by an older one is read again by the worker. */
export const citationReader = 1

export interface Citation {
  readonly kind: 'number' | 'title'
  readonly key: string
  readonly written: string
}

const mostCitations = 200
/** Shorter names are words in quotation: 《条例》, 《办法》. */
const shortestName = 6
const longestName = 150
const inQuotation = /《([^《》\n]{2,200})》/gu

/** A title without brackets, quotes, marks and spaces: 《关于印发〈…〉的通知》 and 关于印发《…》的通知 are one. */
export const nameKey = (title: string): string => fold(title).replaceAll(/[^\p{Script=Han}a-z0-9]/gu, '')

const isName = (key: string): boolean => key.length >= shortestName && key.length <= longestName

/** All names by which a document may be cited. */
export function namesOf(title: string, unitName: string): string[] {
  const whole = nameKey(title)
  const maker = nameKey(unitName)
  const issued = /(?:印发|发布|公布|转发)\s*[《〈](.{2,150})[》〉]/u.exec(title)?.[1]
  const names = [whole, ...(maker !== '' && whole.startsWith(maker) ? [whole.slice(maker.length)] : []), ...(issued === undefined ? [] : [nameKey(issued)])]
  return [...new Set(names)].filter(isName)
}

export interface CitingText {
  readonly title: string
  readonly unitName: string
  readonly documentNumber: string | null
  readonly bodyText: string
}

/** In the order of the text, each once; never the text itself. */
export function citationsOf({ title, unitName, documentNumber, bodyText }: CitingText): Citation[] {
  const ownNumber = exactNumberKey(documentNumber)
  const ownNames = new Set(namesOf(title, unitName))
  const found = new Map<string, Citation & { readonly at: number }>()
  const add = (citation: Citation, at: number): void => {
    const id = `${citation.kind} ${citation.key}`
    if (!found.has(id)) found.set(id, { ...citation, at })
  }
  for (const { at, number } of documentNumbersIn(bodyText)) {
    const key = exactNumberKey(number.text)
    if (key !== null && key !== ownNumber) add({ kind: 'number', key, written: number.text }, at)
  }
  for (const quoted of bodyText.matchAll(inQuotation)) {
    const name = quoted[1] ?? ''
    const key = nameKey(name)
    if (isName(key) && !ownNames.has(key)) add({ kind: 'title', key, written: name.trim() }, quoted.index)
  }
  return [...found.values()]
    .toSorted((a, b) => a.at - b.at)
    .slice(0, mostCitations)
    .map(({ kind, key, written }) => ({ kind, key, written }))
}

const tagOrText = /<[^>]*>|[^<]+/g

/** Document numbers of the text become links, never inside a tag or inside another link. `addressOf` gives a safe address or none. */
export function withNumberLinks(html: string, addressOf: (numberKey: string) => string | undefined): string {
  let insideLink = 0
  return html.replaceAll(tagOrText, (piece) => {
    if (piece.startsWith('<')) {
      if (/^<a[\s>]/i.test(piece)) insideLink += 1
      else if (/^<\/a\s*>/i.test(piece)) insideLink -= 1
      return piece
    }
    return insideLink > 0 ? piece : linked(piece, addressOf)
  })
}

function linked(text: string, addressOf: (numberKey: string) => string | undefined): string {
  let done = ''
  let from = 0
  for (const { at, end, number } of documentNumbersIn(text)) {
    const key = exactNumberKey(number.text)
    const address = key === null ? undefined : addressOf(key)
    if (address === undefined) continue
    done += `${text.slice(from, at)}<a class="cited" href="${address}">${text.slice(at, end)}</a>`
    from = end
  }
  return done + text.slice(from)
}
