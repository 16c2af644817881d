// Word files: a copy that is put together from the words and the looks of the old one, and from nothing else of it.
import { strToU8, zipSync, type Zippable } from 'fflate'
import { collect } from '../inspect/findings.ts'
import { hidingStyles } from '../inspect/inspect-docx.ts'
import { partOf, relationsOf, type Relation } from '../inspect/inspect-package.ts'
import type { ZipPackage } from '../read/zip.ts'
import { needlesOf } from './needles.ts'
import { copyPicture } from './picture.ts'
import { box, Refused, type Mark, type RedactionOrder } from './redaction.ts'
import { markedTexts, rangesIn } from './redact-text.ts'
import { copyStory, type WordHand } from './word-copy.ts'
import { copyStyles } from './word-styles.ts'
import { wordSpaces } from './word-words.ts'

const stories: readonly (readonly [RegExp, string, string])[] = [
  [/^word\/document\.xml$/, '正文', 'document'],
  [/^word\/header\d*\.xml$/, '页眉', 'hdr'],
  [/^word\/footer\d*\.xml$/, '页脚', 'ftr'],
  [/^word\/footnotes\.xml$/, '脚注', 'footnotes'],
  [/^word\/endnotes\.xml$/, '尾注', 'endnotes'],
]
const most = 32 * 1024 * 1024
const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

interface Story {
  readonly part: string
  readonly place: string
  readonly root: string
  readonly xml: string
  readonly relations: readonly Relation[]
}

function storiesOf(zip: ZipPackage): Story[] {
  const findings = collect()
  const result: Story[] = []
  for (const [shape, place, root] of stories)
    for (const part of zip.names.filter((name) => shape.test(name)).toSorted()) {
      const bytes = zip.read(part)
      if (bytes && bytes.length > most) throw new Refused('too-large')
      result.push({ part, place, root, xml: partOf(zip, part, findings), relations: relationsOf(zip, part, findings) })
    }
  return result
}

const whole = (text: string): { from: number; to: number; box: boolean }[] => [{ from: 0, to: text.length, box: false }]

/** Only ours: the hand that reads, and writes nothing away. */
function readingHand(hiding: ReadonlySet<string>, onParagraph: (text: string) => void, onPicture: () => void): WordHand {
  return {
    paragraph: (text) => {
      onParagraph(text)
      return whole(text)
    },
    picture: () => {
      onPicture()
      return ''
    },
    relation: () => undefined,
    style: () => '',
    hiding,
    boxText: box,
  }
}

export interface WordView {
  readonly paragraphs: readonly { readonly place: string; readonly text: string }[]
  readonly pictures: number
}

const hidingOf = (zip: ZipPackage): ReadonlySet<string> => hidingStyles(partOf(zip, 'word/styles.xml', collect()))

export function viewOfWord(zip: ZipPackage): WordView {
  const paragraphs: { place: string; text: string }[] = []
  let pictures = 0
  const hiding = hidingOf(zip)
  for (const { place, xml } of storiesOf(zip)) {
    const hand = readingHand(
      hiding,
      (text) => paragraphs.push({ place, text }),
      () => (pictures += 1),
    )
    copyStory(xml, hand)
  }
  return { paragraphs, pictures }
}

const drawing = (id: string, width: number, height: number): string =>
  `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/><wp:docPr id="${id.slice(1)}" name="图${id.slice(1)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`

