import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tidySpans, tidyText } from './spaces.ts'

const rows: readonly (readonly [string, string, string])[] = [
  ['2026 年，全县受理 12 件', '2026年，全县受理12件', 'between figures and characters'],
  ['政务公开 工作报告', '政务公开工作报告', 'inside a word that a page broke'],
  ['统 计 指 标', '统计指标', 'letters spread to fill a cell'],
  ['（一）提高认识。 各单位要重视', '（一）提高认识。各单位要重视', 'after a full stop'],
  ['使用 OA 系统', '使用 OA 系统', 'around foreign words it stays'],
  ['see page 12 below', 'see page 12 below', 'in foreign text it stays'],
  ['王　明', '王　明', 'a wide space in a name was meant'],
  ['组长：王明    副组长：李华', '组长：王明　副组长：李华', 'a gap that parts two things stays, as one wide space'],
  ['\u00a0\u3000各乡镇：\u200b', '各乡镇：', 'at the ends and invisible ones'],
]
test.each(rows)('"%s" becomes "%s": %s', (written, expected) => expect(tidyText(written)).toBe(expected))

test('bold and plain words keep their look', () => {
  const spans = [{ text: '一是 ', bold: true }, { text: '加强领导' }]
  expect(tidySpans(spans)).toEqual({ spans: [{ text: '一是', bold: true }, { text: '加强领导' }], removed: 1 })
})

test('no letter is ever lost', () => {
  const letter = fc.constantFrom(...'政务公开2026abc，。、（） \u3000\u00a0\t')
  fc.assert(
    fc.property(fc.array(fc.array(letter, { maxLength: 12 }), { maxLength: 5 }), (parts) => {
      const spans = parts.map((letters) => ({ text: letters.join('') }))
      const tidied = tidySpans(spans)
        .spans.map((span) => span.text)
        .join('')
      expect(tidied.replace(/\s/gu, '')).toBe(
        spans
          .map((span) => span.text)
          .join('')
          .replace(/\s/gu, ''),
      )
      expect(tidyText(tidied)).toBe(tidied)
    }),
  )
})
