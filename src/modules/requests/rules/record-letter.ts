// The letter that tells what came of a correction, written from its decision alone.
import { chineseDay } from '../../../kernel/day.ts'
import { articleTitle } from '../../../law/laws.ts'
import { recordArticle, recordLetterOpening, recordResultRows } from '../law/record-corrections.ts'
import type { RecordFacts } from './record-correction.ts'

export interface RecordWords {
  readonly number: string
  readonly subject: string
  readonly wrong: string
  readonly wanted: string
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** Undefined while nothing is decided, and where nothing is told. */
export function recordLetterBody({ number, subject, wrong, wanted }: RecordWords, { receivedOn, result, decision }: RecordFacts): string | undefined {
  if (!receivedOn || !result || !decision || recordResultRows[result].letter === '') return undefined
  const values: Readonly<Record<string, string>> = {
    received: chineseDay(receivedOn),
    number,
    subject: oneLine(subject),
    wrong: oneLine(wrong),
    wanted: oneLine(wanted),
    basis: articleTitle(recordArticle),
    text: decision.text,
    body: decision.body,
  }
  return `${recordLetterOpening}\n${recordResultRows[result].letter}`.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}
