// A published text made ready for the page: layout as classes instead of styles, wide tables with their own scroll, foreign links behind a notice.
import { href } from '../place.ts'
import type { View } from '../view.ts'

export interface BodyFiles {
  readonly documentId: string
  readonly attachmentIds: readonly string[]
}

const align = /text-align:\s*(left|center|right|justify)/
const indent = /text-indent:\s*([0-4])/
const firstLevel = /^(?:<strong>)?[一二三四五六七八九十百]{1,4}、/
const secondLevel = /^(?:<strong>)?（[一二三四五六七八九十百]{1,4}）/

/** The body comes cleaned from the door; here nothing is trusted less, only shown better. */
export function documentBody(view: View, bodyHtml: string, files: BodyFiles): string {
  return bodyHtml
    .replaceAll(/<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/g, (whole, name: string, attributes: string) => {
      const rest = attributes.replace(/\sstyle="[^"]*"/, '')
      const classes = classesOf(/\sstyle="([^"]*)"/.exec(attributes)?.[1] ?? '')
      const kept = classes === '' ? rest : `${rest} class="${classes}"`
      if (name === 'a') return `<a${linkOf(view, kept)}>`
      if (name === 'th' && !/\sscope="/.test(kept)) return `<th${kept} scope="col">`
      if (name === 'img') return `<img${imageOf(view, kept, files)} loading="lazy">`
      return kept === attributes ? whole : `<${name}${kept}>`
    })
    .replaceAll(/<p>(?=(.{0,20}))/g, (whole, start: string) => {
      if (firstLevel.test(start)) return '<p class="level-1">'
      return secondLevel.test(start) ? '<p class="level-2">' : whole
    })
    .replaceAll('<table', '<section class="scroll" aria-label="表格" tabindex="0"><table')
    .replaceAll('</table>', '</table></section>')
}

function classesOf(style: string): string {
  const found: string[] = []
  const aligned = align.exec(style)?.[1]
  if (aligned && aligned !== 'left') found.push(`text-${aligned}`)
  const indented = indent.exec(style)?.[1]
  if (indented !== undefined) found.push(`indent-${indented}`)
  return found.join(' ')
}

const withEntities = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")

function linkOf(view: View, attributes: string): string {
  const address = /\shref="([^"]*)"/.exec(attributes)?.[1]
  if (!address || !/^https?:/i.test(address)) return attributes
  const leaving = leavingHref(view, withEntities(address))
  return leaving ? attributes.replace(/\shref="[^"]*"/, () => ` href="${leaving.replaceAll('&', '&amp;')}"`) : attributes
}

/** Where a foreign address is announced first; undefined for the government's own hosts. */
function leavingHref(view: View, address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const host = new URL(address).hostname.toLowerCase()
  const own = [new URL(view.origin).hostname, view.site.domain, ...view.site.ownHosts].filter(Boolean).map((one) => one.toLowerCase())
  if (own.some((one) => host === one || host.endsWith(`.${one}`))) return undefined
  return href(view.place, `/leave?to=${encodeURIComponent(address)}`)
}

function imageOf(view: View, attributes: string, { documentId, attachmentIds }: BodyFiles): string {
  const source = /\ssrc="([^"]*)"/.exec(attributes)?.[1] ?? ''
  const id = attachmentIds.find((one) => source.includes(one))
  const named = /\salt="/.test(attributes) ? attributes : `${attributes} alt=""`
  return id ? named.replace(/\ssrc="[^"]*"/, ` src="${view.place.basePath}documents/${documentId}/attachments/${id}"`) : named
}
