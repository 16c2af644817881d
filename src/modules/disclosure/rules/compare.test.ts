import { describe, expect, it } from 'vitest'
import { cleanContent } from './clean-content.ts'
import { compareFields, compareTexts } from './compare.ts'
import { blankContent } from './content.ts'
import { differingFields, staleRefusals } from './stale.ts'

const kinds = (before: string, after: string): string[] => compareTexts(before, after).map(({ kind, text }) => `${kind} ${text}`)

describe('the comparison of two editions', () => {
  it('shows what stayed, what changed inside a paragraph, what came and went', () => {
    expect(kinds('一、总则\n报名截止到11月20日。\n旧的一段。', '一、总则\n报名截止到11月30日。')).toEqual([
      'same 一、总则',
      'changed 报名截止到11月30日。',
      'removed 旧的一段。',
    ])
    expect(compareTexts('截止到11月20日。', '截止到11月30日。')[0]!.parts).toEqual([
      { kind: 'same', text: '截止到11月' },
      { kind: 'removed', text: '2' },
      { kind: 'added', text: '3' },
      { kind: 'same', text: '0日。' },
    ])
  })

  it('does not call two unlike paragraphs one that was changed', () => {
    expect(kinds('经费由县财政承担。', '联系电话：5022130')).toEqual(['removed 经费由县财政承担。', 'added 联系电话：5022130'])
  })

  it('is all new where there was nothing before', () => {
    expect(kinds('', '第一段\n第二段')).toEqual(['added 第一段', 'added 第二段'])
  })

  it('names fields and their values in words', () => {
    const before = cleanContent({ ...blankContent, title: '甲', columnIds: ['c1'] })
    const after = cleanContent({ ...blankContent, title: '乙', columnIds: ['c1', 'c2'], validity: 'repealed', important: true })
    expect(compareFields(before, after, new Map([['c1', '通知'], ['c2', '政策']]))).toEqual([
      { field: 'title', title: '标题', before: '甲', after: '乙' },
      { field: 'columnIds', title: '栏目', before: '通知', after: '通知、政策' },
      { field: 'validity', title: '有效性', before: '有效', after: '废止' },
      { field: 'important', title: '重要信息', before: '否', after: '是' },
    ]) // prettier-ignore
  })
})

describe('a stale save', () => {
  const stored = { ...blankContent, title: '乙', version: 4, updatedByName: '何若川', updatedAt: new Date('2026-11-20T04:00:00Z') }

  it('tells who saved, which fields differ, and what stands in each', () => {
    expect(staleRefusals(stored, { ...blankContent, title: '甲' }).map(({ code, field, facts }) => [code, field, facts?.['theirs']])).toEqual([
      ['stale-version', undefined, undefined],
      ['stale-field', 'title', '"乙"'],
    ])
  })

  it('is none where both wrote the same', () => {
    expect(staleRefusals(stored, { ...blankContent, title: '乙' })).toEqual([])
    expect(differingFields(stored, { ...blankContent, title: '乙', keywords: ['a'] })).toEqual(['keywords'])
  })
})
