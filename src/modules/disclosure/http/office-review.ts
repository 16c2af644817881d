// Answers what the office asks of the record of a review.
import { granted, refused } from '../../../kernel/ruling.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { reachOf } from '../../access/index.ts'
import { answerQuestions } from '../actions/review/answer-questions.ts'
import { chooseLevels } from '../actions/review/choose-levels.ts'
import { reviewLevels, type Levels } from '../law/review-levels.ts'
import { readableEdition } from '../queries/edition.ts'
import { settingRows } from '../queries/review/record.ts'
import { byOf } from './call.ts'
import { reviewAnswer } from './review-answers.ts'
import * as contract from './review-contract.ts'

export const reviewRoutes: readonly OfficeRoute[] = [
  answer(contract.getReview, async (call) => {
    const edition = await readableEdition(call.tx, call.actor, call.params.editionId)
    return edition ? granted(await reviewAnswer(call.tx, byOf(call), edition)) : refused('not-found')
  }),
  answer(contract.postReviewAnswers, async (call) => {
    const { editionId } = call.params
    const answered = await answerQuestions(call.tx, byOf(call), { editionId, answers: call.body.answers })
    call.audit({ objectKind: 'edition', objectId: editionId, detail: { questions: call.body.answers.map(({ question }) => question) } })
    return answered.ok ? granted({ level: answered.value.level, levelTitle: reviewLevels[answered.value.level].title }) : answered
  }),
  answer(contract.listReviewSettings, async ({ tx, actor }) => {
    const reach = reachOf(actor, 'unit.manage')
    return granted({ rows: await settingRows(tx, reach.everywhere ? 'all' : reach.unitIds) })
  }),
  answer(contract.putReviewSetting, async (call) => {
    const { unitId } = call.params
    const chosen = await chooseLevels(call.tx, byOf(call), { unitId, levels: call.body.levels as Levels, proofreading: call.body.proofreading })
    call.audit({ objectKind: 'unit', objectId: unitId, unitId, detail: { ...call.body } })
    return chosen.ok ? granted({}) : chosen
  }),
]
