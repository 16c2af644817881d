// Collects what an inspector finds, within bounds, with long numbers masked where they would be shown.
import type {
  FileInspection,
  FileProperty,
  FileTable,
  FileText,
  HiddenFinding,
  HiddenKind,
  NotInspected,
  PropertyKind,
} from '../../../kernel/file-inspection.ts'

const mostText = 2_000_000
const mostOfAKind = 200
export const mostRows = 5000
export const mostColumns = 60
const mostCells = 100_000
const longestCell = 60
/** What is not summed up is not kept: it would be a second copy of the text. */
const sumsUp = /^(?:合计|总计|共计|总合计|总数|小计)/
const longestExcerpt = 40

/** The database keeps neither zero letters nor halves of pairs. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed()

const maskedNumbers = (text: string): string => text.replaceAll(/\d[\d*xX-]{5,}/g, (number) => number.slice(0, 3) + '*'.repeat(number.length - 3))

/** The beginning of hidden words: enough to find the place, too little to tell a number. */
export function excerptOf(text: string): string {
  const line = maskedNumbers(storable(text).replaceAll(/\s+/g, ' ').trim())
  return line.length > longestExcerpt ? `${line.slice(0, longestExcerpt)}…`.toWellFormed() : line
}

/** Names that programs write where nobody is named. */
const nobody =
  /^(?:apache poi|openpyxl|xlsxwriter|python-docx|docx4j|exceljs|un-named|unknown|administrator|admin|user|pc|hp|lenovo|dell|asus|acer|root|guest|none|null|owner|users?|(?:microsoft|windows|ms)(?: office)?(?: user| 用户)?|微软用户|wps(?: office)?|wps_\d+|office|默认用户|用户|[-_.\s\d]*)$/i

export interface Findings {
  text(place: string, text: string, hidden?: boolean): void
  /** Rows as they show, `unreadCell` where something is covered or out of sight. */
  table(place: string, rows: readonly (readonly string[])[]): void
  hide(kind: HiddenKind, place: string, text?: string, count?: number): void
  property(kind: PropertyKind, title: string, value: string | undefined, place?: string): void
  /** What could not be looked at; the first reason stands. */
  leave(because: NotInspected): void
  /** Everything of a file inside this one, with its place before each place. */
  inside(place: string, inspection: FileInspection): void
  result(format: string, rest?: Partial<Pick<FileInspection, 'textLayer' | 'pages' | 'pagesWithoutText' | 'inspected'>>): FileInspection
}

export function collect(): Findings {
  const texts: FileText[] = []
  const tables: FileTable[] = []
  let cells = 0
  const hidden = new Map<string, HiddenFinding>()
  const properties = new Map<string, FileProperty>()
  let letters = 0
  let because: NotInspected | null = null
  const leave = (reason: NotInspected): void => {
    because ??= reason
  }
  const findings: Findings = {
    leave,
    text(place, text, isHidden = false) {
      const kept = storable(text).trim()
      if (kept === '') return
      const room = mostText - letters
      if (kept.length > room) leave('too-large')
      if (room <= 0) return
      const cut = kept.slice(0, room).toWellFormed()
      letters += cut.length
      texts.push({ place: storable(place), text: cut, hidden: isHidden })
    },
    table(place, rows) {
      const kept = rows.slice(0, mostRows).map((row) => row.slice(0, mostColumns).map((cell) => storable(cell).slice(0, longestCell).toWellFormed()))
      if (!kept.some((row) => row.some((cell) => sumsUp.test(cell.replaceAll(/\s+/g, ''))))) return
      cells += kept.reduce((sum, row) => sum + row.length, 0)
      if (cells <= mostCells) tables.push({ place: storable(place), rows: kept })
    },
    hide(kind, place, text = '', count = 1) {
      const key = `${kind} ${place}`
      const before = hidden.get(key)
      if (!before && hidden.size >= mostOfAKind) return leave('too-large')
      hidden.set(key, { kind, place: storable(place), count: (before?.count ?? 0) + count, excerpt: before?.excerpt || excerptOf(text) })
    },
    property(kind, title, value, place) {
      const kept = storable(value ?? '')
        .trim()
        .slice(0, 1000)
      if (kept === '' || (kind === 'person' && nobody.test(kept)) || properties.size >= mostOfAKind) return
      properties.set(`${title} ${kept} ${place ?? ''}`, { kind, title, value: kept.toWellFormed(), ...(place !== undefined && { place: storable(place) }) })
    },
    inside(place, inner) {
      for (const one of inner.texts) findings.text(`${place} ${one.place}`, one.text, true)
      for (const one of inner.hidden) findings.hide(one.kind, `${place} ${one.place}`, one.excerpt, one.count)
      for (const one of inner.properties) findings.property(one.kind, one.title, one.value, one.place === undefined ? place : `${place} ${one.place}`)
      if (inner.inspected !== 'full') leave(inner.because ?? 'unknown-format')
    },
    result(format, rest = {}) {
      const inspected = rest.inspected ?? (because === null ? 'full' : 'partly')
      return {
        format,
        inspected,
        because,
        texts,
        tables,
        hidden: [...hidden.values()],
        properties: [...properties.values()],
        textLayer: rest.textLayer ?? null,
        pages: rest.pages ?? null,
        pagesWithoutText: rest.pagesWithoutText ?? [],
      }
    },
  }
  return findings
}

export function notInspected(format: string, because: NotInspected): FileInspection {
  const findings = collect()
  findings.leave(because)
  return findings.result(format, { inspected: 'not' })
}
