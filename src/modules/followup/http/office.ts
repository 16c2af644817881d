// Answers what the office asks of surveys after publication.
import { granted, refused } from '../../../kernel/ruling.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { setSurvey } from '../actions/set-survey.ts'
import { questions, surveyStandings, type Question, type QuestionName } from '../law/questions.ts'
import { answersTo, askedDocument, surveyList, wordsTo } from '../queries/surveys.ts'
import { countsOf, surveyStanding } from '../rules/survey.ts'
import * as contract from './contract.ts'

const mostExported = 10_000

export const followupRoutes: readonly OfficeRoute[] = [
  answer(contract.listSurveys, async ({ tx, reach, query, clock }) => {
    const { rows, total } = await surveyList(tx, reach, query, clock.today(), { limit: query.size, offset: (query.page - 1) * query.size })
    return granted({
      rows: rows.map((row) => {
        const standing = surveyStanding(row, clock.today())
        return { ...row, standing, standingTitle: surveyStandings[standing] }
      }),
      total,
    })
  }),
  answer(contract.exportSurveys, async ({ tx, reach, query, clock }) => {
    const { rows } = await surveyList(tx, reach, query, clock.today(), { limit: mostExported, offset: 0 })
    const cells = rows.map((row) => [row.title, row.unitName, row.opensOn, row.closesOn, surveyStandings[surveyStanding(row, clock.today())], row.answers])
    return granted(csvFile('实施效果调查', ['信息', '单位', '开始', '结束', '状态', '收到答卷'], cells))
  }),
  answer(contract.getSurvey, async ({ tx, reach, params, clock }) => {
    const document = await askedDocument(tx, reach, params.documentId)
    if (!document) return refused('not-found')
    const { total, chosen } = await answersTo(tx, params.documentId)
    const counts = countsOf(chosen)
    const words = await wordsTo(tx, params.documentId)
    const { title, publishedOn, opensOn, closesOn } = document
    return granted({
      title,
      publishedOn,
      opensOn,
      closesOn,
      standing: opensOn === null || closesOn === null ? null : surveyStanding({ opensOn, closesOn }, clock.today()),
      answers: total,
      counts: (Object.entries(questions) as [QuestionName, Question][]).map(([name, question]) => ({
        question: question.title,
        options: Object.entries(question.options).map(([option, titled]) => ({ option: titled, count: counts[name][option] ?? 0 })),
      })),
      words: words.map((one) => ({ text: one.text, at: one.at.toISOString() })),
    })
  }),
  answer(contract.putSurveyPlan, async (call) => {
    const by = { actor: call.actor, at: call.clock.now(), today: call.clock.today() }
    call.audit({ objectKind: 'document', objectId: call.params.documentId, detail: { survey: call.body } })
    const set = await setSurvey(call.tx, by, call.reach, { documentId: call.params.documentId, ...call.body })
    return set.ok ? granted({ opensOn: set.value.opensOn, closesOn: set.value.closesOn }) : set
  }),
]
