// The same step over many applications: each stands or falls without the others, and what is refused is told for each.
import { randomUUID } from 'node:crypto'
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import { currentCalendar } from '../../calendar/index.ts'
import type { State } from '../law/states.ts'
import type { StepName } from '../law/steps.ts'
import { applicationsWithin, stepsOfMany } from '../queries/application.ts'
import { handAt } from '../queries/hand.ts'
import { cachedOf } from '../rules/cached.ts'
import type { StepInput } from '../rules/facts.ts'
import { after, factsOf } from '../rules/fold.ts'
import { inputFor } from '../rules/input.ts'
import { faultsOfMany, inputForOne } from '../rules/many.ts'
import { takeStep as judge } from '../rules/take-step.ts'
import { apart } from '../store/savepoint.ts'
import { issueLetterBy } from './issue-letter.ts'
import { mayBeAssigned, takeStep } from './take-step.ts'

export interface Foreseen {
  readonly id: string
  readonly number: string
  readonly subject: string
  readonly seen: number
  readonly refusals: readonly Refusal[]
  /** The day for the reply after the step, where it is allowed. */
  readonly dueOn: Day | null
}

/** What the step would come to for each, by the rules that take it; nothing is written. What the asker may not read is not there. */
export async function foreseeSteps(
  tx: Tx,
  by: By,
  { step, ids, input }: { step: StepName; ids: readonly string[]; input: StepInput },
): Promise<Ruling<Foreseen[]>> {
  const faults = faultsOfMany(step, input)
  if (faults.length > 0) return refused(...faults)
  const now = { today: by.today, calendar: await currentCalendar(tx) }
  const found = await applicationsWithin(tx, reachOf(by.actor, 'request.read'), ids)
  const steps = await stepsOfMany(tx, ids)
  const rows: Foreseen[] = []
  for (const application of found) {
    const { id, number, subject, steps: seen } = application
    const facts = factsOf(steps.get(id) ?? [])
    const given = inputFor(step, inputForOne(input, number))
    const ruling = judge(step, facts, handAt(by.actor, application), now, given)
    const assignable = step !== 'assign' || !ruling.ok || (await mayBeAssigned(tx, application, given, by))
    const reached = ruling.ok ? after(facts, { step, on: by.today, by: by.actor.accountId, input: given }) : undefined
    rows.push({
      id,
      number,
      subject,
      seen,
      refusals: ruling.ok ? (assignable ? [] : [{ code: 'assignee-unknown', field: 'assignee' }]) : ruling.refusals,
      dueOn: reached ? cachedOf(reached, now.calendar).dueOn : null,
    })
  }
  return granted(rows)
}

export interface Taken {
  readonly id: string
  readonly number: string
  readonly state: State | null
  /** Number of the notice that an extension owes to the applicant. */
  readonly letter: string | null
  readonly refusals: readonly Refusal[]
}

interface Many {
  readonly step: StepName
  readonly rows: readonly { readonly id: string; readonly seen: number }[]
  readonly input: StepInput
}

export async function takeSteps(tx: Tx, by: By, { step, rows, input }: Many): Promise<Ruling<Taken[]>> {
  const faults = faultsOfMany(step, input)
  if (faults.length > 0) return refused(...faults)
  const seen = new Map(rows.map((row) => [row.id, row.seen]))
  // In one order for everybody, so that two batches never wait for each other.
  const found = await applicationsWithin(tx, reachOf(by.actor, 'request.read'), [...seen.keys()].toSorted())
  const taken: Taken[] = []
  for (const { id, number } of found) {
    const ruling = await apart<Pick<Taken, 'state' | 'letter'>>(tx, async () => {
      const one = await takeStep(tx, by, { id, step, seen: seen.get(id) ?? 0, input: inputForOne(input, number) })
      if (!one.ok) return one
      if (step !== 'extend') return granted({ state: one.value.state, letter: null })
      const letter = await issueLetterBy(tx, by, 'request.extend', { id, letterId: randomUUID(), kind: 'extension-notice', about: 0, text: null })
      return letter.ok ? granted({ state: one.value.state, letter: letter.value.number }) : letter
    })
    taken.push({ id, number, ...(ruling.ok ? { ...ruling.value, refusals: [] } : { state: null, letter: null, refusals: ruling.refusals }) })
  }
  return granted(taken)
}
