// The form in which an item stands in public.
import { describe, expect, it } from 'vitest'
import { anItem } from '../fixtures.ts'
import { publicFormOf } from './public-form.ts'

describe('the public form', () => {
  it.each([
    ['https://www.example.gov.cn/a?b=c', 'https://www.example.gov.cn/a?b=c'],
    [' http://www.example.gov.cn ', 'http://www.example.gov.cn/'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//example.org', null],
    ['转载', null],
    [null, null],
  ])('keeps of the source %s the address %s', (sourceUrl, kept) => expect(publicFormOf(anItem({ sourceUrl })).sourceUrl).toBe(kept))

  it('is one line where a line is meant, without control characters', () => {
    const form = publicFormOf(anItem({ title: ' 关于\n救助的\t通知\u0000 ', keywords: [' 救助 ', ' '], documentNumber: '  ' }))
    expect(form).toMatchObject({ title: '关于 救助的 通知', keywords: ['救助'], documentNumber: null })
  })

  it('has an excerpt of three hundred characters at most, from the summary where there is one', () => {
    expect(publicFormOf(anItem({ summary: '概述', bodyHtml: '<p>正文</p>' })).excerpt).toBe('概述')
    expect(publicFormOf(anItem({ bodyHtml: `<p>${'𠮷'.repeat(400)}</p>` })).excerpt).toBe(`${'𠮷'.repeat(300)}…`)
  })
})