const dropsOf: readonly (readonly [RegExp, string])[] = [
  [/^word\/comments/, '批注'],
  [/^docProps\//, '文件属性'],
  [/^customXml\//, '自定义数据'],
  [/^word\/(?:embeddings|activeX)\//, '嵌入的文件'],
  [/^word\/(?:charts|diagrams)\//, '图表'],
  [/^word\/glossary\//, '文档部件'],
  [/vbaProject/, '宏'],
  [/^word\/(?:chunk|afchunk)/i, '插入的其他文件'],
]

export interface WordCopy {
  readonly bytes: Uint8Array
  readonly removed: readonly string[]
  readonly boxes: number
  readonly dropped: readonly string[]
  readonly pictures: number
}

const relationsXml = (rows: readonly string[]): Uint8Array =>
  strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`,
  )
const relationXml = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${relationTypes}/${type}" Target="${target}"/>`
const isMarked = (marks: readonly Mark[], picture: number): boolean => marks.some((mark) => mark.in === 'picture' && mark.picture === picture)

/** A box of one width in the place of a picture. */
const pictureBox = `<w:t>${box}</w:t>`
const widest = 20_000_000

export async function redactWord(zip: ZipPackage, { marks, texts }: RedactionOrder): Promise<WordCopy> {
  const view = viewOfWord(zip)
  const paragraphs = view.paragraphs.map((one) => one.text)
  const removed = [...markedTexts(paragraphs, marks), ...texts]
  if (marks.some((mark) => mark.in === 'picture' && (mark.picture < 0 || mark.picture >= view.pictures))) throw new Refused('mark-outside')
  const needles = needlesOf(removed)
  const hiding = hidingOf(zip)
  const names = new Map<string, string>()
  const style = (id: string): string => names.get(id) ?? names.set(id, `s${names.size + 1}`).get(id) ?? ''
  const parts: Zippable = {}
  const overrides: string[] = []
  const media = new Map<string, string | undefined>()
  let [paragraph, picture, boxes, kept] = [0, 0, 0, 0]

  const all = storiesOf(zip)
  const targets = new Map(all.map((story, at) => [story.part, story.root === 'document' ? 'document.xml' : `${story.root}${at}.xml`]))
  const documentRelations: string[] = []
  const idOfPart = new Map<string, string>()
  for (const story of all) {
    if (story.root === 'document') continue
    const id = `r${idOfPart.size + 1}`
    idOfPart.set(story.part, id)
    documentRelations.push(relationXml(id, story.root === 'hdr' ? 'header' : story.root === 'ftr' ? 'footer' : story.root, targets.get(story.part) ?? ''))
  }

  // pictures are made anew from their dots before the stories that show them
  for (const target of new Set(all.flatMap((story) => story.relations.filter((one) => one.type === 'image' && !one.outside).map((one) => one.target)))) {
    const bytes = zip.read(target)
    const made = bytes && (await copyPicture(bytes))
    if (!made) continue
    const name = `media/p${media.size + 1}.png`
    media.set(target, name)
    parts[`word/${name}`] = made
  }
  for (const story of all) {
    const own = story.root === 'document' ? documentRelations : []
    const hand: WordHand = {
      paragraph: (text) => {
        const ranges = rangesIn(text, paragraph, marks, needles)
        paragraph += 1
        boxes += ranges.length
        const result: { from: number; to: number; box: boolean }[] = []
        let at = 0
        for (const { from, to } of ranges) {
          result.push({ from: at, to: from, box: false }, { from, to, box: true })
          at = to
        }
        return [...result, { from: at, to: text.length, box: false }]
      },
      picture: (relation, width, height) => {
        const marked = isMarked(marks, picture)
        picture += 1
        const target = story.relations.find((one) => one.id === relation && !one.outside)?.target
        const name = target === undefined ? undefined : media.get(target)
        if (marked) boxes += 1
        if (marked || name === undefined) return pictureBox
        kept += 1
        const id = `r${100 + own.length}`
        own.push(relationXml(id, 'image', name))
        const side = (value: number): number => (Number.isInteger(value) && value > 0 && value < widest ? value : 3_000_000)
        return drawing(id, side(width), side(height))
      },
      relation: (id) => idOfPart.get(story.relations.find((one) => one.id === id)?.target ?? ''),
      style,
      hiding,
      boxText: box,
    }
    const inside = copyStory(story.xml, hand)
    const body = story.root === 'document' ? `<w:body>${inside}</w:body>` : inside
    const name = targets.get(story.part) ?? ''
    parts[`word/${name}`] = strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${story.root} ${wordSpaces}>${body}</w:${story.root}>`)
    const type = { document: 'document.main', hdr: 'header', ftr: 'footer' }[story.root] ?? story.root
    overrides.push(`<Override PartName="/word/${name}" ContentType="${contentTypes}.${type}+xml"/>`)
    if (story.root !== 'document' && own.length > 0) parts[`word/_rels/${name}.rels`] = relationsXml(own)
  }
  for (const part of ['styles', 'numbering']) {
    const xml = zip.text(`word/${part}.xml`)
    if (xml === undefined) continue
    parts[`word/${part}.xml`] = strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${copyStyles(xml, style)}`)
    overrides.push(`<Override PartName="/word/${part}.xml" ContentType="${contentTypes}.${part}+xml"/>`)
    documentRelations.push(relationXml(`r${part}`, part, `${part}.xml`))
  }
  // a picture that a marked place alone showed does not come along
  const used = Object.values(parts)
    .map((bytes) => Buffer.from(bytes as Uint8Array).toString('latin1'))
    .filter((text) => text.includes('<Relationship'))
    .concat(documentRelations)
    .join('')
  for (const name of media.values()) if (name !== undefined && !used.includes(`"${name}"`)) delete parts[`word/${name}`]
  parts['word/_rels/document.xml.rels'] = relationsXml(documentRelations)
  parts['_rels/.rels'] = relationsXml([relationXml('r1', 'officeDocument', 'word/document.xml')])
  parts['[Content_Types].xml'] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides.join('')}</Types>`,
  )
  const dropped = dropsOf.filter(([shape]) => zip.names.some((name) => shape.test(name))).map(([, what]) => what)
  return { bytes: zipSync(parts, { mtime: '1980-01-01T00:00:00' }), removed, boxes, dropped, pictures: kept }
}
