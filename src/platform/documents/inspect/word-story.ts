// One story of a Word file (body, header, footer, notes): which words show, which are hidden, deleted or inserted under tracking.
import { walkXml, type Tag } from './xml.ts'
import { wordTables } from './word-tables.ts'

export interface Story {
  readonly shown: string
  readonly hidden: string
  readonly deleted: string
  readonly inserted: string
  readonly changes: number
  /** Results of fields that print a person or a folder. */
  readonly authorFields: readonly string[]
  readonly tables: readonly (readonly (readonly string[])[])[]
}

const changes: ReadonlySet<string> = new Set(
  'ins del moveFrom moveTo rPrChange pPrChange sectPrChange tblPrChange tblPrExChange tblGridChange trPrChange tcPrChange numberingChange cellIns cellDel cellMerge'.split(
    ' ',
  ),
)
const namesSomebody =
  /^\s*(?:AUTHOR|LASTSAVEDBY|USERNAME|USERINITIALS|USERADDRESS)\b|^\s*FILENAME\b[^"]*\\p\b|^\s*DOCPROPERTY\s+"?(?:Author|Company|Manager|LastSavedBy)\b/i
const off = (tag: Tag): boolean => /^(?:0|false|off)$/.test(tag.get('val') ?? '')
const shades = (tag: Tag): boolean => tag.name === 'highlight' || !/^(?:auto|FFFFFF)?$/i.test(tag.get('fill') ?? '')

interface Format {
  vanish: boolean | undefined
  white: boolean
  shaded: boolean
}
const plainFormat = (): Format => ({ vanish: undefined, white: false, shaded: false })

const sorts = ['shown', 'hidden', 'deleted', 'inserted'] as const

export function readStory(xml: string, hiding: ReadonlySet<string>): Story {
  const depth: Record<string, number> = {}
  const inside = (name: string): boolean => (depth[name] ?? 0) > 0
  // pieces, put together once: a text that is looked at while it grows costs the square of its length
  const text: Readonly<Record<(typeof sorts)[number], string[]>> = { shown: [], hidden: [], deleted: [], inserted: [] }
  const authorFields: string[] = []
  const tables = wordTables()
  let count = 0
  let run = plainFormat()
  let paragraph = { hides: false, shaded: false }
  let instruction = ''
  let result: string | undefined

  const apply = (tag: Tag): void => {
    if (tag.name === 'pStyle') paragraph.hides = hiding.has(tag.get('val') ?? '')
    if (inside('r')) {
      if (tag.name === 'vanish') run.vanish = !off(tag)
      else if (tag.name === 'rStyle' && hiding.has(tag.get('val') ?? '')) run.vanish ??= true
      else if (tag.name === 'color') run.white = /^FFFFFF$/i.test(tag.get('val') ?? '')
      else if (tag.name === 'shd' || tag.name === 'highlight') run.shaded ||= shades(tag)
    } else if (tag.name === 'shd' && inside('pPr')) paragraph.shaded ||= shades(tag)
  }
  const startField = (words: string): void => {
    if (namesSomebody.test(words)) result = ''
  }
  const take = (words: string): void => {
    if (inside('Fallback')) return
    if (inside('instrText')) {
      instruction += words
      return
    }
    if (inside('delText') || (inside('t') && (inside('moveFrom') || inside('del')))) {
      text.deleted.push(words)
      return
    }
    if (!inside('t')) return
    if (result !== undefined) result += words
    if (inside('ins') || inside('moveTo')) text.inserted.push(words)
    // white words on a coloured ground show; in tables and boxes the ground may come from a style
    const unseen = run.white && !run.shaded && !paragraph.shaded && !inside('tbl') && !inside('txbxContent')
    if ((run.vanish ?? paragraph.hides) || unseen) text.hidden.push(words)
    else {
      text.shown.push(words)
      tables.take(words)
    }
  }
  walkXml(xml, {
    open: (tag) => {
      if (tag.name === 'Fallback' || inside('Fallback')) {
        if (!tag.empty && tag.name === 'Fallback') depth['Fallback'] = (depth['Fallback'] ?? 0) + 1
        return
      }
      if (changes.has(tag.name) && tag.get('author') !== undefined) count += 1
      if (tag.name === 'fldSimple') startField(tag.get('instr') ?? '')
      if (tag.name === 'fldChar') {
        const kind = tag.get('fldCharType')
        if (kind === 'begin') instruction = ''
        else if (kind === 'separate') startField(instruction)
        else if (kind === 'end' && result !== undefined) {
          authorFields.push(result)
          result = undefined
        }
      }
      apply(tag)
      tables.open(tag)
      if (tag.name === 'p' && !tag.empty) paragraph = { hides: false, shaded: false }
      if (tag.name === 'r') run = plainFormat()
      if (tag.name === 'tab' && inside('r')) text.shown.push('\t')
      if (!tag.empty) depth[tag.name] = (depth[tag.name] ?? 0) + 1
    },
    close: (tag) => {
      if (tag.empty) return
      if (inside('Fallback') && tag.name !== 'Fallback') return
      tables.close(tag)
      depth[tag.name] = Math.max(0, (depth[tag.name] ?? 0) - 1)
      if (tag.name === 'p') for (const sort of sorts) if (text[sort].length > 0 && text[sort].at(-1) !== '\n') text[sort].push('\n')
      if (tag.name === 'fldSimple' && result !== undefined) {
        authorFields.push(result)
        result = undefined
      }
    },
    text: take,
  })
  const all = (sort: (typeof sorts)[number]): string => text[sort].join('')
  return {
    shown: all('shown'),
    hidden: all('hidden').trim(),
    deleted: all('deleted').trim(),
    inserted: all('inserted').trim(),
    changes: count,
    authorFields,
    tables: tables.tables,
  }
}
