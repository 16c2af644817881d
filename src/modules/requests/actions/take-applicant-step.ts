// Takes a step that an applicant sent from the progress page: only what the workflow lets them do, with the day on which it arrived.
import { z } from 'zod'
import { isDay, type Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { applicantStepKind } from '../law/inbox-kinds.ts'
import { applicantWords } from '../law/online.ts'
import { stepNames, stepRows } from '../law/steps.ts'
import { applicationById, stepsOf } from '../queries/application.ts'
import { lockByNumber } from '../queries/citizen.ts'
import { cachedOf } from '../rules/cached.ts'
import { after, factsOf } from '../rules/fold.ts'
import { takeStep } from '../rules/take-step.ts'
import { recordStep, saveCached } from '../store/applications.ts'
import { tell } from './tell.ts'
import { applicantHand, applicantName, openLetter, type Keys, type SentLetter } from './take-online-application.ts'

const sent = z.object({
  number: z.string().max(40),
  queryCodeHash: z.base64(),
  step: z.enum(stepNames),
  text: z.string().min(applicantWords.least).max(applicantWords.most),
  on: z.string().refine(isDay),
})

export async function takeApplicantStep(tx: Tx, keys: Keys, row: SentLetter, now: { at: Date; today: Day }): Promise<Ruling<unknown>> {
  const { number, queryCodeHash, step, text, on } = openLetter(sent, keys, applicantStepKind, row)
  const id = await lockByNumber(tx, number, Buffer.from(queryCodeHash, 'base64'))
  const application = id && (await applicationById(tx, id))
  if (!application || !isDay(on)) return refused('not-found')
  const calendar = await currentCalendar(tx)
  const facts = factsOf(await stepsOf(tx, application.id))
  const input = { text, day: on }
  const ruling = takeStep(step, facts, applicantHand, { today: now.today, calendar }, input)
  // What the office did in the meantime comes first; the applicant sees it on the page.
  if (!ruling.ok) return ruling
  const { from, to, article } = ruling.value
  const steps = application.steps + 1
  const where = { applicationId: application.id, ordinal: steps, unitId: application.unitId, on: now.today, at: now.at }
  await recordStep(tx, { ...where, step, from, to, article, input, byAccountId: null, byName: applicantName, role: '', onBehalfOf: null })
  const reached = after(facts, { step, on: now.today, by: null, input })
  await saveCached(tx, application.id, { steps, at: now.at, cached: cachedOf(reached, calendar) })
  await tell(tx, application, { action: 'request.handle', words: `申请人：${stepRows[step].title}`, ...now })
  return granted({ id: application.id })
}
