// The one list of what a public text may be made of: the editor, the import and the door clean by it.
import sanitizeHtml from 'sanitize-html'

/** Elements of a public text. Headings begin at h2, the page's title is h1. */
export const allowedElements = [
  'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'div', 'span', 'strong', 'em', 'u', 's', 'sub', 'sup', 'blockquote', 'pre', 'code',
  'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'a', 'img', 'figure', 'figcaption',
  'table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td',
] as const // prettier-ignore

/** Layout that an official document needs; everything else is the site's own look. */
const allowedStyles: NonNullable<sanitizeHtml.IOptions['allowedStyles']> = {
  '*': {
    'text-align': [/^(left|right|center|justify)$/],
    'text-indent': [/^[0-4](\.\d)?em$/],
  },
}

const options: sanitizeHtml.IOptions = {
  allowedTags: [...allowedElements],
  allowedAttributes: {
    '*': ['style'],
    a: ['href', 'title', 'rel', 'target'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    ol: ['start', 'type'],
    col: ['span'],
    th: ['colspan', 'rowspan', 'scope'],
    td: ['colspan', 'rowspan'],
  },
  allowedStyles,
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  // Pictures are files of the document itself: an address on this site, never a foreign one and never data in the text.
  allowedSchemesByTag: { img: [] },
  allowProtocolRelative: false,
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs['src'],
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'template', 'svg', 'math', 'iframe', 'object'],
  transformTags: {
    h1: 'h2',
    b: 'strong',
    i: 'em',
    strike: 's',
    del: 's',
    center: (_name, attributes) => ({ tagName: 'p', attribs: { ...attributes, style: 'text-align:center' } }),
    a: (_name, { href, title, target }) => {
      const foreign = /^https?:/i.test(href ?? '')
      return {
        tagName: 'a',
        attribs: {
          ...(href && { href }),
          ...(title && { title }),
          ...(foreign && { rel: 'noopener noreferrer' }),
          ...(foreign && target === '_blank' && { target }),
        },
      }
    },
  },
}

/** Removes everything that is not on the list: scripts, handlers, foreign styles, unknown elements (their text stays). */
export function cleanHtml(html: string): string {
  // Before, for what the parser reads; after, for what was written as an entity.
  return withoutControls(sanitizeHtml(withoutControls(html), options)).trim()
}

const blocks = /<(?:\/?(?:p|div|h[1-6]|li|dt|dd|tr|table|caption|blockquote|pre|figure|figcaption|ul|ol|dl|thead|tbody|tfoot)|br|hr)\b[^>]*>/gi
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** A cell is one piece of its row, in however many paragraphs the editor keeps it. */
const cells = /(<t[dh]\b[^>]*>)((?:(?!<\/?t[dh]\b).)*)(?=<\/t[dh]>)/gi

/** The words of a cleaned text: one line a block, cells of a table parted by tabs. */
export function textOfHtml(cleaned: string): string {
  return cleaned
    .replaceAll(/\s+/g, ' ')
    .replaceAll(cells, (_, start: string, content: string) => start + content.replaceAll(blocks, ' ').trim())
    .replaceAll(/<\/t[dh]>\s*(?=<t[dh]\b)/gi, '\t')
    .replaceAll(blocks, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
      if (name.startsWith('#')) {
        const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
        return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : ''
      }
      return entities[name.toLowerCase()] ?? whole
    })
    .split('\n')
    .map((line) => line.replaceAll(/[ \u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** A text that PostgreSQL and XML can hold: without control characters and halves of characters. */
export function withoutControls(text: string): string {
  // oxlint keeps control characters out of patterns, hence the comparison by class.
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (character) => (character === '\n' || character === '\t' || character === '\r' ? character : ''))
}
