// The cells that a text may refer to: what each counts, in words, and its unit.
import { cellsOf, placeOf } from '../../law/forms/cells.ts'
import { forms } from '../../law/forms/forms.ts'
import type { CellKind, FormRow } from '../../law/forms/shape.ts'
import type { Outline } from '../outline.ts'
import type { ReportSheet } from '../sheet.ts'

export interface BookedCell {
  readonly key: string
  /** 本年新收政府信息公开申请数量 · 总计 */
  readonly title: string
  readonly table: string
  readonly kind: CellKind
  readonly unit: string
}

export type CellBook = ReadonlyMap<string, BookedCell>

const unitOf = (row: FormRow, kind: CellKind): string => row.unit ?? (kind === 'money' ? '万元' : kind === 'change' ? '项' : '件')

const asked = (outline: Outline | null): BookedCell[] =>
  (outline?.figures ?? []).map(({ key, title, unit }) => ({ key, title, unit, table: '填报的数据', kind: 'money' }))

/** Of a summary, which has no form, the figures that its round asks for. */
export function bookOf({ generation, year }: Pick<ReportSheet, 'generation' | 'year'>, outline: Outline | null): CellBook {
  const form = forms.find((one) => one.generation === generation)
  const cells = form
    ? cellsOf(form, year).map(({ key, table, row, column }): BookedCell => ({
        key,
        title: placeOf({ row, column }),
        table: table.title,
        kind: column.kind,
        unit: unitOf(row, column.kind),
      }))
    : asked(outline)
  return new Map(cells.map((cell) => [cell.key, cell]))
}
