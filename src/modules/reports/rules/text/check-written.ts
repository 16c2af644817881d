// All that is to be said of the text of a report while it is written: what the reader of reports would find, references that say nothing, figures typed by hand.
import { checkReading, type WordHit } from '../check/check-report.ts'
import type { CitedTo } from '../check/citations.ts'
import { met, metIn, type Finding, type Met } from '../check/finding.ts'
import type { Reading } from '../read/reading.ts'
import type { ReportSheet } from '../sheet.ts'
import { readingOf, type Written, type WrittenReading } from './reading-of.ts'
import type { Figures } from './resolve.ts'
import { typedFigures, type TypedFigure } from './typed-figures.ts'

/** A line that a person may have written anew with one press. */
export interface Replacement {
  /** The line as it stood when it was looked at. */
  readonly was: string
  readonly becomes: string
  readonly reference: string
}

export interface WrittenFinding extends Finding {
  /** Ordinal of the part; null: the whole, or a table. */
  readonly part: number | null
  /** Null: the part as a whole. */
  readonly line: number | null
  readonly replacement: Replacement | null
}

function* flaws(reading: Reading, written: readonly Written[]): Generator<Met> {
  for (const [index, { resolved }] of written.entries())
    for (const { at, text, reference } of resolved.pieces)
      if (reference?.flaw) {
        const { place } = reading.paragraphs[index] ?? { place: '' }
        yield {
          ...met('reference-flawed', { place, message: reference.sentence, found: `{${reference.source}}` }),
          mark: { paragraph: index, from: at, to: at + text.length },
        }
      }
}

const denial =
  /(?:^|[，。；：]|工作|方面|单位|局)(?:本年度|目前|暂)*(?:无|没有|不存在|未发现)(?:明显|突出|重大|主要|存在)*(?:的)?(?:问题|不足|情况)?(?:和改进情况)?(?:[，。；]|$)/
/** So short a part tells no problem. */
const shortestProblem = 15

/** Part five must not say 无 where the tables or the duties show otherwise. */
function* denied({ reading, written }: WrittenReading, problems: readonly string[]): Generator<Met> {
  if (problems.length === 0 || !reading.yearly) return
  const heading = reading.paragraphs.findIndex(({ heading: is, text }) => is && /问题/.test(text))
  const own = written.flatMap((one, index) => (one.line !== null && one.part.ordinal === written[heading]?.part.ordinal ? [index] : []))
  const [first] = own
  const text = own.map((index) => reading.paragraphs[index]?.text ?? '').join('')
  if (first === undefined || (text.length >= shortestProblem && !(text.length < 60 && denial.test(text)))) return
  const whole = reading.paragraphs[first]?.text.length ?? 0
  yield metIn('problems-denied', reading.paragraphs, first, [0, whole], {
    message: `这一部分没有写出问题，但是${problems.join('，')}。`,
    found: text.slice(0, 20),
  })
}

const typed = (one: TypedFigure): string =>
  one.agrees ? `“${one.title}”${one.figure}是手工填写的，与表格一致；改为引用后随表格变化。` : `“${one.title}”手工填写为${one.figure}，表格为${one.amount}。`

function* handTyped(found: readonly TypedFigure[], { reading }: WrittenReading): Generator<Met> {
  for (const one of found)
    if (one.agrees) {
      const { place } = reading.paragraphs[one.paragraph] ?? { place: '' }
      yield {
        ...met('figure-typed', { place, message: typed(one), found: String(one.figure) }),
        mark: { paragraph: one.paragraph, from: one.from, to: one.to },
      }
    }
}

const covers = (mark: NonNullable<Met['mark']>, one: TypedFigure): boolean => mark.paragraph === one.paragraph && mark.from < one.to && one.from < mark.to

/** `problems` are those that the tables and the duties show, in words; `hits` is what the detectors of the gate find. */
export function checkWritten(
  sheet: ReportSheet,
  figures: Figures,
  beside: { readonly hits: (reading: Reading) => readonly WordHit[]; readonly problems: readonly string[]; readonly documents: readonly CitedTo[] },
): WrittenFinding[] {
  const whole = readingOf(sheet, figures)
  const { reading, written } = whole
  const { marked } = checkReading(reading, null, { hits: beside.hits, signature: null, documents: beside.documents })
  const replaceable = [...typedFigures(reading, written)]
  const all: Met[] = [...flaws(reading, written), ...marked, ...denied(whole, beside.problems), ...handTyped(replaceable, whole)]
  return all.map(({ finding, mark }) => {
    const at = mark ? written[mark.paragraph] : undefined
    const offer = mark && (finding.code === 'text-against-table' || finding.code === 'figure-typed') ? replaceable.find((one) => covers(mark, one)) : undefined
    return {
      ...finding,
      part: at?.part.ordinal ?? null,
      line: at?.line ?? null,
      replacement: at && offer ? { was: at.source, becomes: offer.becomes, reference: offer.reference } : null,
    }
  })
}
