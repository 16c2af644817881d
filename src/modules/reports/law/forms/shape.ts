// What a form of the yearly report is made of. A new notice is a new form, never an edit: an old report keeps its own.
import type { Article } from '../../../../kernel/article.ts'
import type { FormLine } from '../../../requests/law/yearly-form.ts'

/** A to 2018 (国办发〔2014〕32号), B for 2019 and 2020 (国办公开办函〔2019〕60号), C from 2021 (国办公开办函〔2021〕30号). */
export type Generation = 'A' | 'B' | 'C'

/** A whole number; a change such as 减4; an amount of money with decimals. */
export type CellKind = 'count' | 'change' | 'money'

export interface FormColumn {
  readonly key: string
  readonly title: string
  readonly kind: CellKind
}

export interface FormRow {
  readonly key: string
  readonly title: string
  /** What its printed label says, spaces left out. */
  readonly label: RegExp
  readonly columns: readonly FormColumn[]
  readonly unit?: string
  /** The line of the system's own table that counts it. */
  readonly counts?: FormLine
}

export interface FormTable {
  readonly key: string
  readonly title: string
  /** `wide`: the figures are the last cells of a row; `narrow`: they follow the label; `bare`: one row of figures without labels. */
  readonly layout: 'wide' | 'narrow' | 'bare'
  readonly rows: readonly FormRow[]
  /** Words that only this table has: where they stand and nothing can be read, that is told. */
  readonly sign: RegExp
}

export interface FormSum {
  /** Number of the check in the tables of the audits. */
  readonly id: string
  readonly relation: 'equal' | 'at-most'
  readonly left: readonly string[]
  readonly right: readonly string[]
  /** What both sides are, in words. */
  readonly said: string
}

export interface FormPart {
  readonly title: string
  readonly heading: RegExp
}

export interface Form {
  readonly generation: Generation
  readonly title: string
  /** The years that are reported in it. */
  readonly years: readonly [number, number]
  readonly article: Article
  /** Words that only this form prints. */
  readonly sign: RegExp
  readonly tables: readonly FormTable[]
  readonly sums: readonly FormSum[]
  readonly parts: readonly FormPart[]
  /** Whether a part must have a heading of its own, in this order. */
  readonly headings: boolean
  /** Lists that were asked for in one year alone; a unit may fill them by hand, and the reader does not judge them. */
  readonly yearLists?: readonly (FormTable & { readonly year: number })[]
}

export const keyOf = (row: FormRow, column: FormColumn): string => (column.key === '' ? row.key : `${row.key}.${column.key}`)
