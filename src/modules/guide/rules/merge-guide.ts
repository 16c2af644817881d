// Puts the parts that changed into a text that people have worked on, or wrote altogether; what the tables do not know stays where it stood.
import { guideParts, type GuidePartName } from '../law/parts.ts'
import { headed, type GuidePart } from './write-guide.ts'

const numerals = '一二三四五六七八九十'
const number = new RegExp(`^[${numerals}]+、`, 'u')
const heading = '<h2(?: [^>]*)?>.*?</h2>'
/** A paragraph that is nothing but “三、公开时限”, as it comes out of a word processor: a heading where the text has no other. */
const wordHeading = `<p(?: [^>]*)?>(?:<strong>)?[${numerals}]+、[^<。；：]{2,30}(?:</strong>)?</p>`

interface Section {
  /** Empty for what stands before the first heading. */
  readonly heading: string
  readonly html: string
}

function sectionsOf(text: string): Section[] {
  const mark = text.includes('<h2') ? heading : wordHeading
  const starts = new RegExp(`^${mark}`, 'su')
  return text
    .split(new RegExp(`(?=${mark})`, 'su'))
    .filter((html) => html !== '')
    .map((html) => ({ html, heading: (starts.exec(html)?.[0] ?? '').replaceAll(/<[^>]*>|\s/gu, '') }))
}

const partNames = Object.keys(guideParts) as GuidePartName[]
const partByHeading = new Map<string, GuidePartName>(
  partNames.flatMap((name) => [guideParts[name].title.replace(number, ''), ...guideParts[name].alsoCalled].map((title) => [title, name] as const)),
)

function numeral(of: number): string {
  const tens = Math.floor(of / 10)
  return `${tens > 1 ? numerals[tens - 1] : ''}${tens > 0 ? '十' : ''}${of % 10 > 0 ? numerals[(of % 10) - 1] : ''}`
}

/** Counts the numbered headings anew, so that a part put between two others leaves no number twice. */
function numbered(sections: readonly Section[]): string {
  let count = 0
  return sections
    .map(({ heading: title, html }) => {
      if (!number.test(title)) return html
      count += 1
      return html.replace(new RegExp(`[${numerals}]+、`, 'u'), `${numeral(count)}、`)
    })
    .join('')
}

interface Placed extends Section {
  readonly name: GuidePartName | undefined
}

const placed = (part: GuidePart): Placed => ({ name: part.name, heading: guideParts[part.name].title, html: headed(part) })

/**
 * `text` with the parts that are other than in `before` (nothing of it is known where people wrote the text: then all of them are put in).
 * A part takes the place of the section that tells the same; one that has none follows the part before it.
 */
export function mergedGuide(text: string, before: readonly GuidePart[], now: readonly GuidePart[]): string {
  const old = new Map(before.map((part) => [part.name, part.html]))
  const changed = new Map(now.filter((part) => old.get(part.name) !== part.html).map((part) => [part.name, part]))
  const sections = sectionsOf(text).map((section): Placed => {
    const name = partByHeading.get(section.heading.replace(number, ''))
    const part = name && changed.get(name)
    if (!part) return { ...section, name }
    changed.delete(part.name)
    return placed(part)
  })
  for (const part of changed.values()) {
    const earlier = partNames.slice(0, partNames.indexOf(part.name))
    const after = sections.findLastIndex(({ name }) => name !== undefined && earlier.includes(name))
    const first = sections.findIndex(({ name }) => name !== undefined)
    sections.splice(after >= 0 ? after + 1 : first >= 0 ? first : sections.length, 0, placed(part))
  }
  return numbered(sections)
}
