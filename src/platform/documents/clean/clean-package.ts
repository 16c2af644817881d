// Word, Excel and PowerPoint files without their properties: parts are dropped or emptied, the others go along byte for byte.
import { strToU8, zipSync, type Zippable } from 'fflate'
import { isPath } from '../inspect/inspect-package.ts'
import { textsOf } from '../inspect/xml.ts'
import type { ZipPackage } from '../read/zip.ts'
import { acceptChanges } from './accept-changes.ts'
import { cleanPicture } from './clean-image.ts'
import type { Cleaning } from './cleaning.ts'
import { cutElements } from './cut.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Its title stays, for those who hear pages read aloud; not one that names a folder or the author. */
function coreWith(xml: string): string {
  const people = [...textsOf(xml, 'creator'), ...textsOf(xml, 'lastModifiedBy')].map((name) => name.trim()).filter((name) => name !== '')
  const title = (textsOf(xml, 'title')[0] ?? '').trim()
  const kept = title !== '' && !isPath(title) && !people.some((name) => title.includes(name)) ? `<dc:title>${escaped(title)}</dc:title>` : ''
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${kept}</cp:coreProperties>`
}

const emptyApp =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"></Properties>'

const droppedAlways = /^docProps\/(?:custom\.xml|thumbnail\.[^/]+)$/i
const comments = /^word\/(?:comments(?:Extended|Ids|Extensible)?|people)\.xml$/

const partOfOverride = (name: string | undefined): string => (name ?? '').replace(/^\//, '')

/** Parts that somebody's name stands in for the sake of comments and changes alone. */
function cleanPart(name: string, xml: string, how: Cleaning): string | undefined {
  switch (name) {
    case 'docProps/core.xml':
      return coreWith(xml)
    case 'docProps/app.xml':
      return emptyApp
    case 'OFD.xml':
      return cutElements(xml, (tag) => (tag.name === 'Author' ? 'drop' : undefined))
    case 'xl/workbook.xml':
      return cutElements(xml, (tag) => (tag.name === 'absPath' || tag.name === 'fileSharing' ? 'drop' : undefined))
    case 'word/settings.xml':
      return cutElements(xml, (tag) =>
        tag.name === 'docVars' || tag.name === 'attachedTemplate' || (how === 'changes' && tag.name === 'trackRevisions') ? 'drop' : undefined,
      )
    case 'word/_rels/settings.xml.rels':
      return cutElements(xml, (tag) => (tag.name === 'Relationship' && (tag.get('Type') ?? '').endsWith('/attachedTemplate') ? 'drop' : undefined))
    default:
      return undefined
  }
}

/** The package as it may go out; undefined where its changes cannot be accepted without guessing. */
export function cleanPackage(zip: ZipPackage, how: Cleaning): Buffer | undefined {
  const dropped = (name: string): boolean => droppedAlways.test(name) || (how === 'changes' && comments.test(name))
  const parts: Zippable = {}
  for (const name of zip.names) {
    if (name.endsWith('/') || dropped(name)) continue
    const bytes = zip.read(name)
    if (!bytes) continue
    let instead: string | undefined
    if (name === '[Content_Types].xml')
      instead = cutElements(bytes.toString('utf8'), (tag) => (tag.name === 'Override' && dropped(partOfOverride(tag.get('PartName'))) ? 'drop' : undefined))
    else if (name === '_rels/.rels')
      instead = cutElements(bytes.toString('utf8'), (tag) => (tag.name === 'Relationship' && dropped(partOfOverride(tag.get('Target'))) ? 'drop' : undefined))
    else if (how === 'changes' && name === 'word/_rels/document.xml.rels')
      instead = cutElements(bytes.toString('utf8'), (tag) =>
        tag.name === 'Relationship' && comments.test(`word/${tag.get('Target') ?? ''}`) ? 'drop' : undefined,
      )
    else if (how === 'changes' && /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\d*\.xml$/.test(name)) {
      instead = acceptChanges(bytes.toString('utf8'))
      if (instead === undefined) return undefined
    } else instead = cleanPart(name, bytes.toString('utf8'), how)
    const picture = /^[^/]+\/media\/[^/]+$/.test(name) ? cleanPicture(bytes) : undefined
    parts[name] = instead === undefined ? (picture ?? bytes) : strToU8(instead)
  }
  // one time for all entries: the same file always gives the same copy
  return Buffer.from(zipSync(parts, { mtime: '1980-01-01T00:00:00' }))
}
