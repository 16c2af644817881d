// What a unit may be written as, and how it may end.
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { checkEnd, type Ending } from './check-end.ts'
import { checkUnit, warningsOf, type UnitProposal } from './check-unit.ts'
import type { Unit } from './unit.ts'

const blank = {
  shortName: '',
  organizationCode: null,
  creditCode: null,
  duties: '',
  address: '',
  officeHours: '',
  phone: '',
  fax: '',
  email: '',
  postcode: '',
  position: 0,
} as const
const common = { ...blank, hasOwnStaff: true, emptyColumns: 'none-held', version: 1 } as const
const government: Unit = {
  ...common,
  id: 'g',
  kind: 'government',
  parentId: null,
  name: '青岚县人民政府',
  slug: 'gov',
  validFrom: day('2010-01-01'),
  validUntil: null,
}
const bureau: Unit = {
  ...common,
  id: 'b',
  kind: 'department',
  parentId: 'g',
  name: '县教育局',
  slug: 'jyj',
  organizationCode: '000014349',
  validFrom: day('2010-01-01'),
  validUntil: null,
}
const closed: Unit = {
  ...common,
  id: 'c',
  kind: 'department',
  parentId: 'g',
  name: '县粮食局',
  slug: 'lsj',
  validFrom: day('2010-01-01'),
  validUntil: day('2018-12-31'),
}
const units = [government, bureau, closed]

const proposal = (change: Partial<UnitProposal['facts']>, rest: Partial<UnitProposal> = {}): UnitProposal => ({
  unitId: undefined,
  kind: 'section',
  from: day('2026-01-05'),
  facts: { ...blank, parentId: 'b', name: '办公室', slug: 'jyj-bgs', hasOwnStaff: true, emptyColumns: 'none-held', ...change },
  ...rest,
})

describe('a unit as written', () => {
  const rows: [string, UnitProposal, string[]][] = [
    ['a section of a bureau', proposal({}), []],
    ['a parent that nobody knows', proposal({ parentId: 'x' }), ['parent-unknown']],
    ['a section of a government', proposal({ parentId: 'g' }), ['parent-kind']],
    ['a section at the top', proposal({ parentId: null }), ['parent-kind']],
    ['below a unit that has ended', proposal({ parentId: 'c' }), ['parent-not-in-force']],
    ['before its parent began', proposal({}, { from: day('2009-12-31') }), ['parent-not-in-force']],
    ['below itself', proposal({ parentId: 'b', slug: 'jyj' }, { unitId: 'b', kind: 'department' }), ['parent-kind', 'unit-circle']],
    [
      'codes of a wrong shape and a slug that is taken, told at once',
      proposal({ organizationCode: '1234', creditCode: 'ABC', slug: 'jyj' }),
      ['code-shape', 'code-shape', 'slug-taken'],
    ],
    ['a slug in Chinese', proposal({ slug: '教育局' }), ['slug-shape']],
    ['its own slug again', proposal({ parentId: 'g', slug: 'jyj' }, { unitId: 'b', kind: 'department' }), []],
  ]
  test.each(rows)('%s', (_what, what, codes) => {
    expect(checkUnit(what, units).map((reason) => reason.code)).toEqual(codes)
  })
})

test('a check character, a code used twice and a name used twice are only warned of', () => {
  const fields = (unit: Parameters<typeof warningsOf>[0]): string[] => warningsOf(unit, units).map((one) => one.field)
  expect(fields({ organizationCode: '000014340', creditCode: null, name: '县财政局', parentId: 'g' })).toEqual(['organizationCode'])
  expect(fields({ organizationCode: '000014349', creditCode: null, name: '县教育局', parentId: 'g' })).toEqual(['organizationCode', 'name'])
  expect(fields({ organizationCode: '00835003X', creditCode: '11100000000013338W', name: '县财政局', parentId: 'g' })).toEqual(['creditCode'])
  expect(fields({ id: 'b', organizationCode: '000014349', creditCode: null, name: '县教育局', parentId: 'g' })).toEqual([])
})

describe('the end of a unit', () => {
  const ending = (change: Partial<Ending>): Ending => ({
    unit: bureau,
    kind: 'abolished',
    lastDay: day('2026-06-30'),
    nextDay: day('2026-07-01'),
    successorIds: [],
    handOver: true,
    ...change,
  })
  const nobody = { posts: 0, subUnits: 0 }
  const rows: [string, Ending, { posts: number; subUnits: number }, string[]][] = [
    ['abolished when empty', ending({}), nobody, []],
    ['abolished with people and sections in it', ending({}), { posts: 3, subUnits: 2 }, ['still-people', 'still-units']],
    ['merged, all handed over', ending({ kind: 'merged', successorIds: ['g'] }), { posts: 3, subUnits: 2 }, []],
    ['merged, nothing handed over', ending({ kind: 'merged', successorIds: ['g'], handOver: false }), { posts: 3, subUnits: 0 }, ['still-people']],
    ['merged with nobody', ending({ kind: 'merged' }), nobody, ['successor-missing']],
    [
      'split: posts must be ended one by one',
      ending({ kind: 'split', successorIds: ['g', 'b'] }),
      { posts: 1, subUnits: 0 },
      ['successor-itself', 'still-people'],
    ],
    ['renamed into a unit that has ended', ending({ kind: 'renamed', successorIds: ['c'] }), nobody, ['successor-not-in-force']],
    ['renamed into two', ending({ kind: 'renamed', successorIds: ['g', 'x'] }), nobody, ['one-successor', 'successor-unknown']],
    ['abolished with a successor', ending({ successorIds: ['g'] }), nobody, ['successor-needless']],
    ['before it began', ending({ lastDay: day('2009-12-31') }), nobody, ['dates-order']],
    ['a second time', ending({ unit: closed }), nobody, ['unit-ended']],
  ]
  test.each(rows)('%s', (_what, what, left, codes) => {
    expect(checkEnd(what, left, units).map((reason) => reason.code)).toEqual(codes)
  })
})
