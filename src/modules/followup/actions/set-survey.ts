// Decides that readers of a public document will be asked: so many months after it went out, for so many days.
import { addDays } from '../../../kernel/day.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import { addMonths } from '../../../kernel/term.ts'
import type { Reach } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { putSurvey } from '../../publication/index.ts'
import { surveyLimits } from '../law/questions.ts'
import { askedDocument } from '../queries/surveys.ts'
import { saveSurvey, type Survey } from '../store/surveys.ts'

export interface SurveyPlan {
  readonly documentId: string
  readonly months: number
  readonly days: number
}

export async function setSurvey(tx: Tx, by: By, reach: Reach, { documentId, months, days }: SurveyPlan): Promise<Ruling<Survey>> {
  const document = await askedDocument(tx, reach, documentId)
  if (!document) return refused('not-found')
  const opensOn = addMonths(document.publishedOn, months)
  const survey = { documentId, opensOn, closesOn: addDays(opensOn, days - 1) }
  const { months: span, days: length } = surveyLimits
  const reasons: Refusal[] = []
  if (months < span.least || months > span.most) reasons.push({ code: 'survey-months', field: 'months', facts: span })
  if (days < length.least || days > length.most) reasons.push({ code: 'survey-days', field: 'days', facts: length })
  if (document.closed) reasons.push({ code: 'survey-over' })
  else if (document.opensOn !== null && document.opensOn <= by.today) reasons.push({ code: 'survey-begun' })
  if (survey.closesOn < by.today) reasons.push({ code: 'survey-past', field: 'months' })
  if (reasons.length > 0) return refused(...reasons)
  await saveSurvey(tx, survey, { accountId: by.actor.accountId, at: by.at })
  await putSurvey(tx, survey)
  return granted(survey)
}
