// What is kept of a report that was read: its cells as it printed them, those that a person corrected, and its text by parts.
import { refused, granted, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { cellsOf } from '../law/forms/cells.ts'
import type { CellKind, Form } from '../law/forms/shape.ts'
import { readCell, type Cell } from './read/cell.ts'
import type { Reading } from './read/reading.ts'
import type { CellValue, SheetPart } from './sheet.ts'

/** A cell as a person typed it instead of what was read. */
export interface Correction {
  readonly key: string
  /** Nothing, a slash, a figure, or a change such as 减4. */
  readonly written: string
  readonly reason: string
}

export interface KeptCell {
  readonly key: string
  readonly value: CellValue
  /** Empty where it was read; else why a person typed it. */
  readonly reason: string
  /** As it stood in the file, where a person typed something else. */
  readonly read: string
}

const moved = (figure: number): CellValue =>
  figure === 0 ? { stands: 'figure', figure: 0 } : { stands: 'change', words: `${figure > 0 ? '增' : '减'}${Math.abs(figure)}` }

/** Undefined where no figure, no slash and no blank can be told from what is written. */
export function valueOf({ written, value, fault }: Pick<Cell, 'written' | 'value' | 'fault'>, kind: CellKind): CellValue | undefined {
  if (value === 'not-applicable') return { stands: 'not-applicable' }
  if (value !== null) return kind === 'change' ? moved(value) : { stands: 'figure', figure: value }
  if (written === '') return { stands: 'blank' }
  if (kind === 'change') return { stands: 'change', words: written.slice(0, 40) }
  return fault === 'no-figure' ? undefined : { stands: 'blank' }
}

/** The cells of the form that were read, with the corrections of a person in their places. */
export function keptCells(
  { form, year }: { readonly form: Form; readonly year: number },
  cells: ReadonlyMap<string, Cell>,
  corrections: readonly Correction[],
): Ruling<readonly KeptCell[]> {
  const kinds = new Map(cellsOf(form, year).map(({ key, column }) => [key, column.kind] as const))
  const refusals: Refusal[] = []
  const typed = new Map<string, KeptCell>()
  for (const { key, written, reason } of corrections) {
    const kind = kinds.get(key)
    const text = written.trim()
    const value = kind && valueOf({ written: text, ...readCell(text, kind) }, kind)
    if (!kind) refusals.push({ code: 'cell-unknown', facts: { key } })
    else if (value === undefined) refusals.push({ code: 'cell-not-a-figure', field: key, facts: { written: text } })
    else if (reason.trim() === '') refusals.push({ code: 'cell-reason-missing', field: key, facts: { written: text } })
    else typed.set(key, { key, value, reason: reason.trim(), read: cells.get(key)?.written ?? '' })
  }
  if (refusals.length > 0) return refused(...refusals)
  return granted(
    [...kinds].flatMap(([key, kind]): KeptCell[] => {
      const byHand = typed.get(key)
      if (byHand) return [byHand]
      const cell = cells.get(key)
      const value = cell && valueOf(cell, kind)
      return value ? [{ key, value, reason: '', read: '' }] : []
    }),
  )
}

const mostParts = 30

/** In the text of a report a brace opens a reference: one that was printed is doubled. */
const plain = (text: string): string => text.trim().replaceAll(/[{}]/g, (brace) => brace + brace)

/** Text by its first-level headings; where the form prescribes them, in its places. What stands before the first opens it. */
export function keptParts({ paragraphs }: Pick<Reading, 'paragraphs'>, form: Form): SheetPart[] {
  const found: { title: string; lines: string[] }[] = []
  const before: string[] = []
  for (const { written, heading } of paragraphs) {
    if (heading) found.push({ title: written.trim(), lines: [] })
    else (found.at(-1)?.lines ?? before).push(plain(written))
  }
  found[0]?.lines.unshift(...before)
  if (found.length === 0) return before.length === 0 ? [] : [{ ordinal: 1, title: '正文', body: before.join('\n') }]
  const parts = found.map(({ title, lines }) => ({ title, body: lines.join('\n') }))
  if (!form.headings) return parts.slice(0, mostParts).map((part, at) => ({ ordinal: at + 1, ...part }))
  const placed = form.parts.map(({ heading }) => parts.find(({ title }) => heading.test(title)))
  return [
    ...placed.flatMap((part, at) => (part ? [{ ordinal: at + 1, ...part }] : [])),
    ...parts.filter((part) => !placed.includes(part)).map((part, at) => ({ ordinal: form.parts.length + 1 + at, ...part })),
  ].slice(0, mostParts)
}
