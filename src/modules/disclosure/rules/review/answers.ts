// What the answers of a sheet come to: the newest of each question holds, and each may close the way out with its article.
import type { DisclosureMode } from '../../law/metadata.ts'
import type { Refusal } from '../../../../kernel/ruling.ts'
import { questionNames, questionRows, type QuestionName, type ReleaseGround, type ReviewAnswer } from '../../law/review-questions.ts'

export interface GivenAnswer {
  readonly question: QuestionName
  readonly answer: ReviewAnswer
  readonly ground?: ReleaseGround | null | undefined
  readonly note?: string | undefined
}

export type Answers = ReadonlyMap<QuestionName, GivenAnswer>

/** The newest answer of each question; `given` in the order in which they were given. */
export const newestOf = (given: readonly GivenAnswer[]): Answers => new Map(given.map((one) => [one.question, one]))

const groundsOf = (question: QuestionName): readonly ReleaseGround[] => {
  const { onYes } = questionRows[question]
  return onYes === 'forbids' || onYes === 'others' ? [] : onYes
}

/** Answers that do not hold together: a ground that does not belong to its question. */
export function malformed(given: readonly GivenAnswer[]): readonly Refusal[] {
  return given
    .filter(({ question, answer, ground }) => ground !== undefined && ground !== null && (answer !== 'yes' || !groundsOf(question).includes(ground)))
    .map(({ question }) => ({
      code: 'review-ground-wrong',
      field: 'detail.review',
      article: questionRows[question].article,
      facts: { question: questionRows[question].title },
    }))
}

const told = (code: string, question: QuestionName): Refusal => ({
  code,
  field: 'detail.review',
  article: questionRows[question].article,
  facts: { question: questionRows[question].title },
})

export const unanswered = (answers: Answers): readonly Refusal[] => {
  const missing = questionNames.filter((name) => !answers.has(name))
  const [first] = missing
  if (first === undefined) return []
  const titles = missing.map((name) => questionRows[name].title).join('、')
  return [{ code: 'review-unanswered', field: 'detail.review', article: questionRows[first].article, facts: { questions: titles } }]
}

export const uncertain = (answers: Answers): readonly QuestionName[] => questionNames.filter((name) => answers.get(name)?.answer === 'uncertain')

export const uncertainRefusals = (answers: Answers): readonly Refusal[] =>
  uncertain(answers).map((name) => ({ ...told('review-uncertain', name), article: 'ogi-2019/17' }))

/** What forbids the release: each with the article that does. What nobody is shown is not forbidden; what the staff is shown is. */
export function forbidding(answers: Answers, mode: DisclosureMode): readonly Refusal[] {
  if (mode === 'not-disclosed') return []
  return questionNames.flatMap((name): readonly Refusal[] => {
    const given = answers.get(name)
    const { onYes } = questionRows[name]
    if (given?.answer !== 'yes' || onYes === 'others') return []
    if (onYes === 'forbids') return [told('review-forbids', name)]
    // Matters of the house are what the staff is told of; the rights of third parties hold inside too.
    if (mode === 'internal' && questionRows[name].article === 'ogi-2019/16') return []
    return given.ground ? [] : [told('review-ground-missing', name)]
  })
}
