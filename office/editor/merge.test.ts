import { describe, expect, it } from 'vitest'
import type { EditionContent } from '../../src/modules/disclosure/http/contract.ts'
import { mergeContents, mergeParagraphs } from './merge.ts'

describe('two people change the same text', () => {
  it.each([
    { because: 'different paragraphs', before: 'abcd', mine: 'aXcd', theirs: 'abcY', merged: 'aXcY' },
    { because: 'only the other changed', before: 'abc', mine: 'abc', theirs: 'abcd', merged: 'abcd' },
    { because: 'one adds in front, the other takes away at the end', before: 'abcd', mine: 'Zabcd', theirs: 'abc', merged: 'Zabc' },
    { because: 'both did the same', before: 'abc', mine: 'aXc', theirs: 'aXc', merged: 'aXc' },
    { because: 'both changed one paragraph differently', before: 'abc', mine: 'aXc', theirs: 'aYc', merged: null },
    { because: 'both add at the same place', before: 'ab', mine: 'aXb', theirs: 'aYb', merged: null },
    { because: 'one takes away what the other changed', before: 'abc', mine: 'ac', theirs: 'aYc', merged: null },
  ])('$because', ({ before, mine, theirs, merged }) => {
    expect(mergeParagraphs([...before], [...mine], [...theirs])?.join('') ?? null).toBe(merged)
  })
})

describe('two people change the same form', () => {
  const before = { title: '旧标题', kind: '通知', summary: '', bodyHtml: 'ab' } as EditionContent
  const paragraphsOf = (html: string): string[] => [...html]
  const merge = (mine: Partial<EditionContent>, theirs: Partial<EditionContent>) =>
    mergeContents({ mine: { ...before, ...mine }, mineBefore: before, theirs: { ...before, ...theirs }, theirsBefore: before, paragraphsOf })

  it('takes over fields that only the other changed and keeps mine', () => {
    const merged = merge({ title: '新标题' }, { summary: '概述' })
    expect(merged.content).toMatchObject({ title: '新标题', summary: '概述' })
    expect(merged.taken).toEqual(['summary'])
    expect(merged.conflicts).toEqual([])
  })
  it('asks where both changed one field differently', () => {
    expect(merge({ title: '甲' }, { title: '乙' }).conflicts).toEqual([{ field: 'title', mine: '甲', theirs: '乙' }])
  })
  it('joins texts whose changes lie apart', () => {
    expect(merge({ bodyHtml: 'Xab' }, { bodyHtml: 'abY' }).content.bodyHtml).toBe('XabY')
  })
})
