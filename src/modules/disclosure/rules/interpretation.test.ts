// Which documents owe an interpretation, and how that stands on a day.
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { interpretationNeed, standingOf } from './interpretation.ts'

describe('an interpretation is owed', () => {
  it.each([
    { title: '关于印发《供热管理办法》的通知', kind: '通知', columnKinds: ['policy'], owed: true, because: 'a measure in 政策文件' },
    { title: '关于加强供热工作的意见', kind: '意见', columnKinds: ['statutory', 'policy'], owed: true, because: 'an opinion is policy whatever its title' },
    { title: '关于开展供热检查的通知', kind: '通知', columnKinds: ['policy'], owed: false, because: 'it rules nothing' },
    { title: '关于印发《供热管理办法》的通知', kind: '通知', columnKinds: ['notices'], owed: false, because: 'not among the policy documents' },
    { title: '《供热管理办法》政策解读', kind: '意见', columnKinds: ['policy'], owed: false, because: 'it is one' },
    { title: '关于《供热管理办法（草案）》公开征求意见的公告', kind: '公告', columnKinds: ['policy'], owed: false, because: 'a draft' },
  ])('$title: $because', ({ owed, ...document }) => {
    expect(interpretationNeed(document) !== undefined).toBe(owed)
  })
})

describe('on 2026-11-26 the interpretation', () => {
  const today = day('2026-11-26')
  it.each([
    { dueOn: '2026-11-26', givenOn: null, waived: false, stands: 'waiting' },
    { dueOn: '2026-11-25', givenOn: null, waived: false, stands: 'late' },
    { dueOn: '2026-11-25', givenOn: null, waived: true, stands: 'waived' },
    { dueOn: '2026-11-25', givenOn: '2026-11-25', waived: false, stands: 'given' },
    { dueOn: '2026-11-25', givenOn: '2026-11-26', waived: true, stands: 'given-late' },
  ] as const)('due $dueOn, given $givenOn, waived $waived, is $stands', ({ dueOn, givenOn, waived, stands }) => {
    expect(standingOf({ dueOn: day(dueOn), givenOn: givenOn === null ? null : day(givenOn), waived }, today)).toBe(stands)
  })
})
