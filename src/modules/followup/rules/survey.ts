// An answer as it was filled in, when a survey is open, and how answers are counted.
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { leastPublished, questions, surveyLimits, type QuestionName, type SurveyStanding } from '../law/questions.ts'

export type Choices = Readonly<Record<QuestionName, string>>

export interface SurveyAnswer {
  readonly id: string
  readonly documentId: string
  readonly choices: Choices
  readonly words: string
  readonly receivedAt: Date
}

export type SurveyRefusal = 'question-unanswered' | 'words-too-long'

const names = Object.keys(questions) as QuestionName[]
const isOption = (name: QuestionName, option: string | undefined): option is string => option !== undefined && Object.hasOwn(questions[name].options, option)

export interface FilledForm {
  readonly documentId: string
  readonly choices: Readonly<Record<string, string>>
  readonly words: string
}

/** Every fault of the form at once. */
export function newSurveyAnswer({ documentId, choices, words }: FilledForm, receivedAt: Date, id: string): Ruling<SurveyAnswer, SurveyRefusal> {
  const faults: Refusal<SurveyRefusal>[] = names.filter((name) => !isOption(name, choices[name])).map((field) => ({ code: 'question-unanswered', field }))
  if (words.length > surveyLimits.words) faults.push({ code: 'words-too-long', field: 'words' })
  if (faults.length > 0) return refused(...faults)
  const chosen = Object.fromEntries(names.map((name) => [name, choices[name] ?? ''])) as Choices
  return granted({ id, documentId, choices: chosen, words: words.trim(), receivedAt })
}

export const isOpen = ({ opensOn, closesOn }: { readonly opensOn: Day; readonly closesOn: Day }, today: Day): boolean => opensOn <= today && today <= closesOn

export const surveyStanding = (survey: { readonly opensOn: Day; readonly closesOn: Day }, today: Day): SurveyStanding =>
  today < survey.opensOn ? 'waiting' : today <= survey.closesOn ? 'open' : 'closed'

export type Counts = Readonly<Record<QuestionName, Readonly<Record<string, number>>>>

export interface Chosen {
  readonly question: string
  readonly option: string
  readonly count: number
}

/** Every option of every question, also those that nobody chose. */
export function countsOf(chosen: readonly Chosen[]): Counts {
  const count = (question: QuestionName, option: string): number => chosen.find((one) => one.question === question && one.option === option)?.count ?? 0
  return Object.fromEntries(
    names.map((name) => [name, Object.fromEntries(Object.keys(questions[name].options).map((option) => [option, count(name, option)]))]),
  ) as unknown as Counts
}

/** What goes out: nothing but how many there were, where they were few. */
export const publishedCounts = (total: number, chosen: readonly Chosen[]): Counts | null => (total < leastPublished ? null : countsOf(chosen))
