// What may stand in a public text, and what may not.
import fc from 'fast-check'
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { describe, expect, it } from 'vitest'
import { cleanHtml, textOfHtml, withoutControls } from './clean.ts'

/** What a browser would run of a text, read as a browser reads it: elements, handlers and addresses. */
function dangersIn(html: string): string[] {
  const look = (node: DefaultTreeAdapterTypes.Node): string[] => {
    const own =
      'tagName' in node
        ? [
            ...(['script', 'svg', 'iframe', 'object'].includes(node.tagName) ? [node.tagName] : []),
            ...node.attrs.filter(({ name, value }) => name.startsWith('on') || /^\s*javascript:/i.test(value)).map(({ name }) => name),
          ]
        : []
    return [...own, ...('childNodes' in node ? node.childNodes.flatMap(look) : [])]
  }
  return look(parseFragment(html))
}

describe('cleaning', () => {
  it.each([
    ['<p onclick="x()">文</p>', '<p>文</p>', 'handlers'],
    ['<script>alert(1)</script><p>文</p>', '<p>文</p>', 'scripts'],
    ['<a href="javascript:alert(1)">文</a>', '<a>文</a>', 'scripts in addresses'],
    ['<a href="java&#10;script:alert(1)">文</a>', '<a>文</a>', 'and hidden ones'],
    ['<img src="data:image/svg+xml,<svg onload=alert(1)>">', '', 'pictures in the text'],
    ['<img src="https://tracker.example/x.gif">', '', 'pictures of others'],
    ['<img src="//tracker.example/x.gif">', '', 'by any scheme'],
    ['<img src="files/ab.png" alt="示意图">', '<img src="files/ab.png" alt="示意图" />', 'its own pictures stay'],
    ['<iframe src="https://x"></iframe><svg><script>1</script></svg>', '', 'frames and drawings'],
    ['<p style="color:red;text-align:center;position:fixed">文</p>', '<p style="text-align:center">文</p>', 'foreign looks'],
    ['<p class="MsoNormal"><o:p></o:p><font face="宋体">文</font></p>', '<p>文</p>', 'leavings of Word'],
    ['<h1>标题</h1><b>粗</b><i>斜</i>', '<h2>标题</h2><strong>粗</strong><em>斜</em>', 'old elements'],
    [
      '<a href="https://example.org" target="_blank">外</a>',
      '<a href="https://example.org" rel="noopener noreferrer" target="_blank">外</a>',
      'links to others tell nothing',
    ],
    ['<table><tr><td colspan="2" onmouseover="x">甲</td></tr></table>', '<table><tr><td colspan="2">甲</td></tr></table>', 'tables stay'],
    ['文\u0000字\u0008', '文字', 'control characters'],
  ])('%s becomes %s (%#)', (from, to) => expect(cleanHtml(from)).toBe(to))

  it('dangers are seen where there are some', () => {
    expect(dangersIn('<p><img src=x onerror=alert(1)><a href=" javascript:x">甲</a><svg></svg></p>')).toEqual(['onerror', 'href', 'svg'])
  })

  it('a cleaned text is clean', () => {
    const part = fc.constantFrom(
      '<p>',
      '</p>',
      '<img src=x onerror=alert(1)>',
      '<a href="',
      'javascript:',
      '">',
      '<b>',
      '&lt;script&gt;',
      '<!--',
      '-->',
      '文',
      '<table><td>',
      '<svg/onload=1>',
      "'",
      '"',
      '<',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const once = cleanHtml(parts.join(''))
        expect(cleanHtml(once)).toBe(once)
        expect(dangersIn(once)).toEqual([])
      }),
    )
  })
})

describe('the words of a text', () => {
  it.each([
    ['<h2>一、总则</h2><p>甲&amp;乙&nbsp;丙<br />丁</p>', '一、总则\n甲&乙 丙\n丁'],
    ['<table><tr><th>姓名</th><th>金额</th></tr><tr><td>张三</td><td>3</td></tr></table>', '姓名\t金额\n张三\t3'],
    ['<table><tr><th><p>姓名</p></th><th><p>金额</p></th></tr><tr><td><p>张三</p><p>（代）</p></td><td></td></tr></table>', '姓名\t金额\n张三 （代）'],
    ['<ul><li>一</li><li>二</li></ul>', '一\n二'],
    ['<p>1 &lt; 2 &#x4e2d;&#22269; &copy;</p>', '1 < 2 中国 &copy;'],
  ])('%s', (html, words) => expect(textOfHtml(html)).toBe(words))

  it('hold no control character that was written as an entity', () => expect(cleanHtml('<p>甲&#1;乙&#27;&#xffff;</p>')).toBe('<p>甲乙</p>'))
  it('hold no half of a character', () => expect(withoutControls('a\ud800b')).toBe('a\ufffdb'))
})
