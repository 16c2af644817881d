// Change lines as an official reads them.
import { expect, test } from 'vitest'
import { describeChange, summaryOf } from './describe-change.ts'

test('only what differs is said, with its Chinese label', () => {
  const before = { name: '县教育局', phone: '', own: true, position: 3 }
  const after = { name: '县教育和体育局', phone: '0999-3021100', own: false, position: 3 }
  const change = describeChange(before, after, { name: '名称', phone: '电话', own: '本单位有专人', position: '排序' })
  expect(change).toEqual({ 名称: '县教育局 → 县教育和体育局', 电话: '（空） → 0999-3021100', 本单位有专人: '是 → 否' })
  expect(summaryOf(change)).toBe('名称：县教育局 → 县教育和体育局；电话：（空） → 0999-3021100；本单位有专人：是 → 否')
})

test('a long text is cut', () => {
  expect(describeChange({ duties: '' }, { duties: '职'.repeat(60) }, { duties: '职能' })).toEqual({ 职能: `（空） → ${'职'.repeat(40)}…` })
})
