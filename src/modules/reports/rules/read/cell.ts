// What stands in one cell of a form: a figure, not applicable, nothing, or something that is none of them.
import type { CellKind } from '../../law/forms/shape.ts'

export interface Cell {
  readonly key: string
  readonly written: string
  /** Null: the cell is empty. */
  readonly value: number | 'not-applicable' | null
  /** Why the content cannot be: a fraction or a negative where things are counted, or no figure at all. */
  readonly fault: 'fraction' | 'negative' | 'no-figure' | null
  readonly place: string
  /** Unit as printed in the row; null where the table has no column for it. */
  readonly unit: string | null
}

const number = /^([-+－−﹣]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:件|条|个|项|次|人|人次|元|万元|亿元|篇)?$/
const notApplicable = /^(?:\/|[-—–－]+|无|N\/A|不涉及|不适用)$/i
const change = /^(增|减|增加|减少)(\d+)(?:项)?$/

/** Whether a lone token can be the content of a cell. */
export const isCellContent = (text: string): boolean => number.test(text) || notApplicable.test(text) || change.test(text)

export function readCell(text: string, kind: CellKind): Pick<Cell, 'value' | 'fault'> {
  if (text === '') return { value: null, fault: null }
  if (notApplicable.test(text)) return { value: 'not-applicable', fault: null }
  const moved = change.exec(text)
  if (moved && kind === 'change') return { value: Number(moved[2]) * (/减/.test(moved[1] ?? '') ? -1 : 1), fault: null }
  const found = number.exec(text)
  if (!found) return { value: null, fault: kind === 'change' ? null : 'no-figure' }
  const value = Number((found[2] ?? '').replaceAll(',', '')) * (found[1] && found[1] !== '+' ? -1 : 1)
  if (kind === 'change') return { value, fault: null }
  if (value < 0) return { value, fault: 'negative' }
  return { value, fault: kind === 'count' && !Number.isInteger(value) ? 'fraction' : null }
}
