// What other parts may ask of the follow-up of results.
export { followUp } from './actions/follow-up.ts'
export { setSurvey } from './actions/set-survey.ts'
export { takeSurveyAnswer } from './actions/take-survey-answer.ts'
export { surveyAnswerKind } from './law/inbox-kinds.ts'
export { followupRoutes } from './http/office.ts'
export { followupSentences } from './sentences.ts'
