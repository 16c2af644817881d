// The forms as the notices print them: rows, cells and sums counted by hand (fact sheet 2.2, 2.3, 2.4).
import { describe, expect, it } from 'vitest'
import { formLineNames } from '../../../requests/law/yearly-form.ts'
import { auditCheckRows } from '../audit-checks.ts'
import { formA } from './form-a.ts'
import { formB } from './form-b.ts'
import { formC } from './form-c.ts'
import { forms, formOfYear } from './forms.ts'
import { keyOf, type Form } from './shape.ts'

const cellsOf = (form: Form, table: string): string[] =>
  form.tables.filter((one) => one.key === table).flatMap((one) => one.rows.flatMap((row) => row.columns.map((column) => keyOf(row, column))))

describe('the forms of the yearly report', () => {
  it.each([
    { table: 'proactive', cells: 10, because: 'twice three figures of rules and documents, and one each of four kinds of decisions' },
    { table: 'requests', cells: 175, because: '25 rows of seven columns' },
    { table: 'remedies', cells: 15, because: 'three kinds of remedies with five results' },
  ])('has $cells cells in table $table of 2021: $because', ({ table, cells }) => {
    expect(cellsOf(formC, table)).toHaveLength(cells)
  })

  it('had one row for 其他处理 in 2019, so 23 rows of seven columns', () => {
    expect(cellsOf(formB, 'requests')).toHaveLength(161)
    expect(cellsOf(formB, 'proactive')).toEqual([
      'rules.made', 'rules.published', 'rules.public', 'documents.made', 'documents.published', 'documents.public',
      'licences.before', 'licences.change', 'licences.decided', 'services.before', 'services.change', 'services.decided',
      'penalties.before', 'penalties.change', 'penalties.decided', 'coercions.before', 'coercions.change', 'coercions.decided',
      'fees.before', 'fees.change', 'purchases.projects', 'purchases.amount',
    ]) // prettier-ignore
  })

  it('counted 58 indicators in the sheet to 2018', () => {
    expect(cellsOf(formA, 'indicators')).toHaveLength(58)
  })

  it('names no cell twice, and only cells of its own in its sums', () => {
    for (const form of forms) {
      const cells = form.tables.flatMap((table) => cellsOf(form, table.key))
      expect(new Set(cells).size).toBe(cells.length)
      expect(form.sums.flatMap(({ left, right }) => [...left, ...right]).filter((key) => !cells.includes(key))).toEqual([])
    }
  })

  it('takes every line of the system’s own table into the form of 2021, each once', () => {
    const lines = formC.tables.flatMap((table) => table.rows.flatMap((row) => row.counts ?? []))
    expect(lines.toSorted()).toEqual([...formLineNames].toSorted())
  })

  it.each([
    { id: 'A1', count: 7 },
    { id: 'A2', count: 7 },
    { id: 'A3', count: 25 },
    { id: 'A4', count: 3 },
  ])('checks $id $count times in the form of 2021', ({ id, count }) => {
    expect(formC.sums.filter((one) => one.id === id)).toHaveLength(count)
  })

  it('adds up the twenty-one results in A2: two grants, eight refusals, three, five and three', () => {
    expect(formC.sums.find((one) => one.id === 'A2')?.right).toHaveLength(21)
    expect(formB.sums.find((one) => one.id === 'A2')?.right).toHaveLength(19)
  })

  it.each([
    { year: 2008, generation: 'A' },
    { year: 2018, generation: 'A' },
    { year: 2019, generation: 'B' },
    { year: 2020, generation: 'B' },
    { year: 2021, generation: 'C' },
    { year: 2026, generation: 'C' },
    { year: 2007, generation: undefined },
  ])('reports $year in form $generation', ({ year, generation }) => {
    expect(formOfYear(year)?.generation).toBe(generation)
  })
})

describe('the checks of the audits', () => {
  it('are A1 to A13, each told by a finding or with a reason why not', () => {
    expect(auditCheckRows.map(([id]) => id)).toEqual(Array.from({ length: 13 }, (_, at) => `A${at + 1}`))
    for (const [id, { told, limit }] of auditCheckRows) expect([id, told.length > 0 || (limit ?? '') !== '']).toEqual([id, true])
  })

  it('name every sum of the forms that an audit asks for', () => {
    const asked = new Set(auditCheckRows.map(([id]) => id))
    for (const { id } of [...formB.sums, ...formC.sums]) expect(asked).toContain(id)
  })
})
