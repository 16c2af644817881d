// What the portal puts into the inbox for this module.
export const surveyAnswerKind = 'survey-answer'
