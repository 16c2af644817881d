// Takes over what a reader answered, while the survey was open.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { dayAt } from '../../../platform/clock/clock.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { surveyOpenOn } from '../queries/surveys.ts'
import { newSurveyAnswer } from '../rules/survey.ts'
import { insertAnswer } from '../store/surveys.ts'

const legalTimeZone = 'Asia/Shanghai'
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const field = (of: unknown, name: string): unknown => (typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined)
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Refuses what the portal would have refused: then somebody else wrote into the inbox. */
export async function takeSurveyAnswer(
  tx: Tx,
  row: { readonly id: string; readonly body: unknown; readonly receivedAt: Date },
): Promise<Ruling<{ id: string }>> {
  const documentId = text(field(row.body, 'documentId'))
  const given = field(row.body, 'choices')
  const choices = Object.fromEntries(typeof given === 'object' && given !== null ? Object.entries(given).map(([name, option]) => [name, text(option)]) : [])
  if (!uuid.test(documentId) || !(await surveyOpenOn(tx, documentId, dayAt(row.receivedAt, legalTimeZone)))) return refused('survey-not-open')
  const answer = newSurveyAnswer({ documentId, choices, words: text(field(row.body, 'words')) }, row.receivedAt, row.id)
  if (!answer.ok) return answer
  await insertAnswer(tx, answer.value)
  return granted({ id: row.id })
}
