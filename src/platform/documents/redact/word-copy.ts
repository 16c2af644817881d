// Writes one story of a Word file anew: only named elements come along, words go through a hand that boxes them, paragraph by paragraph.
import { walkXml, type Tag } from '../inspect/xml.ts'
import { Refused } from './redaction.ts'
import { escaped, isPlainValue, isUsualFont, properties, unwrapped } from './word-words.ts'

export interface WordHand {
  /** What stands instead of the words of a paragraph, as pieces: letters from–to of it, or a box. */
  readonly paragraph: (text: string) => readonly { readonly from: number; readonly to: number; readonly box: boolean }[]
  /** The drawing of a picture, or nothing where it does not come along. */
  readonly picture: (relation: string, width: number, height: number) => string
  /** The relation of a header or footer in the copy. */
  readonly relation: (id: string) => string | undefined
  readonly style: (id: string) => string
  readonly hiding: ReadonlySet<string>
  readonly boxText: string
}

interface Piece {
  readonly style: string
  readonly text: string
  /** Tags that are no words: a reference, a picture, the end of a page. */
  readonly raw?: string
}

interface OpenParagraph {
  head: string
  hidden: boolean
  readonly pieces: Piece[]
  readonly behind: string[]
}

interface OpenRun {
  style: string
  hidden: boolean
}

const deepest = 400

export function tagOf(tag: Tag, allowed: readonly string[]): string {
  let attributes = ''
  for (const name of allowed) {
    const text = tag.get(name)
    if (text !== undefined && isPlainValue(text)) attributes += ` w:${name}="${text}"`
  }
  return `<w:${tag.name}${attributes}`
}

export function fontsOf(tag: Tag): string {
  const named = ['ascii', 'hAnsi', 'eastAsia', 'cs'].flatMap((name) => {
    const font = tag.get(name)
    return font !== undefined && isUsualFont(font) ? [` w:${name}="${font}"`] : []
  })
  return named.length === 0 ? '' : `<w:rFonts${named.join('')}/>`
}

const switchedOn = (tag: Tag): boolean => !/^(?:0|false|off)$/.test(tag.get('val') ?? '')
const letterOf: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }
const frames = new Set(['tbl', 'tr', 'tc'])
const heads = new Set(['pPr', 'rPr', 'tblPr', 'trPr', 'tcPr', 'sectPr', 'tblGrid'])
const styles = new Set(['pStyle', 'rStyle', 'tblStyle'])

function runsOf(paragraph: OpenParagraph, hand: WordHand): string {
  const words = (style: string, text: string): string => {
    const inside = text
      .split(/([\t\n])/)
      .map((part) => (part === '\t' ? '<w:tab/>' : part === '\n' ? '<w:br/>' : part === '' ? '' : `<w:t xml:space="preserve">${escaped(part)}</w:t>`))
      .join('')
    return inside && `<w:r>${style && `<w:rPr>${style}</w:rPr>`}${inside}</w:r>`
  }
  const parts = hand.paragraph(paragraph.pieces.map((piece) => piece.text).join(''))
  let result = ''
  let at = 0
  for (const piece of paragraph.pieces) {
    if (piece.raw !== undefined) {
      result += piece.raw
      continue
    }
    const end = at + piece.text.length
    for (const part of parts) {
      const from = Math.max(at, part.from)
      const to = Math.min(end, part.to)
      if (from >= to) continue
      // a box that runs over several runs stands where it begins
      if (!part.box) result += words(piece.style, piece.text.slice(from - at, to - at))
      else if (part.from >= at) result += words(piece.style, hand.boxText)
    }
    at = end
  }
  return result
}

