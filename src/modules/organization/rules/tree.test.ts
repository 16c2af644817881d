// A small town: government 1, bureau 2 with section 3, town 4 with village 5.
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { UnitKind } from '../law/unit-kinds.ts'
import { ancestorsOf, mayStandBelow, reachPairs, treeOn, wouldCircle } from './tree.ts'
import type { Unit } from './unit.ts'

const links = [
  { id: '1', parentId: null },
  { id: '2', parentId: '1' },
  { id: '3', parentId: '2' },
  { id: '4', parentId: '1' },
  { id: '5', parentId: '4' },
]

describe('what may stand where', () => {
  const rows: [UnitKind, UnitKind | null, boolean][] = [
    ['government', null, true],
    ['department', 'government', true],
    ['department', 'department', false],
    ['section', 'department', true],
    ['section', 'section', false],
    ['section', null, false],
    ['village', 'town', true],
    ['village', 'government', false],
    ['community', 'street', true],
    ['institution', 'department', true],
  ]
  test.each(rows)('%s below %s: %s', (kind, parent, may) => {
    expect(mayStandBelow(kind, parent)).toBe(may)
  })
})

describe('circles', () => {
  const rows: [string, string | null, boolean, string][] = [
    ['2', '2', true, 'below itself'],
    ['1', '3', true, 'below its own grandchild'],
    ['2', '4', false, 'beside it'],
    ['1', null, false, 'at the top'],
  ]
  test.each(rows)('%s below %s: %s (%s)', (unit, parent, circle) => {
    expect(wouldCircle(unit, parent, links)).toBe(circle)
  })
})

test('ancestors are named from the nearest upwards', () => {
  expect(ancestorsOf('5', links)).toEqual(['4', '1'])
})

test('reach is the unit, all below it, and the records of a unit whose place it took', () => {
  const pairs = reachPairs([...links, { id: '6', parentId: '1' }], [{ predecessorId: '2', successorId: '6' }])
  const reachOf = (id: string): string[] =>
    pairs
      .filter((pair) => pair.ancestorId === id)
      .map((pair) => pair.descendantId)
      .toSorted()
  expect(reachOf('1')).toEqual(['1', '2', '3', '4', '5', '6'])
  expect(reachOf('4')).toEqual(['4', '5'])
  expect(reachOf('6')).toEqual(['2', '3', '6'])
  expect(reachOf('5')).toEqual(['5'])
})

test('the tree on a day has the units, names and parents of that day', () => {
  const unit = (id: string, name: string, parentId: string | null, from: string, until: string | null): Unit => ({
    id,
    name,
    parentId,
    kind: 'department',
    shortName: '',
    organizationCode: null,
    creditCode: null,
    slug: id,
    duties: '',
    address: '',
    officeHours: '',
    phone: '',
    fax: '',
    email: '',
    postcode: '',
    position: 0,
    hasOwnStaff: true,
    emptyColumns: 'none-held',
    version: 1,
    validFrom: day(from),
    validUntil: until === null ? null : day(until),
  })
  const units = [unit('a', '自然资源局', 'g2', '2015-01-01', null), unit('b', '国土资源局', 'g1', '2010-01-01', '2018-12-31')]
  const formers = [{ unitId: 'a', name: '规划局', shortName: '', parentId: 'g1', validFrom: day('2015-01-01'), validUntil: day('2019-01-31') }]
  const names = (on: string): string[] => treeOn(units, formers, day(on)).map((one) => `${one.name}<${one.parentId}`)
  expect(names('2014-06-01')).toEqual(['国土资源局<g1'])
  expect(names('2018-12-31')).toEqual(['规划局<g1', '国土资源局<g1'])
  expect(names('2019-01-31')).toEqual(['规划局<g1'])
  expect(names('2019-02-01')).toEqual(['自然资源局<g2'])
})
