// What a person types into cells: not applicable, empty and 0 are three things, and a figure of the system is not changed without a reason.
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { cellsOf } from '../law/forms/cells.ts'
import type { CellKind } from '../law/forms/shape.ts'
import type { Outline } from './outline.ts'
import { readCell } from './read/cell.ts'
import { formOf } from './sheet-checks.ts'
import type { CellValue, ReportSheet } from './sheet.ts'

export interface TypedCell {
  readonly key: string
  /** As typed: a figure, 减4, / for not applicable, or nothing. Null: what the system counted stands again. */
  readonly text: string | null
  readonly reason: string
}

export interface CellToSet {
  readonly key: string
  readonly value: CellValue
  readonly counted: number | null
  readonly reason: string
  /** The system's own again. */
  readonly restored: boolean
}

const tooManyDecimals = /\.\d{7,}/
const mostMoney = 1e12

function valueOf(text: string, kind: CellKind): CellValue | null {
  const { value, fault } = readCell(text.replaceAll(/[\s,，]/g, ''), kind)
  if (fault !== null) return null
  if (value === 'not-applicable') return { stands: 'not-applicable' }
  if (value === null) return text === '' ? { stands: 'blank' } : null
  if (kind === 'change') return { stands: 'change', words: value === 0 ? '0' : `${value < 0 ? '减' : '增'}${Math.abs(value)}` }
  return value > mostMoney || tooManyDecimals.test(text) ? null : { stands: 'figure', figure: value }
}

const kindsOf = (sheet: ReportSheet, outline: Outline | null): ReadonlyMap<string, CellKind> => {
  const form = formOf(sheet)
  return new Map(form ? cellsOf(form, sheet.year).map(({ key, column }) => [key, column.kind]) : (outline?.figures ?? []).map(({ key }) => [key, 'money']))
}

const shortestReason = 2

export function typeCells(sheet: ReportSheet, outline: Outline | null, typed: readonly TypedCell[]): Ruling<CellToSet[]> {
  const form = formOf(sheet)
  const kinds = kindsOf(sheet, outline)
  const refusals: Refusal[] = []
  const set = typed.flatMap(({ key, text, reason: written }): CellToSet[] => {
    const kind = kinds.get(key)
    const field = `cells.${key}`
    const now = sheet.cells.get(key)
    const counted = now?.counted ?? null
    const reason = written.trim()
    if (!kind) {
      refusals.push({ code: 'report-no-such-cell', field })
      return []
    }
    if (text === null) {
      if (counted !== null) return [{ key, value: { stands: 'figure', figure: counted }, counted, reason: '', restored: true }]
      refusals.push({ code: 'report-not-counted', field })
      return []
    }
    const value = valueOf(text.trim(), kind)
    if (!value) {
      refusals.push({
        code: kind === 'count' ? 'report-figure-wrong' : kind === 'money' ? 'report-money-wrong' : 'report-change-wrong',
        field,
        facts: { text },
      })
      return []
    }
    const otherwise = counted !== null && !(value.stands === 'figure' && value.figure === counted)
    if (otherwise && reason.length < shortestReason) {
      refusals.push({ code: 'report-reason-missing', field, facts: { counted } })
      return []
    }
    // a figure that the system does not know has a source; the figures of an outline are the unit's own answers
    if (form && counted === null && value.stands !== 'blank' && reason.length < shortestReason) {
      refusals.push({ code: 'report-source-missing', field })
      return []
    }
    return [{ key, value, counted, reason, restored: false }]
  })
  return refusals.length > 0 ? refused(...refusals) : granted(set)
}
