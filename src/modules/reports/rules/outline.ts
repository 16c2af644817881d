// What a work summary or a self-check is asked for: headings of its text, and figures. The yearly report has its form instead.
import { formOfYear } from '../law/forms/forms.ts'
import type { Form } from '../law/forms/shape.ts'
import type { RoundKind } from '../law/states.ts'

export interface AskedFigure {
  /** Key of its cell. */
  readonly key: string
  readonly title: string
  readonly unit: string
}

export interface Outline {
  readonly headings: readonly string[]
  readonly figures: readonly AskedFigure[]
}

export interface OutlinePart {
  readonly ordinal: number
  readonly title: string
  /** The part is a table of the form: its words are what somebody adds. */
  readonly optional: boolean
}

export const formFor = (kind: RoundKind, year: number): Form | undefined => (kind === 'yearly' ? formOfYear(year) : undefined)

/** The parts of the text, in order. */
export function partsFor(form: Form | undefined, outline: Outline | null): readonly OutlinePart[] {
  if (!form) return (outline?.headings ?? []).map((title, at) => ({ ordinal: at + 1, title, optional: false }))
  const tables = new Set(form.headings ? form.tables.map(({ title }) => title) : [])
  return form.parts.map(({ title }, at) => ({ ordinal: at + 1, title, optional: tables.has(title) }))
}
