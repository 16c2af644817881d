// Who may hold which post, and sit where.
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { checkLastDay, checkPost, type PostProposal } from './check-post.ts'
import { checkMember } from './check-member.ts'
import type { Unit } from './unit.ts'

const common = {
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
  hasOwnStaff: true,
  emptyColumns: 'none-held',
  version: 1,
} as const
const bureau: Unit = { ...common, id: 'b', kind: 'department', parentId: 'g', name: '县教育局', slug: 'jyj', validFrom: day('2019-02-01'), validUntil: null }
const office: Unit = {
  ...common,
  id: 'o',
  kind: 'section',
  parentId: 'b',
  name: '办公室',
  slug: 'jyj-1',
  validFrom: day('2019-02-01'),
  validUntil: day('2025-12-31'),
}
const elsewhere: Unit = { ...office, id: 'e', parentId: 'x' }

describe('a post', () => {
  const proposal = (change: Partial<PostProposal>): PostProposal => ({
    unit: bureau,
    section: undefined,
    sectionId: null,
    title: '局长',
    from: day('2024-01-02'),
    ...change,
  })
  const rows: [string, PostProposal, string[]][] = [
    ['in the bureau', proposal({}), []],
    ['before the bureau was set up', proposal({ from: day('2019-01-31') }), ['unit-not-in-force']],
    ['in a section of the bureau', proposal({ section: office, sectionId: 'o' }), []],
    ['in a section that has ended by then', proposal({ section: office, sectionId: 'o', from: day('2026-01-05') }), ['unit-not-in-force']],
    ['in a section of another bureau', proposal({ section: elsewhere, sectionId: 'e' }), ['section-elsewhere']],
    ['in a section that nobody knows', proposal({ sectionId: 'z' }), ['section-elsewhere']],
    ['held already', proposal({ title: '副局长' }), ['same-post']],
  ]
  test.each(rows)('%s', (_what, what, codes) => {
    expect(checkPost(what, [{ unitId: 'b', sectionId: null, title: '副局长', validUntil: null }]).map((reason) => reason.code)).toEqual(codes)
  })
})

test('a term ends once, and not before it began', () => {
  const life = { validFrom: day('2024-01-02'), validUntil: null }
  expect(checkLastDay(life, day('2024-01-02'), 'post-ended')).toEqual([])
  expect(checkLastDay(life, day('2024-01-01'), 'post-ended').map((reason) => reason.code)).toEqual(['dates-order'])
  expect(checkLastDay({ ...life, validUntil: day('2025-01-01') }, day('2025-06-01'), 'post-ended').map((reason) => reason.code)).toEqual(['post-ended'])
})

describe('a seat in a leading group', () => {
  const group = {
    validFrom: day('2022-03-01'),
    validUntil: null,
    members: [
      { personId: 'p1', seat: 'chair' as const, validUntil: null },
      { personId: 'p2', seat: 'office-head' as const, validUntil: null },
    ],
  }
  const rows: [string, Parameters<typeof checkMember>[1], string[]][] = [
    ['a second chair (双组长)', { personId: 'p3', seat: 'chair', from: day('2022-03-01') }, []],
    ['the same seat twice', { personId: 'p1', seat: 'chair', from: day('2023-03-01') }, ['already-seated']],
    ['two heads of the office', { personId: 'p3', seat: 'office-head', from: day('2023-03-01') }, ['one-chair-office']],
    ['a member who heads the office too', { personId: 'p2', seat: 'member', from: day('2023-03-01') }, []],
    ['before the group was formed', { personId: 'p3', seat: 'member', from: day('2022-02-28') }, ['group-not-in-force']],
  ]
  test.each(rows)('%s', (_what, what, codes) => {
    expect(checkMember(group, what).map((reason) => reason.code)).toEqual(codes)
  })
})
