// Answers questions of the sheet at one's own level, without taking a step: 承办人初审, and whoever reviews later and sees it otherwise.
import { granted, refused, type Ruling } from '../../../../kernel/ruling.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import type { By } from '../../../access/index.ts'
import type { ReviewLevel } from '../../law/review-levels.ts'
import { lockEdition } from '../../queries/edition.ts'
import { handAt, knownOf } from '../../queries/facts.ts'
import { roundOf } from '../../queries/review/review.ts'
import type { GivenAnswer } from '../../rules/review/answers.ts'
import { mayAnswer } from '../../rules/review/may-answer.ts'
import { addAnswers } from '../../store/review.ts'

export interface Answering {
  readonly editionId: string
  readonly answers: readonly GivenAnswer[]
}

export async function answerQuestions(tx: Tx, by: By, { editionId, answers }: Answering): Promise<Ruling<{ readonly level: ReviewLevel }>> {
  const edition = await lockEdition(tx, by.actor, editionId)
  if (!edition) return refused('not-found')
  const { facts } = await knownOf(tx, edition, by)

  const ruling = mayAnswer(facts, handAt(by.actor, edition), answers)
  if (!ruling.ok) return ruling

  const { level, grant } = ruling.value
  await addAnswers(tx, { editionId, round: roundOf(edition) }, level, answers, { by: by.actor, onBehalfOf: grant.onBehalfOf, at: by.at })
  return granted({ level })
}
