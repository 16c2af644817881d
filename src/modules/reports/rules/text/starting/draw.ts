// The starting text of a report: sentences by part, in the order of the rows; and what people must write themselves.
import { reporterOf } from '../../../law/publication-days.ts'
import { holdsTable, partsOf } from '../reading-of.ts'
import { forms } from '../../../law/forms/forms.ts'
import type { SheetPart } from '../../sheet.ts'
import { overview } from './overview.ts'
import { problems } from './problems.ts'
import type { Sentence, StartingFacts } from './shape.ts'
import { unrecorded } from './unrecorded.ts'

export interface StartingPart {
  readonly ordinal: number
  readonly title: string
  /** Lines with references; empty where there is nothing to say. */
  readonly body: string
  readonly sentences: readonly Sentence[]
  /** What people must write. */
  readonly write: readonly string[]
}

const rows = [...overview, ...problems]

/** Words with which another subject begins: a paragraph of its own. */
const begins = /^(?:主动公开|依申请公开|政府信息管理和平台建设|监督保障)方面，/

/** Sentences about one subject stand in one paragraph; each problem is a paragraph. */
const paragraphs = (sentences: readonly Sentence[]): string =>
  sentences.reduce((text, { said, part }) => text + (text !== '' && (part === 5 || begins.test(said)) ? '\n' : '') + said, '')

export function sentencesOf(facts: StartingFacts): readonly Sentence[] {
  // a form without headings, and a summary, have other parts
  if (!forms.find(({ generation }) => generation === facts.sheet.generation)?.headings) return []
  return rows.flatMap(({ part, article, says }) => {
    const found = says(facts)
    return found ? [{ part, article, ...found }] : []
  })
}

const nothingKnown = ['这一部分没有可以引用的记录']

function toWrite({ sheet }: StartingFacts, { ordinal }: SheetPart): readonly string[] {
  const government = sheet.scope === 'region' || reporterOf(sheet.unitName) === 'government'
  return unrecorded.filter((one) => one.part === ordinal && (!one.government || government)).map(({ what }) => what)
}

export function drawText(facts: StartingFacts): StartingPart[] {
  const form = forms.find(({ generation }) => generation === facts.sheet.generation) ?? null
  const all = sentencesOf(facts)
  return partsOf(facts.sheet, form).map((part) => {
    const own = all.filter((one) => one.part === part.ordinal)
    const write = form?.headings === true ? toWrite(facts, part) : nothingKnown
    return { ordinal: part.ordinal, title: part.title, body: paragraphs(own), sentences: own, write: holdsTable(form, part) ? [] : write }
  })
}
