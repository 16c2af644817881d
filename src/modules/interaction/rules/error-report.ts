// What a citizen writes about an error of the site, checked and numbered.
import { randomUUID } from 'node:crypto'
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { errorKinds, type ErrorKind } from '../law/error-kinds.ts'

export interface ErrorReport {
  readonly id: string
  /** What the citizen is given: `JC20261122-1A2B3C4D`. */
  readonly number: string
  readonly page: string
  readonly kind: ErrorKind
  readonly description: string
  readonly contact: string
  readonly receivedAt: Date
}

export type ErrorReportRefusal = 'page-missing' | 'kind-unknown' | 'description-too-short' | 'too-long'

const longest = { page: 500, description: 1000, contact: 100 } as const
const shortest = 10

const isKind = (text: string): text is ErrorKind => Object.hasOwn(errorKinds, text)

/** The number is made of the day and the id, so that it needs no counter and tells nothing else. */
export const errorReportNumber = (id: string, today: Day): string => `JC${today.replaceAll('-', '')}-${id.slice(0, 8).toUpperCase()}`

/** Every fault of the form at once. */
export function newErrorReport(
  form: { readonly page: string; readonly kind: string; readonly description: string; readonly contact: string },
  receivedAt: Date,
  today: Day,
  id: string = randomUUID(),
): Ruling<ErrorReport, ErrorReportRefusal> {
  const { page, kind, description, contact } = form
  const faults: Refusal<ErrorReportRefusal>[] = []
  if (page === '') faults.push({ code: 'page-missing', field: 'page' })
  if (!isKind(kind)) faults.push({ code: 'kind-unknown', field: 'kind' })
  if ([...description].length < shortest) faults.push({ code: 'description-too-short', field: 'description' })
  for (const field of ['page', 'description', 'contact'] as const) if (form[field].length > longest[field]) faults.push({ code: 'too-long', field })
  if (faults.length > 0 || !isKind(kind)) return refused(...faults)
  return granted({ id, number: errorReportNumber(id, today), page, kind, description, contact, receivedAt })
}
