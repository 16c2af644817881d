// What the detectors of the release gate find in the words of a report: other units' names, damaged dates and numbers.
import { findWords } from '../../gate/index.ts'
import { reporterOf } from '../law/publication-days.ts'
import type { WordHit } from '../rules/check/check-report.ts'
import type { Reading } from '../rules/read/reading.ts'

const gateCodes = { 'foreign-unit': 'foreign-unit', 'date-impossible': 'date-impossible', 'date-damaged': 'date-damaged', 'document-number-damaged': 'number-damaged' } as const // prettier-ignore

const isKnown = (code: string): code is keyof typeof gateCodes => Object.hasOwn(gateCodes, code)

/** What the detectors of the release gate find in the paragraphs, as sentences of the reporting unit. */
export function hitsIn({ unit, title, paragraphs }: Reading): WordHit[] {
  // a place alone reports for its government
  const name = unit === null ? '' : reporterOf(unit) !== 'department' && !/政府|办事处|办公[室厅]$/.test(unit) ? `${unit}人民政府` : unit
  const hits = findWords({ unitName: name, title, kind: '报告', paragraphs: paragraphs.map(({ text }) => text) })
  return hits.flatMap(({ code, paragraph, match }): WordHit[] => (isKnown(code) ? [{ code: gateCodes[code], paragraph, match }] : []))
}
