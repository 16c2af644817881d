import { describe, expect, it } from 'vitest'
import { layOut } from './layout.ts'

describe('one-click layout', () => {
  it.each([
    {
      because: 'a paragraph is indented by two characters, not by spaces',
      html: '<p>　　现将有关事项通知如下。</p>',
      laid: '<p style="text-indent:2em">现将有关事项通知如下。</p>',
    },
    { because: 'empty paragraphs go', html: '<p>甲乙丙。</p><p>&nbsp;</p><p>　</p>', laid: '<p style="text-indent:2em">甲乙丙。</p>' },
    {
      because: 'numbers make headings',
      html: '<p><strong>一、总体要求</strong></p><p>（一）工作目标</p>',
      laid: '<h2>一、总体要求</h2><h3>（一）工作目标</h3>',
    },
    { because: 'a sentence with a number stays one', html: '<p>一、各学校要高度重视。</p>', laid: '<p style="text-indent:2em">一、各学校要高度重视。</p>' },
    {
      because: 'the salutation stands at the margin',
      html: '<p>各乡镇人民政府：</p><p>正文。</p>',
      laid: '<p>各乡镇人民政府：</p><p style="text-indent:2em">正文。</p>',
    },
    {
      because: 'name and date stand to the right',
      html: '<p>特此通知。</p><p>青岚县教育局</p><p>2026年11月18日</p>',
      laid: '<p style="text-indent:2em">特此通知。</p><p style="text-align:right">青岚县教育局</p><p style="text-align:right">2026年11月18日</p>',
    },
    { because: 'what was centred stays so', html: '<p style="text-align:center">附件</p>', laid: '<p style="text-align:center">附件</p>' },
    {
      because: 'tables and lists keep their own layout',
      html: '<table><tbody><tr><td><p>　单元格</p></td></tr></tbody></table><ul><li><p>项</p></li></ul>',
      laid: '<table><tbody><tr><td><p>　单元格</p></td></tr></tbody></table><ul><li><p>项</p></li></ul>',
    },
    { because: 'nothing foreign comes in', html: '<p style="color:red;font-size:30px" onclick="x()">字。</p>', laid: '<p style="text-indent:2em">字。</p>' },
  ])('so that $because', ({ html, laid }) => {
    expect(layOut(html)).toBe(laid)
    expect(layOut(laid)).toBe(laid)
  })
})
