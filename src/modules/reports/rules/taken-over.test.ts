// What is kept of a report that was read, cell by cell, from tables written by hand.
import { describe, expect, it } from 'vitest'
import { formB } from '../law/forms/form-b.ts'
import { formC } from '../law/forms/form-c.ts'
import { readCell, type Cell } from './read/cell.ts'
import { keptCells, keptParts, valueOf } from './taken-over.ts'
import { yearsTable } from './years-table.ts'

const cell = (key: string, written: string, kind: 'count' | 'change' | 'money' = 'count'): [string, Cell] => [
  key,
  { key, written, place: '', unit: null, ...readCell(written, kind) },
]

describe('a cell that was read', () => {
  it.each([
    { written: '12', kind: 'count', kept: { stands: 'figure', figure: 12 } },
    { written: '1,204', kind: 'count', kept: { stands: 'figure', figure: 1204 } },
    { written: '0.5', kind: 'money', kept: { stands: 'figure', figure: 0.5 } },
    { written: '-3', kind: 'count', kept: { stands: 'figure', figure: -3 } },
    { written: '', kind: 'count', kept: { stands: 'blank' } },
    { written: '/', kind: 'count', kept: { stands: 'not-applicable' } },
    { written: '减4', kind: 'change', kept: { stands: 'change', words: '减4' } },
    { written: '-4', kind: 'change', kept: { stands: 'change', words: '减4' } },
    { written: '0', kind: 'change', kept: { stands: 'figure', figure: 0 } },
    { written: '持平', kind: 'change', kept: { stands: 'change', words: '持平' } },
    { written: '若干', kind: 'count', kept: undefined },
  ] as const)('as “$written” of kind $kind is kept as $kept', ({ written, kind, kept }) => {
    expect(valueOf({ written, ...readCell(written, kind) }, kind)).toEqual(kept)
  })
})

describe('corrections', () => {
  const read = new Map([cell('penalties', '35'), cell('licences', '若干'), cell('fees', '', 'money')])

  it('stand in place of what was read, with their reason and what the file says', () => {
    const kept = keptCells({ form: formC, year: 2022 }, read, [{ key: 'licences', written: '126', reason: '按纸质报告' }])
    expect(kept.ok && kept.value).toEqual([
      { key: 'licences', value: { stands: 'figure', figure: 126 }, reason: '按纸质报告', read: '若干' },
      { key: 'penalties', value: { stands: 'figure', figure: 35 }, reason: '', read: '' },
      { key: 'fees', value: { stands: 'blank' }, reason: '', read: '' },
    ])
  })

  it('are refused without a reason, for a cell that the form has not, and where they are no figure: all at once', () => {
    const kept = keptCells({ form: formC, year: 2022 }, read, [
      { key: 'penalties', written: '36', reason: ' ' },
      { key: 'a1', written: '1', reason: '按纸质报告' },
      { key: 'licences', written: '许多', reason: '按纸质报告' },
    ])
    expect(kept.ok ? [] : kept.refusals.map(({ code }) => code)).toEqual(['cell-reason-missing', 'cell-unknown', 'cell-not-a-figure'])
  })
})

describe('text that was read', () => {
  const paragraph = (written: string, heading = false) => ({ written, heading, place: '', text: written, origin: [], figures: [], cut: false })

  it('stands in the places of its form, whatever the headings are called; what comes before opens it', () => {
    const paragraphs = [
      paragraph('根据条例编制本报告。'),
      paragraph('一、概述', true),
      paragraph('工作{正常}。'),
      paragraph('五、存在问题', true),
      paragraph('人手不足。'),
      paragraph('七、附则', true),
    ]
    expect(keptParts({ paragraphs }, formB)).toEqual([
      { ordinal: 1, title: '一、概述', body: '根据条例编制本报告。\n工作{{正常}}。' },
      { ordinal: 5, title: '五、存在问题', body: '人手不足。' },
      { ordinal: 7, title: '七、附则', body: '' },
    ])
  })
})

describe('the figures of all years', () => {
  it('share a row where the words are the same, and have none where a form does not count it', () => {
    const rows = yearsTable([
      { year: 2025, generation: 'C', cells: { 'newReceived.total': 24, fees: 1.5 } },
      { year: 2020, generation: 'B', cells: { 'newReceived.total': 19, 'licences.change': '减4' } },
      { year: 2018, generation: 'A', cells: { c1: 12 } },
    ])
    const figures = (key: string): unknown => rows.find((row) => row.key === key)?.figures
    expect(figures('newReceived.total')).toEqual(['24', '19', '—'])
    expect(figures('licences.change')).toEqual(['—', '减4', '—'])
    expect(figures('c1')).toEqual(['—', '—', '12'])
    expect(figures('reconsideration.total')).toEqual(['', '', '—'])
  })
})
