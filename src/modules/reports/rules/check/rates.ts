// Rates beside the figures that they are made of: a remark, because 按时办结率 and 办结率 are two things.
import type { Figure } from '../read/figures.ts'
import type { Paragraph, Reading } from '../read/reading.ts'
import { metIn, type Met } from './finding.ts'

const rate = /(按时|按期|及时)?([\p{Script=Han}]{2,3}?)率(?:均)?(?:达到|达|为|是|保持在)?(?:了)?(\d{1,3}(?:\.\d+)?)%/gu
/** Words before the figure that a share is of. */
const wholeOf = /(?:受理|收到|接收|接到|接受|发现|收集|征集|立案|查处|交办|承办|新收)[^，。；：]*$/
/** Then the rest is told. */
const restTold = /结转|正在办理|尚在|在办|未到期|尚未|顺延|跨年度/

const decimalsOf = (written: string): number => (/\.(\d+)$/.exec(written)?.[1] ?? '').length

function sentenceAround(text: string, at: number): readonly [number, number] {
  const start = Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('！', at - 1)) + 1
  const end = text.indexOf('。', at)
  return [start, end < 0 ? text.length : end]
}

export function* rates({ paragraphs }: Reading): Generator<Met> {
  for (const [index, paragraph] of paragraphs.entries())
    for (const found of paragraph.text.matchAll(rate)) {
      const [whole, timely = '', share = '', percent = ''] = found
      const [start] = sentenceAround(paragraph.text, found.index)
      const before = paragraph.figures.filter((figure) => figure.at >= start && figure.end <= found.index && figure.unit !== '%')
      const part = before.findLast((figure) => lead(paragraph, figure).includes(share))
      const all = part && before.findLast((figure) => figure.at < part.at && figure.unit === part.unit && wholeOf.test(lead(paragraph, figure)))
      if (!part || !all || all.value === 0 || part.softness !== 'exact' || all.softness !== 'exact' || part.value > all.value) continue
      const real = (part.value / all.value) * 100
      if (Math.abs(real - Number(percent)) <= 0.5 * 10 ** -decimalsOf(percent) + 0.05 || restTold.test(paragraph.text)) continue
      const share2 = Math.round(real * 100) / 100
      const name = `${timely}${share}率`
      yield metIn('rate-differs', paragraphs, index, [found.index, found.index + whole.length], {
        message: `${all.value}${all.unit}中${share}${part.value}${part.unit}，占${share2}%，与“${name}${percent}%”是两个不同的比率${timely ? '（后者以已办结的为分母）' : ''}，请核对口径。`,
        expected: `${share2}%`,
        found: `${percent}%`,
      })
    }
}

/** The clause before a figure. */
function lead({ text }: Paragraph, { at }: Figure): string {
  const before = text.slice(Math.max(0, at - 24), at)
  return before.slice(Math.max(...['，', '。', '；', '、', '：'].map((mark) => before.lastIndexOf(mark))) + 1)
}

/** 近四百余: it cannot be both. */
export function* doubledApproximations({ paragraphs }: Reading): Generator<Met> {
  for (const [index, { figures }] of paragraphs.entries())
    for (const figure of figures)
      if (figure.doubled)
        yield metIn('approximation-doubled', paragraphs, index, [figure.at, figure.end], {
          message: `“${figure.written}”既用“近”（不足）又用“余”（超过），应只用其一。`,
          found: figure.written,
        })
}
