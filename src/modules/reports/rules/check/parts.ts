// The parts of the report: whether each is there, in its order, with something in it; and whether the whole was public in time.
import { chineseDay } from '../../../../kernel/day.ts'
import { publicationDay, reporterOf } from '../../law/publication-days.ts'
import type { Reading } from '../read/reading.ts'
import { met, metIn, type Met } from './finding.ts'

interface Heading {
  readonly part: number
  readonly paragraph: number
}

const longestHeading = 48

function headingsOf({ paragraphs, form }: Reading): Heading[] {
  return paragraphs.flatMap(({ text, heading }, paragraph): Heading[] => {
    if (text.length > longestHeading || (!heading && /[。；，：]/.test(text))) return []
    const numbered = /^[一二三四五六七八九十][、.]/.test(text)
    const part = (form?.parts ?? []).findIndex((one) => one.heading.test(text))
    return part >= 0 && (heading || numbered) ? [{ part, paragraph }] : []
  })
}

/** Nothing between a heading and the next one, and nothing behind the colon in the heading itself. */
function isEmpty({ pieces, paragraphs }: Reading, paragraph: number): boolean {
  const at = pieces.findIndex((piece) => 'paragraph' in piece && piece.paragraph === paragraph)
  const next = pieces[at + 1]
  return next === undefined || ('paragraph' in next && paragraphs[next.paragraph]?.heading === true)
}

function* six(reading: Reading): Generator<Met> {
  const { form, paragraphs } = reading
  const headings = headingsOf(reading)
  const first = headings.filter((one, at) => headings.findIndex((other) => other.part === one.part) === at)
  for (const [part, { title }] of (form?.parts ?? []).entries())
    if (!first.some((one) => one.part === part)) yield met('part-missing', { place: '全文', message: `缺少“${title}”部分。`, expected: title, found: title })
  for (const [at, { part, paragraph }] of first.entries()) {
    const text = paragraphs[paragraph]?.text ?? ''
    const whole: readonly [number, number] = [0, text.length]
    if (at > 0 && part < (first[at - 1]?.part ?? 0))
      yield metIn('part-order', paragraphs, paragraph, whole, { message: `“${form?.parts[part]?.title}”部分的位置与规定的顺序不符。`, found: text })
    if (isEmpty(reading, paragraph)) yield metIn('part-empty', paragraphs, paragraph, whole, { message: `“${text}”之下没有内容。`, found: text })
  }
}

/** The old reports had no fixed headings: each content must be met somewhere behind the introduction. */
function* contents({ form, paragraphs }: Reading): Generator<Met> {
  const start = paragraphs.findIndex((one) => one.heading || one.text.startsWith('（一）'))
  const body = paragraphs.slice(Math.max(0, start)).map((one) => one.text).join('\n') // prettier-ignore
  for (const { title, heading } of form?.parts ?? [])
    if (!heading.test(body))
      yield met('part-missing', {
        place: '全文',
        severity: 'warning',
        message: `年度报告应当包括“${title}”，全文没有这方面的内容。`,
        expected: title,
        found: title,
      })
}

function* late({ unit, year, publishedOn, signedOn }: Reading): Generator<Met> {
  const shown = publishedOn ?? signedOn
  if (year === null || unit === null || shown === null) return
  const due = publicationDay(reporterOf(unit), year)
  if (!due || shown <= due) return
  yield met('published-late', {
    place: publishedOn ? '公布日期' : '落款日期',
    message: `${year}年度报告应于${chineseDay(due)}前公布，${publishedOn ? '公布日期' : '落款日期'}为${chineseDay(shown)}。`,
    expected: due,
    found: shown,
  })
}

export function* partFindings(reading: Reading): Generator<Met> {
  if (!reading.yearly || !reading.form) return
  yield* reading.form.headings ? six(reading) : contents(reading)
  yield* late(reading)
}
