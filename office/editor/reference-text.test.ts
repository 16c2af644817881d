// A text goes into the editor and comes out of it as it was.
import { describe, expect, it } from 'vitest'
import { documentOf, sourceOf } from './reference-text.ts'

describe('the text of a report in its editor', () => {
  it.each([
    '受理{newReceived.total}件，{change:newReceived.total}。',
    '一行\n\n又一行{share:granted.total/totalProcessed.total}',
    '写法{{a}}不是引用',
    '{不认识}的引用留着，{newReceived.total}照旧',
    '没有结束的{引用',
    '',
  ])('is what it was: %s', (source) => {
    expect(sourceOf(documentOf(source))).toBe(source)
  })

  it('holds a reference as one piece, and a line as a paragraph', () => {
    expect(documentOf('受理{a.total}件\n二')).toEqual({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: '受理' },
            { type: 'reference', attrs: { source: 'a.total' } },
            { type: 'text', text: '件' },
          ],
        },
        { type: 'paragraph', content: [{ type: 'text', text: '二' }] },
      ],
    })
  })
})
