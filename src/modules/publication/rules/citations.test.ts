// What a text cites, and its numbers as links.
import { describe, expect, it } from 'vitest'
import { citationsOf, namesOf, withNumberLinks } from './citations.ts'

const own = { title: '青岚县教育局关于做好取暖工作的通知', unitName: '青岚县教育局', documentNumber: '青教发〔2026〕8号' }
const cited = (bodyText: string): string[] => citationsOf({ ...own, bodyText }).map(({ kind, written }) => `${kind} ${written}`)

describe('citations of a text', () => {
  it.each([
    {
      text: '根据《青岚县城市供热管理办法》（青政发[2023]27号）和国办发〔2017〕47号，……再按青政发〔2023〕27号办理。',
      found: ['title 青岚县城市供热管理办法', 'number 青政发〔2023〕27号', 'number 国办发〔2017〕47号'],
      because: 'each once, in the order of the text',
    },
    { text: '《关于做好取暖工作的通知》（青教发〔2026〕8号）', found: [], because: 'a text does not cite itself' },
    { text: '《条例》和《办法》', found: [], because: 'words in quotation are no titles' },
    { text: '没有引用。', found: [], because: 'nothing is cited' },
  ])('$text: $because', ({ text, found }) => {
    expect(cited(text)).toEqual(found)
  })

  it('are bounded', () => {
    const many = Array.from({ length: 300 }, (_, at) => `青政发〔2020〕${at + 1}号`).join('、')
    expect(citationsOf({ ...own, bodyText: many })).toHaveLength(200)
  })
})

describe('names of a document', () => {
  it('are its title, the title without its maker, and what it issues', () => {
    expect(namesOf('青岚县人民政府关于印发《青岚县城市供热管理办法》的通知', '青岚县人民政府')).toEqual([
      '青岚县人民政府关于印发青岚县城市供热管理办法的通知',
      '关于印发青岚县城市供热管理办法的通知',
      '青岚县城市供热管理办法',
    ])
  })
})

describe('numbers as links', () => {
  const known = (key: string): string | undefined => (key.includes('202327') ? '/documents/1' : undefined)
  it.each([
    {
      html: '<p>见青政发〔2023〕27号。</p>',
      shown: '<p>见<a class="cited" href="/documents/1">青政发〔2023〕27号</a>。</p>',
      because: 'a known number in a paragraph',
    },
    { html: '<p>见青政发〔2020〕1号。</p>', shown: '<p>见青政发〔2020〕1号。</p>', because: 'a number that nobody published' },
    {
      html: '<a href="https://a.example/青政发〔2023〕27号">青政发〔2023〕27号</a>',
      shown: '<a href="https://a.example/青政发〔2023〕27号">青政发〔2023〕27号</a>',
      because: 'neither inside a link nor inside an attribute',
    },
    {
      html: '<img alt="青政发〔2023〕27号"><abbr>青政发〔2023〕27号</abbr>',
      shown: '<img alt="青政发〔2023〕27号"><abbr><a class="cited" href="/documents/1">青政发〔2023〕27号</a></abbr>',
      because: 'abbr is no link',
    },
  ])('$html: $because', ({ html, shown }) => {
    expect(withNumberLinks(html, known)).toBe(shown)
  })
})
