// Takes one step with one application: folds its steps, asks the rules, records it with all that follows, and tells whose turn it is.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import { currentCalendar } from '../../calendar/index.ts'
import { unitById } from '../../organization/index.ts'
import { accountsWhoMay } from '../../access/index.ts'
import { isAction, states, type State } from '../law/states.ts'
import { stepRows, type StepName } from '../law/steps.ts'
import { leadByNumber, leadsOthers, lockApplication, stepsOf, type Application } from '../queries/application.ts'
import { enclosuresOf } from '../queries/files.ts'
import { legalityWishOf } from '../queries/legality.ts'
import { cachedOf } from '../rules/cached.ts'
import type { CaseFacts, Now, StepInput } from '../rules/facts.ts'
import { after, factsOf } from '../rules/fold.ts'
import { inputFor } from '../rules/input.ts'
import { followingStep, takeStep as judge, type Allowed } from '../rules/take-step.ts'
import { assign, join, recordStep, saveCached } from '../store/applications.ts'
import { handAt } from '../queries/hand.ts'
import { serveAnswerLetters } from './serve-answer-letters.ts'
import { tell } from './tell.ts'

export interface StepRequest {
  readonly id: string
  readonly step: StepName
  /** How many steps the asker has seen: a turn is not taken twice, nor upon something else than was read. */
  readonly seen: number
  readonly input: StepInput
}

export interface Outcome {
  readonly id: string
  readonly number: string
  readonly state: State
}

export async function takeStep(tx: Tx, by: By, { id, step, seen, input: typed }: StepRequest): Promise<Ruling<Outcome>> {
  const application = await lockApplication(tx, reachOf(by.actor, 'request.read'), id)
  if (!application) return refused('not-found')
  const now = { today: by.today, calendar: await currentCalendar(tx) }
  const facts = { ...factsOf(await stepsOf(tx, id)), enclosures: await enclosuresOf(tx, id) }

  if (application.steps !== seen) return refused({ code: 'stale-request', facts: { state: states[facts.state].title } })
  // What the unit wants at the time of the draft holds for this answer, whatever is set later.
  const legality = step === 'decide' && (await legalityWishOf(tx, application.unitId)) ? ({ legality: true } as const) : {}
  const input = { ...inputFor(step, typed), ...legality }
  const ruling = judge(step, facts, handAt(by.actor, application), now, input)
  if (!ruling.ok) return ruling
  if (step === 'assign' && !(await mayBeAssigned(tx, application, input, by))) return refused({ code: 'assignee-unknown', field: 'assignee' })

  const lead = step === 'join' ? await leadFor(tx, by, application, input) : granted(null)
  if (!lead.ok) return lead

  const place: Place = { tx, by, application, now }
  let reached = await record(place, { step, input, allowed: ruling.value, facts, ordinal: seen + 1 })
  let steps = seen + 1
  const following = followingStep(reached, handAt(by.actor, application), now)
  if (following) {
    steps += 1
    reached = await record(place, { step: following.name, input: { text: '' }, allowed: following.allowed, facts: reached, ordinal: steps })
  }
  if (step === 'serve') await serveAnswerLetters(tx, by, id, input, input.day ?? now.today)
  if (step === 'assign' && input.assignee) await assign(tx, id, input.assignee)
  if (step === 'join' || step === 'unjoin') await join(tx, id, lead.value)
  await saveCached(tx, id, { steps, at: by.at, cached: cachedOf(reached, now.calendar) })
  await tellTurn(
    tx,
    by,
    { ...application, ...(step === 'assign' && input.assignee ? { sectionId: input.assignee.sectionId, handlerId: input.assignee.accountId } : {}) },
    step,
    reached.state,
  )
  return granted({ id, number: application.number, state: reached.state })
}

interface Place {
  readonly tx: Tx
  readonly by: By
  readonly application: Application
  readonly now: Now
}

interface Taking {
  readonly step: StepName
  readonly input: StepInput
  readonly allowed: Allowed
  readonly facts: CaseFacts
  readonly ordinal: number
}

async function record({ tx, by, application, now }: Place, { step, input, allowed, facts, ordinal }: Taking): Promise<CaseFacts> {
  const { grant, from, to, article } = allowed
  const who = { byAccountId: by.actor.accountId, byName: by.actor.name, role: grant?.role ?? '', onBehalfOf: grant?.onBehalfOf ?? null }
  await recordStep(tx, { applicationId: application.id, ordinal, unitId: application.unitId, step, from, to, article, on: now.today, input, at: by.at, ...who })
  return after(facts, { step, on: now.today, by: by.actor.accountId, onBehalfOf: who.onBehalfOf, input })
}

/** A section of the unit, and somebody who may handle applications there. */
export async function mayBeAssigned(tx: Tx, { unitId }: Application, { assignee }: StepInput, by: By): Promise<boolean> {
  if (!assignee) return false
  const { sectionId, accountId } = assignee
  if (sectionId !== null && (await unitById(tx, sectionId))?.parentId !== unitId) return false
  return accountId === null || (await accountsWhoMay(tx, 'request.handle', { unitId, sectionId }, by.today)).some((one) => one.accountId === accountId)
}

/** What an application can be handled with: another of the unit that is itself handled with none, so that all stand around one. */
async function leadFor(tx: Tx, by: By, { id, unitId }: Application, { lead = '' }: StepInput): Promise<Ruling<string>> {
  if (await leadsOthers(tx, id)) return refused('lead-of-others')
  const found = await leadByNumber(tx, reachOf(by.actor, 'request.read'), unitId, lead)
  if (!found || found.id === id) return refused({ code: 'lead-unknown', field: 'lead', facts: { lead } })
  return found.joinedTo === null ? granted(found.id) : refused({ code: 'lead-joined', field: 'lead', facts: { lead, with: found.joinedTo } })
}

async function tellTurn(tx: Tx, by: By, application: Application, step: StepName, state: State): Promise<void> {
  const { turn, now } = states[state]
  const moved = state !== application.state || step === 'assign'
  if (!moved || state === 'closed' || !isAction(turn)) return
  await tell(tx, application, { action: turn, words: `请办理${stepRows[step].to === 'in-progress' ? '公开申请' : now}`, ...by, except: [by.actor.accountId] })
}
