// Walks XML within one pass, without entities of its own making, and tells where every tag stands, so that parts can be cut out exactly.
export interface Tag {
  /** Without its prefix. */
  readonly name: string
  readonly empty: boolean
  readonly from: number
  readonly to: number
  /** An attribute by its name without prefix. */
  get(name: string): string | undefined
}

export interface Visitor {
  open?(tag: Tag): void
  /** Called for empty elements too. */
  close?(tag: Tag): void
  text?(text: string): void
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const plain = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return named[name.toLowerCase()] ?? whole
        const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
      })
    : text

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)
const attributes = /([^\s=<>/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The end of the tag that begins at `from`: a `>` inside quotes is none. */
function endOfTag(xml: string, from: number): number {
  let quote = 0
  for (let at = from + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 34 || code === 39) quote = code
    else if (code === 62) return at
  }
  return -1
}

const skipped: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
]

export function walkXml(xml: string, visitor: Visitor): void {
  let at = 0
  while (at < xml.length) {
    const from = xml.indexOf('<', at)
    if (from < 0) break
    if (from > at) visitor.text?.(plain(xml.slice(at, from)))
    if (xml.startsWith('<![CDATA[', from)) {
      const end = xml.indexOf(']]>', from)
      if (end < 0) return
      visitor.text?.(xml.slice(from + 9, end))
      at = end + 3
      continue
    }
    const skip = skipped.find(([start]) => xml.startsWith(start, from))
    if (skip) {
      const end = xml.indexOf(skip[1], from + 2)
      if (end < 0) return
      at = end + skip[1].length
      continue
    }
    const end = endOfTag(xml, from)
    if (end < 0) return
    at = end + 1
    const closing = xml[from + 1] === '/'
    const inside = xml.slice(from + (closing ? 2 : 1), end)
    const empty = inside.endsWith('/')
    const name = bare(/^[^\s/]*/.exec(inside)?.[0] ?? '')
    const tag: Tag = {
      name,
      empty,
      from,
      to: at,
      get(wanted) {
        for (const [, attribute = '', double, single] of inside.matchAll(attributes)) if (bare(attribute) === wanted) return plain(double ?? single ?? '')
        return undefined
      },
    }
    if (!closing) visitor.open?.(tag)
    if (closing || empty) visitor.close?.(tag)
  }
}

/** The text of every element of this name. */
export function textsOf(xml: string, name: string): string[] {
  const found: string[] = []
  let depth = 0
  walkXml(xml, {
    open: (tag) => {
      if (tag.name !== name || tag.empty) return
      depth += 1
      if (depth === 1) found.push('')
    },
    close: (tag) => {
      if (tag.name === name && !tag.empty && depth > 0) depth -= 1
    },
    text: (text) => {
      if (depth > 0) found[found.length - 1] += text
    },
  })
  return found
}
