// Two sentences of one report about the same fact that cannot both be true.
import { contradictions as rows } from '../../law/contradictions.ts'
import type { Figure } from '../read/figures.ts'
import type { Reading } from '../read/reading.ts'
import { metIn, type Met } from './finding.ts'
import { aroundOf, ofTheYear } from './sentence.ts'
import { amountOf, claimOf } from './text-against-table.ts'

function* denials({ paragraphs, year }: Reading): Generator<Met> {
  const told = new Set<string>()
  for (const { title, affirms, denies } of rows)
    for (const [index, paragraph] of paragraphs.entries()) {
      const denied = denies.exec(paragraph.text)
      if (!denied || !ofTheYear(aroundOf(paragraph, { at: denied.index, end: denied.index }), year)) continue
      for (const other of paragraphs) {
        const said = affirms.exec(other.text)
        if (!said || (other === paragraph && said.index >= denied.index && said.index < denied.index + denied[0].length)) continue
        if (!ofTheYear(aroundOf(other, { at: said.index, end: said.index }), year) || told.has(`${title}${index}`)) continue
        told.add(`${title}${index}`)
        yield metIn('contradiction', paragraphs, index, [denied.index, denied.index + denied[0].length], {
          message: `关于${title}前后说法不一：${other.place}称“${said[0]}”，此处称“${denied[0]}”。`,
          expected: said[0],
          found: denied[0],
        })
        break
      }
    }
}

interface Said {
  readonly paragraph: number
  readonly figure: Figure
}

/** One fact counted twice in the text, with two exact figures, where no table decides between them. */
function* twoFigures(reading: Reading): Generator<Met> {
  const { paragraphs, year } = reading
  const known = new Map<string, Said>()
  for (const [index, paragraph] of paragraphs.entries())
    for (const figure of paragraph.figures) {
      if (figure.softness !== 'exact') continue
      const words = aroundOf(paragraph, figure)
      const claim = claimOf(figure, words, reading.generation ?? 'A')
      if (!claim || !ofTheYear(words, year) || /其中|分别/.test(words.sentence) || /结转/.test(words.sentence + words.after)) continue
      if (claim.readings.some((keys) => amountOf(reading, keys) !== null)) continue
      const before = known.get(claim.title)
      if (!before) known.set(claim.title, { paragraph: index, figure })
      else if (before.figure.value !== figure.value)
        yield metIn('contradiction', paragraphs, index, [figure.at, figure.end], {
          message: `“${claim.title}”前后不一：${paragraphs[before.paragraph]?.place}为${before.figure.written}${before.figure.unit}，此处为${figure.written}${figure.unit}。`,
          expected: before.figure.written,
          found: figure.written,
        })
    }
}

export function* contradictionFindings(reading: Reading): Generator<Met> {
  yield* denials(reading)
  yield* twoFigures(reading)
}
