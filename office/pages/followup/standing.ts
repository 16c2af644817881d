// How a survey stands, in words and colours.
import { surveyStandings, type SurveyStanding } from '../../../src/modules/followup/law/questions.ts'
import type { Tone } from '../../theme.ts'

export const standingTitles: Readonly<Record<SurveyStanding, string>> = surveyStandings
export const standingTones: Readonly<Record<SurveyStanding, Tone>> = { waiting: 'neutral', open: 'work', closed: 'good' }
