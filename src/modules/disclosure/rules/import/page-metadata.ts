// Lifts the metadata that a former site printed above or below the text into fields: label and value on one line, on following lines, or in a table.
import { plainText, type TextBlock } from '../../../../kernel/text-block.ts'
import { pageFields, type PageFieldName } from '../../law/page-metadata.ts'
import { fold } from './fold.ts'
import { markerOf } from './markers.ts'
import { finding, type Finding } from './report.ts'

export interface LiftedField {
  readonly name: PageFieldName
  /** As it stood on the page. */
  readonly label: string
  readonly value: string
}

const nameOfLabel = new Map<string, PageFieldName>()
for (const [name, field] of Object.entries(pageFields))
  for (const label of field.labels) if (!nameOfLabel.has(label)) nameOfLabel.set(label, name as PageFieldName)

const bare = (label: string): string => fold(label.replace(/[\s\u3000:：【】[\]]/g, ''))
const fieldOf = (label: string): PageFieldName | undefined => nameOfLabel.get(bare(label))
const strong = (name: PageFieldName): boolean => 'strong' in pageFields[name]

/** Metadata stands before the text or after it, never in its middle. */
const headBlocks = 45
const tailBlocks = 12
const longestValue = 80
const lostIcon = /^[?？\uFFFD]$/

interface Part {
  readonly name: PageFieldName
  readonly label: string
  readonly value: string
}

/** `索引号：123　发布机构：县农业局` as parts; undefined where any piece of the line is something else. */
function partsOfLine(text: string): Part[] | undefined {
  const parts: Part[] = []
  for (const piece of splitLabels(text)) {
    const found = /^([^:：]{2,12})[:：]\s*(.*)$/su.exec(piece)
    const name = found ? fieldOf(found[1] ?? '') : undefined
    if (!found || !name) return undefined
    const value = (found[2] ?? '').trim()
    if (value.length > (name === 'summary' || name === 'title' ? 300 : longestValue)) return undefined
    parts.push({ name, label: (found[1] ?? '').trim(), value })
  }
  return parts.length > 0 ? parts : undefined
}

const labelAhead = new RegExp(`(?=[\\s\\u3000|]+(?:${[...nameOfLabel.keys()].map((label) => [...label].join('[\\s\\u3000]*')).join('|')})[:：])`, 'u')

function splitLabels(text: string): string[] {
  // the folded text has the same positions, so cuts found there hold for the original
  const pieces: string[] = []
  let at = 0
  for (const piece of fold(text).split(labelAhead)) {
    pieces.push(text.slice(at, at + piece.length).replace(/^[\s\u3000|]+|[\s\u3000|]+$/g, ''))
    at += piece.length
  }
  return pieces.filter((piece) => piece !== '')
}

const isText = (block: TextBlock | undefined): block is Extract<TextBlock, { kind: 'line' | 'paragraph' }> =>
  block?.kind === 'line' || block?.kind === 'paragraph'

/** A label alone on its line takes the next line as its value, unless that is a label too, or the text begins there. */
function labelAndNextLine(blocks: readonly TextBlock[], at: number): { part: Part; used: number } | undefined {
  const block = blocks[at]
  if (!isText(block)) return undefined
  const label = plainText(block.spans).trim()
  const name = fieldOf(label)
  if (!name || label.length > 12) return undefined
  const next = blocks[at + 1]
  const value = isText(next) ? plainText(next.spans).trim() : ''
  const none =
    !isText(next) ||
    fieldOf(value) !== undefined ||
    value.length > longestValue ||
    /[。；]$/.test(value) ||
    markerOf(value) !== undefined ||
    partsOfLine(value) !== undefined
  return { part: { name, label: label.replace(/[:：]$/, ''), value: none ? '' : value }, used: none ? 1 : 2 }
}

/** Rows of label, value, label, value …; undefined where the table holds anything else. */
function partsOfTable(block: TextBlock): Part[] | undefined {
  if (block.kind !== 'table') return undefined
  const parts: Part[] = []
  for (const row of block.rows) {
    const cells = row.map((cell) => cell.trim())
    if (cells.every((cell) => cell === '')) continue
    const inCells = cells.filter((cell) => cell !== '').map(partsOfLine)
    if (inCells.every((each) => each !== undefined)) {
      parts.push(...inCells.flat())
      continue
    }
    for (let at = 0; at < cells.length; at += 2) {
      if (cells[at] === '' && (cells[at + 1] ?? '') === '') continue
      const name = fieldOf(cells[at] ?? '')
      if (!name) return undefined
      parts.push({ name, label: (cells[at] ?? '').replace(/[:：\s\u3000]/g, ''), value: cells[at + 1] ?? '' })
    }
  }
  return parts.length >= 2 && parts.some((part) => strong(part.name)) ? parts : undefined
}

interface Taken {
  readonly parts: readonly Part[]
  readonly from: number
  readonly used: number
}

function takenAt(blocks: readonly TextBlock[], at: number): Taken | undefined {
  const block = blocks[at]
  if (!block) return undefined
  const table = partsOfTable(block)
  if (table) return { parts: table, from: at, used: 1 }
  if (!isText(block)) return undefined
  const line = partsOfLine(
    plainText(block.spans)
      .trim()
      .replace(/^[（(]|[)）]$/g, ''),
  )
  // `索引号：` alone: its value is on the next line
  if (line && !(line.length === 1 && line[0]?.value === '')) return { parts: line, from: at, used: 1 }
  const two = labelAndNextLine(blocks, at)
  return two ? { parts: [two.part], from: at, used: two.used } : undefined
}

/** Lifts metadata out of `blocks`. Weak labels (标题, 来源, 日期 …) count only beside another label. */
export function liftMetadata(blocks: readonly TextBlock[]): { blocks: TextBlock[]; fields: LiftedField[]; lost: Finding[] } {
  const taken: Taken[] = []
  for (let at = 0; at < blocks.length; at += 1) {
    const inHead = at < headBlocks
    if (!inHead && at < blocks.length - tailBlocks) continue
    const found = takenAt(blocks, at)
    if (!found) continue
    taken.push(found)
    at += found.used - 1
  }
  const proven = taken.filter(
    (one) =>
      one.parts.some((part) => strong(part.name)) || one.parts.length > 1 || taken.some((other) => other !== one && Math.abs(other.from - one.from) <= 4),
  )
  const gone = new Set(proven.flatMap((one) => Array.from({ length: one.used }, (_, step) => one.from + step)))
  const lost: Finding[] = []
  const fields: LiftedField[] = []
  for (const { name, label, value } of proven.flatMap((one) => one.parts)) {
    const icon = lostIcon.test(value)
    if (icon || value === '')
      lost.push(finding(icon || pageFields[name].title === '有效性' ? 'icon-lost' : 'field-blank', label, { field: name, facts: { label } }))
    if (!fields.some((field) => field.name === name && field.value !== '')) fields.push({ name, label, value: icon ? '' : value })
  }
  return { blocks: blocks.filter((_, at) => !gone.has(at)), fields, lost }
}

/** The first lifted value of a field, or undefined where it is blank or not there. */
export const valueOf = (fields: readonly LiftedField[], name: PageFieldName): LiftedField | undefined =>
  fields.find((field) => field.name === name && field.value !== '')
