// Takes a step that an applicant sent from the progress page: only what the workflow lets them do, with the day on which it arrived.
import { z } from 'zod'
import { isDay, type Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Seal } from '../../../platform/crypto/seal.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { applicantName } from '../law/applicants.ts'
import { applicantStepKind } from '../law/inbox-kinds.ts'
import { applicantWords } from '../law/online.ts'
import { shownSteps } from '../law/applicant-steps.ts'
import { recordNumberMark } from '../law/record-corrections.ts'
import { stepNames, stepRows } from '../law/steps.ts'
import { applicationById, sealedIdentity, stepsOf } from '../queries/application.ts'
import { lockByNumber } from '../queries/citizen.ts'
import { applicantHand } from '../rules/facts.ts'
import { cachedOf } from '../rules/cached.ts'
import { after, factsOf } from '../rules/fold.ts'
import { isMailAddress, type Identity } from '../rules/identity.ts'
import { takeStep } from '../rules/take-step.ts'
import { changeIdentity, recordStep, saveCached } from '../store/applications.ts'
import { tell } from './tell.ts'
import { openLetter, type Keys, type SentLetter } from './take-online-application.ts'
import { withdrawOwnRecord } from './take-record-step.ts'
import { identityPurpose } from '../rules/sealed.ts'

const sent = z.object({
  number: z.string().max(40),
  queryCodeHash: z.base64(),
  step: z.enum(stepNames),
  text: z.string().min(applicantWords.least).max(applicantWords.most),
  on: z.string().refine(isDay),
})

export async function takeApplicantStep(tx: Tx, keys: Keys, row: SentLetter, now: { at: Date; today: Day }): Promise<Ruling<unknown>> {
  const { number, queryCodeHash, step, text, on } = openLetter(sent, keys, applicantStepKind, row)
  if (number.startsWith(recordNumberMark))
    return step === 'withdraw' && isDay(on)
      ? withdrawOwnRecord(tx, { number, queryCodeHash: Buffer.from(queryCodeHash, 'base64'), text, on }, now)
      : refused('not-found')
  const id = await lockByNumber(tx, number, Buffer.from(queryCodeHash, 'base64'))
  const application = id && (await applicationById(tx, id))
  if (!application || !isDay(on)) return refused('not-found')
  const calendar = await currentCalendar(tx)
  const taken = await stepsOf(tx, application.id)
  const facts = factsOf(taken)
  const { address } = shownSteps[step] ?? {}
  if (address && !isMailAddress(text)) return refused({ code: 'address-wrong', field: 'text' })
  const input = { text: address ? '在申请查询页同意，邮箱见申请人身份' : text, day: on }
  // The same page sent twice says the same once.
  if (taken.some((one) => one.step === step && one.by === null && one.input.text === input.text && one.input.day === on)) return granted({ id: application.id })
  const ruling = takeStep(step, facts, applicantHand, { today: now.today, calendar }, input)
  // What the office did in the meantime comes first; the applicant sees it on the page.
  if (!ruling.ok) return ruling
  if (address) await keepAddress(tx, keys.seal, application.id, text)
  const { from, to, article } = ruling.value
  const steps = application.steps + 1
  const where = { applicationId: application.id, ordinal: steps, unitId: application.unitId, on: now.today, at: now.at }
  await recordStep(tx, { ...where, step, from, to, article, input, byAccountId: null, byName: applicantName, role: '', onBehalfOf: null })
  const reached = after(facts, { step, on: now.today, by: null, input })
  await saveCached(tx, application.id, { steps, at: now.at, cached: cachedOf(reached, calendar) })
  await tell(tx, application, { action: 'request.handle', words: `申请人：${stepRows[step].title}`, ...now })
  return granted({ id: application.id })
}

/** Where the applicant wants to be served: into the sealed identity, not into a step that others read. */
async function keepAddress(tx: Tx, seal: Seal, id: string, email: string): Promise<void> {
  const sealed = await sealedIdentity(tx, id)
  if (!sealed) throw new Error('an application without an identity')
  const identity = { ...(JSON.parse(seal.open(sealed, identityPurpose(id)).toString()) as Identity), email, eService: true }
  await changeIdentity(tx, id, seal.seal(Buffer.from(JSON.stringify(identity)), identityPurpose(id)))
}
