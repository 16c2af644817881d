// Who is asked for a report, and whose records each counts, on a small county with a merger, an abolition and a new bureau.
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { UnitKind } from '../../organization/law/unit-kinds.ts'
import { unitsAsked, type RoundScope, type Taken } from './round-units.ts'

const unit = (id: string, kind: UnitKind, parentId: string | null, from = '2019-03-15', until: string | null = null) => ({
  id, kind, parentId, name: id, validFrom: day(from), validUntil: until === null ? null : day(until),
}) // prettier-ignore

const county = [
  unit('县政府', 'government', null),
  unit('教育局', 'department', '县政府'),
  unit('办公室', 'section', '教育局'),
  unit('第一小学', 'institution', '教育局'),
  unit('河口镇', 'town', '县政府'),
  unit('上河村', 'village', '河口镇'),
  unit('城关街道', 'street', '县政府'),
  unit('县委', 'party', null),
  unit('旅游局', 'department', '县政府', '2019-03-15', '2025-06-30'),
  unit('文体旅游局', 'department', '县政府', '2025-07-01'),
  unit('畜牧局', 'department', '县政府', '2019-03-15', '2025-09-30'),
  unit('老办公室', 'department', '县政府', '2019-03-15', '2023-09-30'),
  unit('数据局', 'department', '县政府', '2026-01-05'),
]
const successions: Taken[] = [
  { predecessorId: '旅游局', successorId: '文体旅游局' },
  { predecessorId: '畜牧局', successorId: null },
  { predecessorId: '老办公室', successorId: null },
]
const asked = (change: Partial<RoundScope> = {}) =>
  unitsAsked(county, successions, { rootId: '县政府', year: 2025, today: day('2026-01-10'), institutionIds: [], ...change })
const counts = (of: ReturnType<typeof asked>) => Object.fromEntries(of.map(({ unitId, countsUnits }) => [unitId, countsUnits.toSorted()]))

describe('who is asked for a report', () => {
  it('is every agency of the tree down to towns and streets, and who ended without an heir in the year', () => {
    expect(counts(asked())).toEqual({
      县政府: ['县政府', '老办公室'].toSorted(),
      教育局: ['教育局', '第一小学'].toSorted(),
      河口镇: ['河口镇', '上河村'].toSorted(),
      城关街道: ['城关街道'],
      文体旅游局: ['旅游局', '文体旅游局'].toSorted(),
      畜牧局: ['畜牧局'],
    })
    expect(
      asked()
        .filter(({ ended }) => ended)
        .map(({ unitId }) => unitId),
    ).toEqual(['畜牧局'])
  })

  it('is an institution where the office asks it; then the bureau does not count it', () => {
    const with1 = counts(asked({ institutionIds: ['第一小学'] }))
    expect([with1['第一小学'], with1['教育局']]).toEqual([['第一小学'], ['教育局']])
  })

  it('is a unit that came into being after the year only where it took the place of one of that year', () => {
    expect(asked({ year: 2026, today: day('2027-01-10') }).map(({ unitId }) => unitId)).toContain('数据局')
    expect(asked({ year: 2024 }).map(({ unitId }) => unitId)).toContain('文体旅游局')
    expect(asked().map(({ unitId }) => unitId)).not.toContain('数据局')
  })

  it('counts no record twice', () => {
    const all = asked({ institutionIds: ['第一小学'] }).flatMap(({ countsUnits }) => countsUnits)
    expect(new Set(all).size).toBe(all.length)
  })

  it('is only the tree of the office that asks', () => {
    expect(asked({ rootId: '教育局' }).map(({ unitId }) => unitId)).toEqual(['教育局'])
  })
})
