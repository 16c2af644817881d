// Wrong words as the administrator keeps them: what may stand, and how a table of them is read.
import { describe, expect, it } from 'vitest'
import { startingWords } from '../law/wrong-words.ts'
import { cellsOf, judgeWord, readWords, wordDifferences, wordHeadings, type KeptWord } from './word.ts'
import { wordList } from './word-list.ts'
import { csvOf, csvRows } from '../../../kernel/csv.ts'

const word: KeptWord = { wrong: '布署', right: '部署', except: ['公布署'], severity: 'warning', note: '', ended: false }

describe('a wrong word', () => {
  it.each([
    { change: {}, codes: [], because: 'it is whole' },
    { change: { wrong: '布' }, codes: ['word-length', 'word-exception-foreign'].slice(0, 1), because: 'one letter would be found everywhere' },
    { change: { right: ' ' }, codes: ['word-right-missing'], because: 'nobody could mend it' },
    { change: { right: '布署' }, codes: ['word-says-nothing'], because: 'it is right' },
    { change: { except: ['公布'] }, codes: ['word-exception-foreign'], because: 'the exception does not hold it' },
  ])('is refused with $codes where $because', ({ change, codes }) => {
    const ruling = judgeWord({ ...word, ...change })
    expect(ruling.ok ? [] : ruling.refusals.map(({ code }) => code)).toEqual(codes)
  })

  it('of the starting list is one itself, and stands in it once', () => {
    expect(wordList(startingWords, []).filter((one) => !judgeWord(one).ok)).toEqual([])
    expect(new Set(startingWords.map(({ wrong }) => wrong)).size).toBe(startingWords.length)
  })
})

describe('a table of wrong words', () => {
  it('comes back as it was exported, with quotes, commas and lines in its cells', () => {
    const kept = [word, { ...word, wrong: '按排', right: '安排', except: ['按排名', '按排序'], severity: 'error' as const, note: '说“不”,\n再说' }]
    const read = readWords(csvRows(csvOf([...wordHeadings], kept.map(cellsOf))))
    expect(read?.map((row) => row.word)).toEqual(kept)
  })

  it('without its head is none', () => {
    expect(readWords([['a', 'b']])).toBeUndefined()
  })

  it('changes nothing the second time', () => {
    const read = readWords([[...wordHeadings], ['布署', '部署', '公布署', '提醒', ''], ['新错', '新对', '', '错误', ''], ['错', '对', '', '', '']])!
    const first = wordDifferences([], read)
    expect([first.added.length, first.changed.length, first.refused.map(({ row }) => row)]).toEqual([2, 0, [4]])
    const known = wordList([], first.added.map((one) => ({ ...one, changedByName: null, changedAt: null }))) // prettier-ignore
    const second = wordDifferences(known, read)
    expect([second.added.length, second.changed.length, second.same]).toEqual([0, 0, 2])
  })
})
