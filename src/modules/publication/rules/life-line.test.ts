// The life line of a document, written by hand.
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { lifeLine, type CoreDocument, type Related } from './life-line.ts'

const core: CoreDocument = {
  id: 'document', title: '供热管理办法', publishedOn: day('2026-03-02'), draftedOn: day('2026-02-27'), effectiveOn: day('2026-05-01'), expiresOn: null, validity: 'repealed',
  changedOn: day('2026-10-09'), replacedBy: { id: 'next', title: '新供热管理办法' }, surveyedOn: day('2026-09-30'),
} // prettier-ignore
const related = (id: string, kind: Related['kind'], on: string, more: Partial<Related> = {}): Related => ({
  id, title: id, publishedOn: day(on), kind, form: null, periodFrom: null, periodTo: null, shortReason: '', ...more,
}) // prettier-ignore

const told = (here: string, all: readonly Related[], of: CoreDocument = core): string[] =>
  lifeLine(of, all, here).map(({ step, on, until, here: now }) => `${on}${until ? `..${until}` : ''} ${step}${now ? ' *' : ''}`)

describe('the life line', () => {
  const all = [
    related('amendment', 'amends', '2026-07-01'),
    related('interpretation', 'interprets', '2026-03-02', { form: 'questions' }),
    related('draft', 'consults', '2025-11-03', { periodFrom: day('2025-11-04'), periodTo: day('2025-12-03') }),
    related('feedback', 'answers', '2025-12-20'),
  ]

  it('goes from the draft to the repeal, marks where the reader is, and puts the document before what explains it', () => {
    expect(told('interpretation', all)).toEqual([
      '2025-11-03 草案征求意见',
      '2025-11-04..2025-12-03 公开征求意见',
      '2025-12-20 意见采纳反馈',
      '2026-03-02 文件发布',
      '2026-03-02 政策解读 *',
      '2026-05-01 施行',
      '2026-07-01 修改',
      '2026-09-30 实施效果调查',
      '2026-10-09 废止',
    ])
  })

  it('leads from a repeal without a document of its own to what took the place', () => {
    expect(lifeLine(core, all, 'document').at(-1)).toMatchObject({ step: '废止', document: { id: 'next' }, note: '由新文件取代' })
  })

  it('is told once where a document repeals it', () => {
    expect(told('document', [related('repeal', 'repeals', '2026-10-09')]).filter((line) => line.includes('废止'))).toEqual(['2026-10-09 废止'])
  })

  it('is empty where nothing belongs to the document', () => {
    expect(lifeLine(core, [], 'document')).toEqual([])
  })
})
