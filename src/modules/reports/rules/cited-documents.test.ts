// The table of cited documents: what a row must be, whose word counts, and that a list that goes out comes back.
import { describe, expect, it } from 'vitest'
import { csvOf, csvRows } from '../../../kernel/csv.ts'
import { citedCells, citedHeadings, citedList, inForce, judgeDocument, readCited } from './cited-documents.ts'

const starting = [
  { number: '国办发〔2016〕19号', title: '2016年政务公开工作要点', words: ['政务公开工作要点'], mark: 'found' },
  { number: '国办发〔2017〕47号', title: '政府网站发展指引', words: ['政府网站发展指引'], mark: 'found' },
] as const

describe('a cited document', () => {
  it.each([
    { because: 'it is written in the standard way', given: { number: '国办发[2016]19号', title: '《2016年政务公开工作要点》', words: ['工作要点', ' 工作要点 '] }, kept: { number: '国办发〔2016〕19号', title: '2016年政务公开工作要点', words: ['工作要点'] } },
    { because: 'the number is none', given: { number: '三号文', title: '要点', words: ['要点'] }, codes: ['cited-number-unreadable'] },
    { because: 'it has no title', given: { number: '国办发〔2016〕19号', title: ' ', words: ['要点'] }, codes: ['cited-title-missing', 'cited-word-foreign'] },
    { because: 'nothing tells it', given: { number: '国办发〔2016〕19号', title: '工作要点', words: [' '] }, codes: ['cited-words-missing'] },
    { because: 'one letter tells too little', given: { number: '国办发〔2016〕19号', title: '工作要点', words: ['要'] }, codes: ['cited-words-missing'] },
    { because: 'a word is not of its title', given: { number: '国办发〔2016〕19号', title: '工作要点', words: ['指引'] }, codes: ['cited-word-foreign'] },
  ])('is taken or refused: $because', ({ given, kept, codes }) => {
    const ruling = judgeDocument({ ...given, ended: false })
    expect(ruling.ok ? ruling.value : ruling.refusals.map(({ code }) => code)).toEqual(kept ? { ...kept, ended: false } : codes)
  }) // prettier-ignore
})

describe('the table of cited documents', () => {
  const changed = { changedByName: '龚岚', changedAt: new Date('2026-03-02T02:00:00Z') }
  const listed = citedList(starting, [
    { number: '国办发〔2017〕47号', title: '政府网站发展指引', words: ['网站发展指引'], ended: true, ...changed },
    { number: '青政发〔2026〕3号', title: '青岚县政务公开办法', words: ['政务公开办法'], ended: false, ...changed },
  ])

  it('follows the administrator, and forgets nothing', () => {
    expect(listed.map(({ number, starting: own, ended }) => [number, own, ended])).toEqual([
      ['国办发〔2016〕19号', true, false],
      ['国办发〔2017〕47号', false, true],
      ['青政发〔2026〕3号', false, false],
    ])
    expect(inForce(listed).map(({ number }) => number)).toEqual(['国办发〔2016〕19号', '青政发〔2026〕3号'])
  })

  it('goes out as CSV and comes back as it was', () => {
    const read = readCited(csvRows(csvOf(citedHeadings, listed.map(citedCells))))
    expect(read).toEqual({ documents: listed.map(({ number, title, words, ended }) => ({ number, title, words, ended })), refused: [] })
  })

  it('tells which rows of a file are none, and that a file is none', () => {
    const rows = [
      ['文号', '标题', '标题用语'],
      ['国办发〔2016〕19号', '工作要点', '要点'],
      ['没有文号', '工作要点', '要点'],
      ['', '', ''],
    ]
    expect(readCited(rows)).toMatchObject({ documents: [{ number: '国办发〔2016〕19号' }], refused: [3] })
    expect(readCited([['姓名', '电话']])).toBeUndefined()
  })
})
