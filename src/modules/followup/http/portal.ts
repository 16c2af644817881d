// What the public site may do here: put an answer into the inbox, with a login that can do nothing else.
export { putAnswerInInbox as sendSurveyAnswer } from '../store/surveys.ts'
