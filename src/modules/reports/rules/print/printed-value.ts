// What is printed in a cell: a figure, 0 or a slash as the form wants; an empty cell stays empty.
import type { CellKind } from '../../law/forms/shape.ts'
import type { CellValue } from '../sheet.ts'

/** Money has at most six decimals, and none that say nothing. */
const plainNumber = (figure: number): string => String(Math.round(figure * 1e6) / 1e6)

export function printedValue(value: CellValue | undefined, kind: CellKind): string {
  switch (value?.stands) {
    case 'figure':
      if (kind === 'change' && value.figure !== 0) return `${value.figure > 0 ? '增' : '减'}${plainNumber(Math.abs(value.figure))}`
      return plainNumber(value.figure)
    case 'change':
      return value.words
    case 'not-applicable':
      return '/'
    case 'blank':
    case undefined:
      return ''
  }
}
