// What people wrote in a guide lives on when the parts that the tables write change.
import { describe, expect, it } from 'vitest'
import { guideParts, type GuidePartName } from '../law/parts.ts'
import { mergedGuide } from './merge-guide.ts'
import { htmlOfGuide, type GuidePart } from './write-guide.ts'

const parts = (changes: Partial<Record<GuidePartName, string>> = {}): GuidePart[] =>
  (Object.keys(guideParts) as GuidePartName[]).map((name) => ({ name, html: `<p>${changes[name] ?? name}</p>` }))
const headings = (text: string): string[] => [...text.matchAll(/<h2>(.*?)<\/h2>/gu)].map((found) => found[1] ?? '')

describe('a guide that people wrote', () => {
  const written =
    '<p>为方便公众，编制本指南。</p><h2>一、政府信息的分类和编排</h2><p>按机构分类。</p><h2>二、阅览室</h2><p>图书馆二层，周一闭馆。</p>' +
    '<h2>三、依申请公开</h2><p>15个工作日。</p><h2>四、不予公开的情形</h2><p>国家秘密。</p><h2>五、监督和救济</h2><p>旧电话。</p>'
  const merged = mergedGuide(written, [], parts())

  it('keeps the sections that the tables do not know where they stood, counted anew, and its beginning', () => {
    expect(headings(merged)).toEqual([
      '一、公开范围与分类', '二、公开形式', '三、公开时限', '四、获取方式', '五、阅览室', '六、依申请公开的申请流程', '七、收费', '八、不予公开的情形', '九、监督与救济', '十、政府信息公开工作机构',
    ]) // prettier-ignore
    expect(merged.startsWith('<p>为方便公众，编制本指南。</p><h2>')).toBe(true)
    expect(merged).toContain('图书馆二层，周一闭馆。')
  })

  it('loses what the tables say better', () => {
    for (const gone of ['15个工作日', '旧电话', '按机构分类']) expect(merged).not.toContain(gone)
  })

  it('takes the next change in the same place, and is as it was when nothing changed', () => {
    expect(mergedGuide(merged, parts(), parts())).toBe(merged)
    const next = mergedGuide(merged, parts(), parts({ fees: '新的收费' }))
    expect([headings(next), next.includes('新的收费'), next.includes('国家秘密')]).toEqual([headings(merged), true, true])
  })
})

describe('a text without headings of its own', () => {
  it('is known by the paragraphs that are nothing but a numbered heading', () => {
    const merged = mergedGuide('<p><strong>一、公开范围</strong></p><p>旧。</p><p>二、便民服务</p><p>热线12345。</p>', [], parts())
    expect([merged.includes('旧。'), merged.includes('<p>九、便民服务</p><p>热线12345。</p>')]).toEqual([false, true])
  })

  it('keeps a numbered list below a heading as it is', () => {
    const list = '<h2>一、公开范围与分类</h2><p>一、机构职能</p><p>二、财政预算</p>'
    expect(mergedGuide(list, parts(), parts())).toBe(list)
  })

  it('stands before the parts where nothing of it is known', () => {
    expect(mergedGuide('<p>见附件。</p>', [], parts())).toBe(`<p>见附件。</p>${htmlOfGuide(parts())}`)
  })
})

it('leaves a section that people struck out until it changes', () => {
  const without = htmlOfGuide(parts().filter(({ name }) => name !== 'fees'))
  expect(headings(mergedGuide(without, parts(), parts()))).not.toContain('六、收费')
  expect(headings(mergedGuide(without, parts(), parts({ fees: '新' })))[5]).toBe('六、收费')
})