/** `kind` frames the story: `footnote` and `endnote` are its parts. */
export function copyStory(xml: string, hand: WordHand): string {
  const out: string[] = []
  const path: string[] = []
  const paragraphs: OpenParagraph[] = []
  const runs: OpenRun[] = []
  /** While above zero, everything is dropped. */
  let dropped = 0
  /** The properties that are being written, and how deep in them we are. */
  let head: { name: string; xml: string; depth: number; hidden: boolean } | undefined
  let extent = [0, 0]
  const sink = (): string[] => paragraphs.at(-1)?.behind ?? out
  const add = (text: string): void => {
    const [run, paragraph] = [runs.at(-1), paragraphs.at(-1)]
    if (paragraph && run && !run.hidden && !paragraph.hidden) paragraph.pieces.push({ style: run.style, text })
  }
  const addRaw = (raw: string): void => {
    const [run, paragraph] = [runs.at(-1), paragraphs.at(-1)]
    if (paragraph && run && !run.hidden)
      paragraph.pieces.push({ style: run.style, text: '', raw: `<w:r>${run.style && `<w:rPr>${run.style}</w:rPr>`}${raw}</w:r>` })
  }
  const closeHead = (): void => {
    if (!head) return
    const { name, xml: written, hidden } = head
    head = undefined
    const [run, paragraph] = [runs.at(-1), paragraphs.at(-1)]
    if (name === 'rPr' && run) {
      run.style = written
      run.hidden ||= hidden
    } else if (name === 'pPr' && paragraph) {
      paragraph.head = written
      paragraph.hidden ||= hidden
    } else if (name !== 'rPr' && name !== 'pPr') sink().push(`<w:${name}>${written}</w:${name}>`)
  }
  const inHead = (tag: Tag): boolean => {
    if (!head) return false
    if (tag.name === 'rFonts') head.xml += fontsOf(tag)
    else if (styles.has(tag.name)) {
      const id = tag.get('val') ?? ''
      head.xml += `<w:${tag.name} w:val="${hand.style(id)}"/>`
      if (tag.name !== 'tblStyle' && hand.hiding.has(id)) head.hidden = true
    } else if (tag.name === 'vanish' || tag.name === 'specVanish' || tag.name === 'webHidden')
      head.hidden ||= path.at(-1) === 'rPr' && path.at(-2) !== 'pPr' && switchedOn(tag)
    else if (tag.name === 'headerReference' || tag.name === 'footerReference') {
      const id = hand.relation(tag.get('id') ?? '')
      const type = tag.get('type') ?? 'default'
      if (id !== undefined && /^(?:default|first|even)$/.test(type)) head.xml += `<w:${tag.name} w:type="${type}" r:id="${id}"/>`
    } else {
      const allowed = properties[tag.name]
      if (!allowed) return false
      head.xml += `${tagOf(tag, allowed)}${tag.empty ? '/>' : '>'}`
      return true
    }
    if (!tag.empty) dropped = 1
    return true
  }
  const opened = (tag: Tag): void => {
    const { name } = tag
    if (head) {
      if (!inHead(tag) && !tag.empty) dropped = 1
      return
    }
    if (name === 'p') paragraphs.push({ head: '', hidden: false, pieces: [], behind: [] })
    else if (name === 'r') runs.push({ style: '', hidden: false })
    else if (name === 'footnote' || name === 'endnote') {
      const [id, type] = [tag.get('id') ?? '', tag.get('type')]
      out.push(`<w:${name} w:id="${/^-?\d{1,4}$/.test(id) ? id : '0'}"${type !== undefined && isPlainValue(type) ? ` w:type="${type}"` : ''}>`)
    } else if (name === 'footnotes' || name === 'endnotes' || name === 't' || unwrapped.has(name)) return
    else if (frames.has(name)) sink().push(`<w:${name}>`)
    else if (heads.has(name)) {
      if (!tag.empty) head = { name, xml: '', depth: path.length, hidden: false }
    } else if (name === 'footnoteReference' || name === 'endnoteReference') {
      const id = tag.get('id') ?? ''
      if (/^\d{1,4}$/.test(id)) addRaw(`<w:${name} w:id="${id}"/>`)
    } else if (name === 'footnoteRef' || name === 'endnoteRef' || name === 'separator' || name === 'continuationSeparator' || name === 'pgNum')
      addRaw(`<w:${name}/>`)
    else if (name === 'br' && tag.get('type') === 'page') addRaw('<w:br w:type="page"/>')
    else if (letterOf[name] !== undefined) add(letterOf[name] ?? '')
    else if (name === 'extent') extent = ['cx', 'cy'].map((side) => Number(tag.get(side) ?? 0))
    else if (name === 'blip' || name === 'imagedata') {
      const [width = 0, height = 0] = extent
      const drawn = hand.picture(tag.get(name === 'blip' ? 'embed' : 'id') ?? '', width, height)
      if (drawn !== '') addRaw(drawn)
    } else if (!tag.empty) dropped = 1
  }
  const closed = (name: string): void => {
    if (head) {
      if (path.length === head.depth) closeHead()
      else head.xml += `</w:${name}>`
    } else if (name === 'r') runs.pop()
    else if (name === 'p') {
      const paragraph = paragraphs.pop()
      if (!paragraph) return
      sink().push(`<w:p>${paragraph.head && `<w:pPr>${paragraph.head}</w:pPr>`}${runsOf(paragraph, hand)}</w:p>`, ...paragraph.behind)
    } else if (name === 'tc') {
      const to = sink()
      if (to.at(-1)?.endsWith('</w:p>') !== true) to.push('<w:p/>')
      to.push('</w:tc>')
    } else if (frames.has(name) || name === 'footnote' || name === 'endnote') sink().push(`</w:${name}>`)
  }
  walkXml(xml, {
    open: (tag) => {
      if (path.length > deepest) throw new Refused('too-deep')
      if (dropped > 0) {
        if (!tag.empty) dropped += 1
      } else {
        opened(tag)
        if (tag.empty && !head && (tag.name === 'p' || tag.name === 'r' || frames.has(tag.name))) closed(tag.name)
      }
      if (!tag.empty) path.push(tag.name)
    },
    close: (tag) => {
      if (tag.empty) return
      path.pop()
      if (dropped > 0) dropped -= 1
      else closed(tag.name)
    },
    text: (text) => {
      if (dropped === 0 && !head && path.at(-1) === 't') add(text)
    },
  })
  return out.join('')
}
