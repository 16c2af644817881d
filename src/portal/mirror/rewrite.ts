// A page of the portal as it stands in a mirror: what needs a server leads to the portal, files are saved under their names.
import { keyOf, targetOf, type Held } from './addresses.ts'

interface Site extends Held {
  /** Scheme and host. */
  readonly portal: string
}

export interface RewrittenPage {
  readonly html: string
  /** Addresses of the mirror that the page leads to, without ways of looking; each once. */
  readonly links: readonly string[]
}

const attribute = /(\s)(href|src|action)="([^"]*)"/g
const attachment = /<a href="([^"]*\/attachments\/[0-9a-f-]{36})">([^<"]*)<\/a>/g
const download = /(<a [^>]*href="[^"]*\/documents\/[0-9a-f-]{36}\.(docx|pdf)")>/g

/** What a browser reads an attribute as. */
export const unescaped = (written: string): string =>
  written
    .replaceAll(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

/** Our pages write every attribute in double quotes, with escapes: what looks like one in a text does not match. */
export function rewritten(page: string, site: Site): RewrittenPage {
  const links = new Set<string>()
  const title = /<meta name="ArticleTitle" content="([^"]*)"/.exec(page)?.[1]
  const html = page
    .replaceAll(attachment, (_, link: string, name: string) => `<a href="${link}" download="${name}">${name}</a>`)
    .replaceAll(download, (whole, start: string, form: string) => (title === undefined ? whole : `${start} download="${title}.${form}">`))
    .replaceAll(attribute, (whole, space: string, name: string, written: string) => {
      const target = targetOf(unescaped(written), site)
      if (target.in === 'elsewhere') return whole
      // A form needs whoever takes it.
      if (target.in === 'portal' || name === 'action') return `${space}${name}="${site.portal}${written}"`
      links.add(target.path)
      return whole
    })
  return { html, links: [...links] }
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Addresses of the portal that a feed, a sitemap or data of a document name in full, below scheme and host. */
export const namedIn = (text: string, { portal, basePath }: Site): string[] =>
  [...text.matchAll(new RegExp(`${escaped(portal)}(${escaped(basePath)}[^\\s"<>\\\\&]*)`, 'g'))].map((found) => found[1] ?? '')

/** Those of the links that belong to the same document. */
export const linksWithin = (key: string, links: readonly string[]): string[] => links.filter((link) => link !== key && keyOf(link) === key)
