// A report of the form of 2021 whose tables are right: 15 received, 2 carried over, 17 concluded, one reconsideration; texts are given.
import { formC } from '../../law/forms/form-c.ts'
import { keyOf } from '../../law/forms/shape.ts'
import type { CellValue, ReportSheet, SheetCell } from '../sheet.ts'
import { bookOf } from './cell-book.ts'
import type { Figures } from './resolve.ts'

export const changedAt = new Date('2026-01-10T02:00:00Z')

const figures: Readonly<Record<string, number>> = {
  'documents.made': 3,
  'documents.repealed': 1,
  'documents.inForce': 12,
  licences: 204,
  penalties: 36,
  'newReceived.person': 12,
  'newReceived.business': 3,
  'newReceived.total': 15,
  'carriedOver.person': 2,
  'carriedOver.total': 2,
  'granted.person': 9,
  'granted.business': 3,
  'granted.total': 12,
  'partialGrant.person': 2,
  'partialGrant.total': 2,
  'unable.notHeld.person': 3,
  'unable.notHeld.total': 3,
  'totalProcessed.person': 14,
  'totalProcessed.business': 3,
  'totalProcessed.total': 17,
  'reconsideration.upheld': 1,
  'reconsideration.total': 1,
}

export const cell = (value: CellValue): SheetCell => ({ value, counted: null, reason: '', byName: null, changedAt })

export const cellsOfC = (changed: Readonly<Record<string, number>> = {}): ReadonlyMap<string, SheetCell> =>
  new Map(
    formC.tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        row.columns.map((column): [string, SheetCell] => {
          const key = keyOf(row, column)
          return [key, cell(row.key === 'rules' ? { stands: 'not-applicable' } : { stands: 'figure', figure: changed[key] ?? figures[key] ?? 0 })]
        }),
      ),
    ),
  )

const titles = formC.parts.map(({ title }) => title)

/** Parts by their number; those that are not given say a plain sentence. */
export function sheetWith(bodies: Readonly<Record<number, string>>, more: Partial<ReportSheet> = {}): ReportSheet {
  return {
    id: '00000000-0000-7000-8000-000000000001',
    roundId: '00000000-0000-7000-8000-000000000002',
    kind: 'yearly',
    year: 2025,
    unitId: '00000000-0000-7000-8000-000000000003',
    unitName: '青岚县教育局',
    scope: 'own',
    generation: 'C',
    origin: 'system',
    state: 'preparing',
    handInBy: null,
    publishBy: null,
    signedByName: null,
    signedOn: null,
    sealedOn: null,
    documentId: null,
    version: 1,
    cells: cellsOfC(),
    parts: titles.map((title, at) => ({ ordinal: at + 1, title, body: bodies[at + 1] ?? '按照要求公开了有关内容，具体见有关栏目。' })),
    ...more,
  }
}

export const figuresOf = (sheet: ReportSheet, more: Partial<Figures> = {}): Figures => ({
  book: bookOf(sheet, null),
  cells: sheet.cells,
  last: null,
  metric: () => undefined,
  ...more,
})
