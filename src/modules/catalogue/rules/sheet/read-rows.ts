// Sheets of the official layout become rows of entries; what cannot be one is refused with its place and the reason.
import type { Audience, EntryMode, Tier } from '../../law/entries.ts'
import { pilotFields, platformField, statutoryField } from '../../law/fields.ts'
import { entryName, reasonsAgainstEntry, type OfficialColumns } from '../entry.ts'
import { headOf, type Head, type HeadKey } from './head.ts'
import { channelsOf, tickOf } from './ticks.ts'

export interface SheetCells {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly (readonly string[])[]
}

export interface ReadRow extends OfficialColumns {
  readonly sheet: string
  /** Row of the sheet, from 1. */
  readonly row: number
}

export type RowRefusal = 'sheet-without-head' | 'sheet-hidden' | 'row-without-item' | 'row-without-content' | 'row-too-long' | 'row-twice'

export interface RefusedRow {
  readonly sheet: string
  readonly row: number
  readonly code: RowRefusal
  readonly name: string
}

export interface ReadSheets {
  readonly rows: readonly ReadRow[]
  readonly refused: readonly RefusedRow[]
}

const mostEntries = 5000

const bare = (text: string): string => text.replaceAll(/\s/g, '')

/** （一）重大建设项目领域基层政务公开标准目录 → 重大建设项目, by the name that the law table gives it. */
export function fieldOf(title: string, sheetName: string): string {
  const all = [...pilotFields, { title: statutoryField, also: [] }, { title: platformField, also: [] }]
  const clean = (text: string): string =>
    bare(text)
      .replace(/^[（(]?[一二三四五六七八九十\d]+[）)、.．]?/, '')
      .replace(/^附件\d*[:：]?/, '')
  const named = (text: string): string | undefined => {
    const words = clean(text)
    const hit = all
      .flatMap((field) => [field.title, ...field.also].map((name) => ({ name, title: field.title })))
      .filter(({ name }) => words.includes(name))
      .toSorted((a, b) => b.name.length - a.name.length)[0]
    return hit?.title
  }
  const line = title.split('\n').find((one) => /目录|领域/.test(one)) ?? ''
  const rest = clean(line)
    .replace(/^.{1,12}?(?:省|市|县|区|镇|街道)(?:人民政府)?(?=.{2,})/, '')
    .replace(/(?:领域)?(?:基层)?(?:政务公开|信息公开)?(?:标准)?目录.*$|领域.*$/, '')
  return named(line) ?? named(sheetName) ?? (rest.length >= 2 && rest.length <= 30 ? rest : clean(sheetName).slice(0, 30))
}

export function readSheets(sheets: readonly SheetCells[]): ReadSheets {
  const rows: ReadRow[] = []
  const refused: RefusedRow[] = []
  for (const sheet of sheets) {
    if (sheet.rows.every((row) => row.every((cell) => cell === ''))) continue
    const head = headOf(sheet.rows)
    if (sheet.hidden || !head) {
      refused.push({ sheet: sheet.name, row: 1, code: sheet.hidden ? 'sheet-hidden' : 'sheet-without-head', name: '' })
      continue
    }
    readSheet(sheet, head, rows, refused)
  }
  return { rows: rows.slice(0, mostEntries), refused }
}

function readSheet(sheet: SheetCells, head: Head, rows: ReadRow[], refused: RefusedRow[]): void {
  const field = fieldOf(head.title, sheet.name)
  const seen = new Set<string>()
  let above: OfficialColumns | undefined
  for (const [at, cells] of sheet.rows.entries()) {
    if (at < head.rows || cells.every((cell) => cell === '')) continue
    const place = { sheet: sheet.name, row: at + 1 }
    if (isNote(cells)) continue
    const entry = entryOf(cells, head, { field, serial: (above?.serial ?? 0) + 1, above })
    const name = entryName(entry)
    const same = JSON.stringify(entry)
    const reasons = reasonsAgainstEntry(entry)
    const code: RowRefusal | undefined = reasons.some((one) => one.code === 'entry-item-missing')
      ? 'row-without-item'
      : reasons.length > 0
        ? 'row-too-long'
        : entry.elements === ''
          ? 'row-without-content'
          : seen.has(same.replace(/"serial":\d+,/, ''))
            ? 'row-twice'
            : undefined
    if (code !== undefined) {
      refused.push({ ...place, code, name })
      continue
    }
    seen.add(same.replace(/"serial":\d+,/, ''))
    above = entry
    rows.push({ ...entry, ...place })
  }
}

/** A row of one merged cell is a heading between entries or a note below them. */
function isNote(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '')
  return new Set(filled).size === 1 && (filled.length > 3 || /^(注|说明|备注|填表)/.test(filled[0] ?? ''))
}

interface Around {
  readonly field: string
  readonly serial: number
  readonly above: OfficialColumns | undefined
}

function entryOf(cells: readonly string[], head: Head, { field, serial, above }: Around): OfficialColumns {
  const at = (key: HeadKey): string => {
    const column = head.columns[key]
    return column === undefined ? '' : (cells[column] ?? '').trim()
  }
  const item2 = at('item2')
  const item3 = at('item3')
  // a level that is merged by leaving the cells below empty is the one above
  const item1 = at('item1') || (item2 !== '' || item3 !== '' ? (above?.item1 ?? '') : '')
  const channels = channelsOf(at('channels'))
  const group = tickOf(at('group'))
  const society = tickOf(at('society'))
  const audience: Audience = group.ticked && !society.ticked ? 'group' : 'society'
  const mode: EntryMode = tickOf(at('on-application')).ticked && !tickOf(at('proactive')).ticked ? 'on-application' : 'proactive'
  const tiers = (['city', 'county', 'township', 'village'] as const).filter((tier: Tier) => tickOf(at(`tier.${tier}`)).ticked)
  const written = Number.parseInt(at('serial'), 10)
  return {
    field,
    serial: Number.isInteger(written) && written > 0 && written < 100_000 ? written : serial,
    item1: oneLine(item1),
    item2: oneLine(item2 || (item3 !== '' && item1 === above?.item1 ? above.item2 : '')),
    item3: oneLine(item3),
    elements: at('elements'),
    basis: at('basis'),
    limitText: oneLine(at('limitText')),
    bodyText: at('bodyText').replaceAll(/\n+/g, '、'),
    channels: channels.channels,
    channelOther: channels.other,
    audience,
    audienceWho: group.ticked ? group.words : '',
    mode,
    tiers,
  }
}

/** Line breaks inside a name come from narrow cells. */
const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, '')
