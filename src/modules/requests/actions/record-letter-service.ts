// Records how a letter reached its reader; what the law counts from that day follows in the same transaction.
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import { isAnswer, letterRows } from '../law/letters.ts'
import { serviceWays, type ServiceWayName } from '../law/service.ts'
import type { StepName } from '../law/steps.ts'
import { lockApplication, stepsOf } from '../queries/application.ts'
import { letterOf, type Letter } from '../queries/letters.ts'
import type { CaseFacts, StepInput } from '../rules/facts.ts'
import { factsOf } from '../rules/fold.ts'
import { hasAgreed } from '../rules/needs.ts'
import { fillArrival, insertService } from '../store/letters.ts'
import { takeStep } from './take-step.ts'

export interface ServiceRequest {
  readonly id: string
  readonly letterId: string
  readonly way: ServiceWayName
  readonly servedOn: Day
  /** When what was posted arrived, where that is known; the other ways arrive on the day itself. */
  readonly receivedOn: Day | null
  readonly proof: string
  readonly consent: boolean
}

export async function recordLetterService(tx: Tx, by: By, asked: ServiceRequest): Promise<Ruling<{ letterId: string }>> {
  const application = await lockApplication(tx, reachOf(by.actor, 'request.handle'), asked.id)
  const letter = application && (await letterOf(tx, asked.id, asked.letterId))
  if (!application || !letter) return refused('not-found')
  const facts = factsOf(await stepsOf(tx, asked.id))
  const receivedOn = asked.way === 'post' ? asked.receivedOn : asked.servedOn
  const reasons = reasonsAgainst(letter, { ...asked, receivedOn }, facts, by.today)
  if (reasons.length > 0) return refused(...reasons)

  const follows = followingStep(letter, { ...asked, receivedOn }, facts)
  if (follows) {
    const taken = await takeStep(tx, by, { id: asked.id, step: follows.step, seen: application.steps, input: follows.input })
    if (!taken.ok) return taken
  }
  // the step that serves the answer has served its letter with it
  const servedNow = follows?.step === 'serve'
  if (letter.servedOn === null && !servedNow) {
    const { letterId, way, servedOn, proof } = asked
    await insertService(tx, {
      letterId,
      way,
      servedOn,
      receivedOn,
      proof: proof.trim(),
      recordedBy: by.actor.accountId,
      recordedByName: by.actor.name,
      at: by.at,
    })
  } else if (receivedOn) await fillArrival(tx, letter.id, receivedOn)
  return granted({ letterId: letter.id })
}

function reasonsAgainst(letter: Letter, asked: ServiceRequest, facts: CaseFacts, today: Day): Refusal[] {
  const { way, servedOn, receivedOn, proof, consent } = asked
  if (letter.replaced) return [{ code: 'letter-replaced' }]
  // Of what was posted the day of arrival alone is still to come.
  if (letter.servedOn !== null && (letter.receivedOn !== null || receivedOn === null)) return [{ code: 'letter-served-before' }]
  const first = letter.servedOn ?? servedOn
  const answered = isAnswer(letter.kind) ? facts.service : null
  return [
    ...(proof.trim() === '' ? [{ code: 'proof-missing', field: 'proof', facts: { proof: serviceWays[way].proof } }] : []),
    ...('consent' in serviceWays[way] && !consent && !(letterRows[letter.kind].to === 'applicant' && hasAgreed(facts, servedOn))
      ? [{ code: 'consent-missing', field: 'consent', article: serviceWays[way].article }]
      : []),
    ...(servedOn < letter.issuedOn ? [{ code: 'day-early', field: 'servedOn', facts: { first: letter.issuedOn } }] : []),
    ...(servedOn > today ? [{ code: 'day-ahead', field: 'servedOn' }] : []),
    ...(receivedOn !== null && receivedOn < first ? [{ code: 'day-early', field: 'receivedOn', facts: { first } }] : []),
    ...(receivedOn !== null && receivedOn > today ? [{ code: 'day-ahead', field: 'receivedOn' }] : []),
    ...(answered && answered.on !== first ? [{ code: 'service-differs', field: 'servedOn', facts: { on: answered.on } }] : []),
  ]
}

/** Answers count as given on the day of service; opinions and payment are counted from the day of arrival. */
function followingStep(
  letter: Letter,
  { way, servedOn, receivedOn, proof, consent }: ServiceRequest,
  facts: CaseFacts,
): { step: StepName; input: StepInput } | undefined {
  if (isAnswer(letter.kind) && facts.service === null) return { step: 'serve', input: { text: '', day: servedOn, service: { way, proof, consent } } }
  if (receivedOn === null) return undefined
  const day = receivedOn
  const consultation = facts.consultations.find(({ number }) => number === letter.about)
  if (letter.kind.endsWith('-consult') && consultation?.receivedOn === null && consultation.opinion === null) {
    return { step: 'record-letter-receipt', input: { text: '', day, consultation: letter.about } }
  }
  return letter.kind === 'fee-notice' && facts.state === 'fee-notified' && facts.fee?.receivedOn === null
    ? { step: 'record-fee-receipt', input: { text: '', day } }
    : undefined
}
