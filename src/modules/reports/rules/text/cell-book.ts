// The cells that a text may refer to: what each counts, in words, and its unit.
import { forms } from '../../law/forms/forms.ts'
import { keyOf, type CellKind, type FormRow, type Generation } from '../../law/forms/shape.ts'

export interface BookedCell {
  readonly key: string
  /** 本年新收政府信息公开申请数量·总计 */
  readonly title: string
  readonly table: string
  readonly kind: CellKind
  readonly unit: string
}

export type CellBook = ReadonlyMap<string, BookedCell>

const unitOf = (row: FormRow, kind: CellKind): string => row.unit ?? (kind === 'money' ? '万元' : kind === 'change' ? '项' : '件')

/** A summary has no form: its book is empty, or that of the figures its round asks for. */
export function bookOf(generation: Generation | null): CellBook {
  const form = forms.find((one) => one.generation === generation)
  const cells = (form?.tables ?? []).flatMap((table) =>
    table.rows.flatMap((row) =>
      row.columns.map((column): BookedCell => {
        const title = row.columns.length > 1 ? `${row.title}·${column.title}` : row.title
        return { key: keyOf(row, column), title, table: table.title, kind: column.kind, unit: unitOf(row, column.kind) }
      }),
    ),
  )
  return new Map(cells.map((cell) => [cell.key, cell]))
}
