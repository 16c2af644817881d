// The words of an OFD file, the state's own page format.
import type { ZipPackage } from './zip.ts'

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&apos;': "'" }
const plain = (xml: string): string => xml.replace(/&(?:lt|gt|amp|quot|apos);/g, (entity) => entities[entity] ?? entity)

const pageNumber = (name: string): number => Number(/Page_(\d+)/.exec(name)?.[1] ?? 0)

/** OFD is a zip of pages; the letters stand in TextCode elements, in the order of drawing. */
export function textOfOfd(zip: ZipPackage): string {
  return zip.names
    .filter((name) => /\/Pages\/Page_\d+\/Content\.xml$/i.test(name))
    .toSorted((a, b) => pageNumber(a) - pageNumber(b))
    .map((name) => [...(zip.text(name) ?? '').matchAll(/<(?:\w+:)?TextCode\b[^>]*>([^<]*)</g)].map((match) => plain(match[1] ?? '')).join('\n'))
    .join('\n')
    .trim()
}
